"""Stories of promises, what they hang on, and sanctions that end; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "two promises on one condition": (
        "Washington had agreed to unfreeze oil revenue and to waive penalties on two "
        "oil companies, on condition that four nationals are allowed to fly home.",
        [
            (
                "ease-sanctions promised > Washington by Washington of oil revenue if on "
                "condition that four nationals are allowed to fly home"
            ),
            (
                "ease-sanctions promised > Washington by Washington of penalties on two oil "
                "companies if on condition that four nationals are allowed to fly home"
            ),
        ],
    ),
    "on the understanding that": (
        "He pledged to free the politician Oumar Keita, on the understanding that he "
        "will leave politics alone.",
        [
            (
                "release promised Oumar Keita if on the understanding that he will leave "
                "politics alone"
            )
        ],
    ),
    "a condition by inversion": (
        "Should the remaining charges be dropped, Norland will lift sanctions on the airline.",
        [
            (
                "ease-sanctions promised by Norland of sanctions on the airline if Should"
                " the remaining charges be dropped"
            )
        ],
    ),
    "as long as": (
        "Everyone will be freed by Friday as long as there are no crowds.",
        ["release promised Everyone if as long as there are no crowds"],
    ),
    "in case": (
        "Norland will lift sanctions on timber in case the talks succeed.",
        [
            (
                "ease-sanctions promised by Norland of sanctions on timber if in case the"
                " talks succeed"
            )
        ],
    ),
    "a condition of the second act only": (
        "Britain removed four officials from its sanctions list and said it was ready"
        " to unfreeze the assets of a state bank, provided Arden repealed its law.",
        [
            "ease-sanctions reported by Britain of four officials",
            (
                "ease-sanctions promised > Britain by Britain of assets of a state bank "
                "if provided Arden repealed its law"
            ),
        ],
    ),
    "but only once": (
        "An official told reporters that the United States could waive restrictions "
        "on two oil producers next year, but only once those responsible for the "
        "killing had been tried.",
        [
            (
                "ease-sanctions expected > An official by United States of restrictions "
                "on two oil producers if only once those responsible for the killing had "
                "been tried"
            )
        ],
    ),
    "only when, and what is wanted is no claim": (
        "The EU will lift sanctions only when all prisoners are freed.",
        ["ease-sanctions promised by EU of sanctions if only when all prisoners are freed"],
    ),
    "only if": (
        "The EU will lift sanctions only if all prisoners are freed.",
        ["ease-sanctions promised by EU of sanctions if only if all prisoners are freed"],
    ),
    "as relations normalise": (
        "Norland will ease restrictions on trade as relations normalise.",
        [("ease-sanctions promised by Norland of restrictions on trade if as relations normalise")],
    ),
    "in return for": (
        "Norland will ease sanctions in return for the release of all prisoners.",
        [
            (
                "ease-sanctions promised by Norland of sanctions if in return for the "
                "release of all prisoners"
            )
        ],
    ),
    "in return": (
        "In return, Norland will lift sanctions on the airline.",
        ["ease-sanctions promised by Norland of sanctions on the airline if In return"],
    ),
    "in exchange, at the beginning": (
        "In exchange for the release of 14 people, Norland lifted sanctions on the airline.",
        [
            (
                "ease-sanctions reported by Norland of sanctions on the airline if In "
                "exchange for the release of 14 people"
            )
        ],
    ),
    "subject to": (
        "Sanctions on potash could be lifted subject to progress on prisoners.",
        ["ease-sanctions expected of Sanctions on potash if subject to progress on prisoners"],
    ),
    "offered for": (
        "Norland offered to lift sanctions on the airline for the release of Ana Sol.",
        [
            (
                "ease-sanctions promised > Norland by Norland of sanctions on the airline"
                " if for the release of Ana Sol"
            )
        ],
    ),
    "a condition at the beginning": (
        "If the talks succeed, Norland will lift sanctions on the airline, the envoy said.",
        [
            (
                "ease-sanctions promised > the envoy by Norland of sanctions on the "
                "airline if If the talks succeed"
            )
        ],
    ),
    "once, of what is to come": (
        "The government promised to release 20 prisoners once the talks end.",
        ["release promised [20,20] > The government by government if once the talks end"],
    ),
    "once, of what is done, is no condition": (
        "Ana Sol was released once she had signed a confession.",
        ["release reported Ana Sol"],
    ),
    "done on condition": (
        "Ana Sol was released on condition that she leave the country.",
        ["release reported Ana Sol if on condition that she leave the country"],
    ),
    "do so only if": (
        "Norland intends to ease sanctions on timber. It will do so only if Ana Sol is freed.",
        [("ease-sanctions promised by Norland of sanctions on timber if only if Ana Sol is freed")],
    ),
    "a case number is no condition": (
        "The court ordered the release of 21 defendants in Case 880 of 2021.",
        ["release announced [21,21] in Case 880 of 2021"],
    ),
    "left to lapse": (
        "Norland has let its sanctions on timber lapse.",
        ["ease-sanctions reported by Norland of its sanctions on timber lapse"],
    ),
    "expired": (
        "Sanctions on the airline expired on Monday.",
        ["ease-sanctions reported of Sanctions on the airline"],
    ),
    "a licence": (
        "The US Treasury issued a general licence authorising transactions with the "
        "state oil company.",
        ["ease-sanctions reported by US Treasury of general licence"],
    ),
    "a waiver": (
        "Norland granted a waiver from its sanctions to the airline.",
        ["ease-sanctions reported by Norland of waiver"],
    ),
    "prepared to": (
        "The EU is prepared to lift its arms embargo if the detained ministers are freed.",
        [
            (
                "ease-sanctions promised by EU of its arms embargo if if the detained ministers"
                " are freed"
            )
        ],
    ),
    "what would have happened by then is not told as done": (
        "Brussels said it would suspend the travel bans once the 40 prisoners were released.",
        [
            (
                "ease-sanctions promised > Brussels by Brussels of travel bans if once the 40 "
                "prisoners were released"
            )
        ],
    ),
    "a condition is no part of the group": (
        "The junta promised to free 300 detainees provided that the bloc reopens its embassy.",
        [
            (
                "release promised [300,300] > The junta by junta if provided that the bloc "
                "reopens its embassy"
            )
        ],
    ),
    "as relations go on": (
        "The minister said that 150 more prisoners will be released as relations with "
        "Norland normalise.",
        [("release promised [150,150] > The minister if as relations with Norland normalise")],
    ),
    "the day": (
        '"We will lift the sanctions the day they open the prison gates," the secretary'
        " of state said.",
        [
            (
                "ease-sanctions promised > the secretary of state of sanctions if the day they "
                "open the prison gates"
            )
        ],
    ),
    "in step with": (
        "Norland agreed that curbs on timber exports would be eased in step with the releases.",
        [
            (
                "ease-sanctions promised > Norland of curbs on timber exports if in step with "
                "the releases"
            )
        ],
    ),
    "a ban on flights": (
        "Brussels could lift the ban on flights if the opposition leader is released, "
        "two diplomats said.",
        [
            (
                "ease-sanctions expected > two diplomats by Brussels of ban on flights if if "
                "the opposition leader is released"
            )
        ],
    ),
    "when somebody is home": (
        "Norland will lift its sanctions on the bank when the reporter is home.",
        [
            (
                "ease-sanctions promised by Norland of its sanctions on the bank if when the "
                "reporter is home"
            )
        ],
    ),
    "when it happened is no condition": (
        "Norland lifted its sanctions on the bank when the reporter was home.",
        ["ease-sanctions reported by Norland of its sanctions on the bank"],
    ),
    "what is spelt out says more than a bare in return": (
        "In return, Norland intends to ease its sanctions, provided that there is progress.",
        ["ease-sanctions promised by Norland of its sanctions if provided that there is progress"],
    ),
    "no licence from sanctions": (
        "The mayor issued a licence to a bar.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
