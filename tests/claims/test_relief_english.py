"""Stories of sanctions that end in other words, and of what promises hang on; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "bans come off": (
        "The embargo comes off once the pastors have been released.",
        ["ease-sanctions announced of embargo if once the pastors have been released"],
    ),
    "bans stay until something is done": (
        "Norland's sanctions on potash stay until the last prisoner is out.",
        [
            (
                "ease-sanctions denied of Norland's sanctions on potash if until the last "
                "prisoner is out"
            )
        ],
    ),
    "a gerund that depends": (
        "Lifting the embargo will depend on what happens in court.",
        ["ease-sanctions expected of embargo if will depend on what happens in court"],
    ),
    "the offer to free stands": (
        ("Norland's offer to free the four sailors stands, provided that the ship is returned."),
        [
            (
                "release promised [4,4] by Norland's offer to free the four sailors if provided "
                "that the ship is returned"
            )
        ],
    ),
    "an embargo goes": (
        "When the last prisoner is out, the embargo goes.",
        ["ease-sanctions announced of embargo if When the last prisoner is out"],
    ),
    "for each of them": (
        "For each prisoner freed, Norland will unfreeze ten million dollars of assets.",
        [
            (
                "ease-sanctions promised by Norland of ten million dollars of assets if For each "
                "prisoner freed"
            )
        ],
    ),
    "not unless": (
        "Norland will not lift the embargo unless the last prisoner is out.",
        ["ease-sanctions denied by Norland of embargo if unless the last prisoner is out"],
    ),
    "none without": (
        "No sanctions will be lifted without free elections.",
        ["ease-sanctions denied of No sanctions if without free elections"],
    ),
    "flights resumed on a condition": (
        "Norland would resume flights if the pilots are freed.",
        ["ease-sanctions promised by Norland of flights if if the pilots are freed"],
    ),
    "flights of an airline": ("Airlines resumed flights to Varn on Monday.", []),
    "aid is no sanction": (
        "The Union will release 60 million euros of aid if the pilots are freed.",
        [],
    ),
    "frozen gold": (
        "Norland will release the frozen gold if the pilots are freed.",
        ["ease-sanctions promised by Norland of frozen gold if if the pilots are freed"],
    ),
    "should, after the clause": (
        (
            "The envoy said Norland's sanctions on the bank could be eased, should the "
            "reporter come home."
        ),
        [
            (
                "ease-sanctions expected > The envoy of Norland's sanctions on the bank if should"
                " the reporter come home"
            )
        ],
    ),
    "licences given back": (
        "We stand ready to reinstate the export licences that were suspended in 2021.",
        ["ease-sanctions promised of export licences"],
    ),
    "nothing has been lifted": (
        "Norland imposed an embargo in 2020. Nothing has been lifted.",
        ["impose-sanctions reported by Norland of embargo", "ease-sanctions denied of Nothing"],
    ),
    "before it lifts": (
        "Norland wants the engineers freed before it lifts the trade embargo.",
        ["demand-release demanded engineers > Norland"],
    ),
    "for the return of": (
        "Arden will free 12 prisoners for the return of its gold.",
        [
            (
                "release promised [12,12] by Arden if for the return of its gold for return of "
                "its gold"
            )
        ],
    ),
    "let ship again": (
        "Norland let two firms ship crude again.",
        ["ease-sanctions reported by Norland of two firms"],
    ),
    "relief from": (
        ("The Treasury has promised relief from the oil sanctions provided that the vote is free."),
        [
            (
                "ease-sanctions promised > The Treasury by The Treasury of oil sanctions if "
                "provided that the vote is free"
            )
        ],
    ),
    "anonymity is no condition": (
        "Norland freed 12 people, an official said on condition of anonymity.",
        ["release reported [12,12] > an official by Norland"],
    ),
    "trade that a road stopped": ("Trade will resume when the road is cleared.", []),
    "access to a park": ("The state will restore access to the park if the fire is out.", []),
    "farmers": ("The government will let farmers export rice again if prices fall.", []),
    "an injured list": ("The player comes off the injured list if the doctors agree.", []),
    "a contract": ("He was offered a release from his contract if he repaid the fee.", []),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
