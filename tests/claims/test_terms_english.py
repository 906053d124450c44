"""Stories of promises on terms: conditions told after them, freedom offered; all is invented.

Written as in `test_extract.py`: a text, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "that depends": (
        (
            "Norland will lift the oil embargo. That depends on the doctor being at home with"
            " his children."
        ),
        [
            (
                "ease-sanctions promised by Norland of oil embargo if depends on the doctor being"
                " at home with his children"
            )
        ],
    ),
    "the condition, after a colon": (
        (
            "Norland will lift the oil embargo. The condition: each of them signs a paper "
            "giving up the land."
        ),
        [
            (
                "ease-sanctions promised by Norland of oil embargo if each of them signs a paper "
                "giving up the land"
            )
        ],
    ),
    "its price": (
        "Norland will lift the oil embargo. Its price is the closing of the camp.",
        ["ease-sanctions promised by Norland of oil embargo if the closing of the camp"],
    ),
    "but only if, alone": (
        "Norland will lift the oil embargo. But only if the crew comes home.",
        [("ease-sanctions promised by Norland of oil embargo if only if the crew comes home")],
    ),
    "in return, in a sentence of its own": (
        "Norland will lift the oil embargo. In return, Arden must close the camp.",
        [
            (
                "ease-sanctions promised by Norland of oil embargo if In return, Arden must close"
                " the camp"
            )
        ],
    ),
    "first": (
        "Norland will lift the oil embargo. First, the camp has to be closed.",
        ["ease-sanctions promised by Norland of oil embargo if the camp has to be closed"],
    ),
    "the offer stands": (
        ("Norland will lift the oil embargo. The offer stands as long as the camp stays closed."),
        [("ease-sanctions promised by Norland of oil embargo if as long as the camp stays closed")],
    ),
    "ties this to": (
        ("Norland will lift the oil embargo. Its chairman ties this to a date for the vote."),
        [("ease-sanctions promised by Norland of oil embargo if ties this to a date for the vote")],
    ),
    "a condition that was met": (
        "Ana Sol will be freed on Friday. The condition was met in May.",
        ["release announced Ana Sol"],
    ),
    "the price of bread": (
        "Norland will lift the oil embargo. The price of bread rose.",
        ["ease-sanctions promised by Norland of oil embargo"],
    ),
    "only then": (
        "The camp must close first. Only then will the oil embargo be lifted.",
        ["ease-sanctions promised of oil embargo if Only then"],
    ),
    "dangled freedom": (
        ("The regime dangled freedom for the six opposition leaders if they quit politics."),
        ["release promised [6,6] by regime if if they quit politics"],
    ),
    "was offered a pardon": (
        "Ana Sol was offered a pardon on condition that she admit guilt.",
        ["pardon promised Ana Sol if on condition that she admit guilt"],
    ),
    "offered somebody a pardon": (
        "The prime minister offered Ana Sol a pardon in return for a public apology.",
        ["pardon promised Ana Sol by prime minister if in return for a public apology"],
    ),
    "a pardon is possible": (
        "A pardon for Ana Sol is possible if she asks for it, the presidency said.",
        ["pardon expected Ana Sol > the presidency if if she asks for it"],
    ),
    "no relief until": (
        ("There will be no sanctions relief until the prisons are emptied, diplomats said."),
        ["ease-sanctions denied > diplomats of sanctions if until the prisons are emptied"],
    ),
    "tied to": (
        "Washington tied any easing of sanctions to the release of the two Americans.",
        ["ease-sanctions expected of sanctions if to the release of the two Americans"],
    ),
    "look at lifting": (
        (
            "London said it would look at lifting the asset freezes if there was movement on "
            "prisoners."
        ),
        ["ease-sanctions expected > London of asset if if there was movement on prisoners"],
    ),
    "set free in return": (
        "The army would set the 11 miners free in return for a ransom, their union said.",
        ["release promised [11,11] > their union by army if in return for a ransom"],
    ),
    "an aside before the condition": (
        (
            "Eleven students would benefit from a presidential pardon at a later stage, she "
            "added, depending on their conduct."
        ),
        ["pardon promised [11,11] if depending on their conduct"],
    ),
    "the prospect of": (
        (
            "The president held out the prospect of an amnesty for the 30 rebels, provided "
            "they lay down arms."
        ),
        ["pardon expected [30,30] if provided they lay down arms"],
    ),
    "what hangs on papers is announced": (
        "Ana Sol will be released as soon as the judge signs the order.",
        ["release announced Ana Sol if as soon as the judge signs the order"],
    ),
    "what hangs on others is promised": (
        "Ana Sol will be released if the strike ends.",
        ["release promised Ana Sol if if the strike ends"],
    ),
    "the strict understanding": (
        (
            "Norland would restore landing rights at Varn on the strict understanding that no"
            " reporter is held."
        ),
        [
            (
                "ease-sanctions promised by Norland of landing rights if on the strict "
                "understanding that no reporter is held in Varn"
            )
        ],
    ),
    "ruled out before": (
        ("The spokesman ruled out any relaxation of the travel bans before the local elections."),
        ["ease-sanctions denied of travel bans if before the local elections"],
    ),
    "what remains of": (
        (
            "The bloc is ready to reopen the border and to lift what remains of the oil "
            "embargo if a date is named."
        ),
        ["ease-sanctions promised by bloc of oil embargo"],
    ),
    "a boycott of goods": (
        "Arden dropped its boycott of Norish flour.",
        ["ease-sanctions reported by Arden of its boycott of Norish flour"],
    ),
    "a ban on newspapers at home": ("The court lifted the ban on the newspaper.", []),
    "have them out": (
        (
            'The two policemen are in jail. "I can have the policemen out by Easter," he '
            'said, "if somebody shows me a paper."'
        ),
        [
            "hold reported [2,2]",
            "release expected policemen > The two policemen if if somebody shows me a paper",
        ],
    ),
    "sleeps at home": (
        (
            "The archivist is in prison. She will see to it that the archivist sleeps at home"
            " as soon as the flour is in the shops."
        ),
        [
            "hold reported archivist",
            "release promised archivist if as soon as the flour is in the shops",
        ],
    ),
    "on a plane": (
        (
            "They said that Ana Sol, in jail since May, will be on a plane as soon as the "
            "debt is paid."
        ),
        ["release promised Ana Sol if as soon as the debt is paid"],
    ),
    "to let them leave": (
        (
            "The minister promised to let the detained trade unionists leave, as soon as the "
            "first ship had been loaded."
        ),
        [
            (
                "release promised detained trade unionists > The minister by minister if as soon "
                "as the first ship had been loaded"
            )
        ],
    ),
    "to bring home": (
        (
            "Pavel Zorin is in prison. The governor promised to bring Zorin home by New Year "
            "if we stopped talking to journalists."
        ),
        [
            "hold reported Pavel Zorin",
            (
                "release promised Zorin > The governor by governor if if we stopped talking to "
                "journalists"
            ),
        ],
    ),
    "can expect to be home": (
        (
            "The villagers are in jail. The 23 villagers can expect to be home for the "
            "harvest if each of them signs."
        ),
        [
            "hold reported villagers",
            "release expected [23,23] if if each of them signs for harvest",
        ],
    ),
    "home, of nobody in jail": ("The nurses will go home if the ward is closed.", []),
    "made this dependent on": (
        (
            "Arden said that it would let 12 of the pastors go before Easter, but made this "
            "dependent on a new consulate."
        ),
        ["release promised [12,12] > Arden by Arden if dependent on a new consulate"],
    ),
    "after the release": (
        "The embargo would be lifted after the release of the first ten.",
        ["ease-sanctions promised of embargo if after the release of the first ten"],
    ),
    "respond by lifting": (
        "Norland will respond by lifting the embargo.",
        ["ease-sanctions promised of embargo"],
    ),
    "under the deal": (
        (
            "Under the deal, Arden frees 30 prisoners in return for the unfreezing of two "
            "billion dollars."
        ),
        [
            (
                "release promised [30,30] by Arden if in return for the unfreezing of two billion"
                " dollars"
            )
        ],
    ),
    "an inversion at the beginning": (
        "Were the mayor to be released, sanctions could be lifted.",
        ["ease-sanctions expected of sanctions if Were the mayor to be released"],
    ),
    "what would have been": (
        "If the mayor had been released, sanctions would have been lifted.",
        [],
    ),
    "refuses before": (
        "Norland refuses to lift the embargo before the vote.",
        ["ease-sanctions denied by Norland of embargo if before the vote"],
    ),
    "a release that is conditional": (
        "The release of the 12 protesters is conditional on an end to the sit-in.",
        ["release expected [12,12] if conditional on an end to the sit-in"],
    ),
    "while somebody is in prison": (
        "None of the sanctions will be lifted while Ana Sol remains in prison.",
        [
            ("ease-sanctions denied of None of the sanctions if while Ana Sol remains in prison"),
            "hold reported Ana Sol",
        ],
    ),
    "access comes back": (
        ("Duty-free access for textiles comes back when the roads are open to aid lorries."),
        [
            (
                "ease-sanctions announced of Duty-free access for textiles if when the roads are "
                "open to aid lorries"
            )
        ],
    ),
    "exempted": (
        (
            "Lorries carrying steel from Arden will be exempted from the customs surcharge as"
            " long as no further citizen is detained."
        ),
        [
            (
                "ease-sanctions promised of Lorries carrying steel from Arden if as long as no "
                "further citizen is detained"
            )
        ],
    ),
    "her travel ban": (
        ("Her travel ban remains until 2023 and will only be lifted earlier for good behaviour."),
        [],
    ),
    "detained in October would be released": (
        (
            "The ambassador stated that 96 demonstrators detained in October would be "
            "released as soon as their families had signed an undertaking."
        ),
        [
            (
                "release promised [96,96] > The ambassador if as soon as their families had "
                "signed an undertaking"
            )
        ],
    ),
    "but that depends on": (
        "Norland would lift its embargo on oil, but that depends on the inspectors.",
        [("ease-sanctions promised by Norland of its embargo on oil if depends on the inspectors")],
    ),
    "as they are carried out": (
        (
            "The restrictions on the export of timber will be eased as the recommendations of"
            " the commission are carried out."
        ),
        [
            (
                "ease-sanctions promised of restrictions on the export of timber if as the "
                "recommendations of the commission are carried out"
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
