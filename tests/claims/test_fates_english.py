"""Stories of what became of people, of sanctions set, of blame and praise; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "charged by somebody": (
        "Prosecutors charged Ana Sol with treason.",
        ["charge reported Ana Sol by Prosecutors for treason"],
    ),
    "charged in the passive, with two charges": (
        "Ana Sol was charged with spying and with inciting hatred on Monday.",
        ["charge reported Ana Sol for spying; inciting hatred"],
    ),
    "indicted": (
        "Ana Sol has been indicted on two counts of fraud.",
        ["charge reported Ana Sol for fraud"],
    ),
    "a count of the charged": (
        "Three students were charged under the security law.",
        ["charge reported [3,3]"],
    ),
    "charges faced": (
        "Ana Sol faces charges of espionage.",
        ["charge reported Ana Sol for espionage"],
    ),
    "charges brought": (
        "Police brought charges against 14 demonstrators.",
        ["charge reported [14,14] by Police"],
    ),
    "charged, told beside another act": (
        "Ana Sol, charged with sedition, was freed.",
        ["charge reported Ana Sol for sedition", "release reported Ana Sol"],
    ),
    "accused by those who charge": (
        "Investigators accused Pavel Zorin of treason.",
        ["charge reported Pavel Zorin by Investigators for treason"],
    ),
    "no charge: a price": (
        "The hotel charged guests 20 dollars.",
        [],
    ),
    "no charge: accused by a neighbour": (
        "A neighbour accused Pavel Zorin of noise.",
        [],
    ),
    "moved inside custody": (
        "Pavel Zorin was transferred to a penal colony in the north.",
        ["transfer reported Pavel Zorin"],
    ),
    "moved, and where to": (
        "The authorities transferred Ana Sol to Kestrel Prison on 3 May.",
        ["transfer reported Ana Sol by authorities in Kestrel Prison"],
    ),
    "extradited": (
        "Ihar Malin was extradited to Norland.",
        ["transfer reported Ihar Malin in Norland"],
    ),
    "a transfer as a noun": (
        "The transfer of Pavel Zorin to a remote colony was reported.",
        ["transfer reported Pavel Zorin"],
    ),
    "no transfer: a house": (
        "The family moved house.",
        [],
    ),
    "released on bail": (
        "Ana Sol was released on bail on Friday.",
        ["conditional-release reported Ana Sol"],
    ),
    "bail granted": (
        "A judge granted bail to Ana Sol.",
        ["conditional-release reported Ana Sol by judge"],
    ),
    "paroled, in a relative clause": (
        "Pavel Zorin, who was paroled in May, left for Oslo.",
        ["conditional-release reported Pavel Zorin"],
    ),
    "a count on parole": (
        "Two journalists were freed on parole.",
        ["conditional-release reported [2,2]"],
    ),
    "from prison to house arrest": (
        "Ana Sol was moved to house arrest.",
        ["conditional-release reported Ana Sol"],
    ),
    "house arrest with no prison before": (
        "Ana Sol was placed under house arrest.",
        ["arrest reported Ana Sol"],
    ),
    "swapped": (
        "Twenty-four people were swapped for eight spies.",
        ["exchange reported [24,24]"],
    ),
    "one exchanged": (
        "Ana Sol was exchanged for a convicted smuggler.",
        ["exchange reported Ana Sol"],
    ),
    "a swap as a noun": (
        "The two countries carried out a prisoner swap involving 24 people.",
        ["exchange reported [24,24]"],
    ),
    "re-arrested": (
        "Ana Sol was re-arrested hours after her release.",
        ["rearrest reported Ana Sol"],
    ),
    "rearrested by somebody": (
        "Police rearrested 12 activists.",
        ["rearrest reported [12,12] by Police"],
    ),
    "a rearrest as a noun": (
        "The re-arrest of Ana Sol shocked her family.",
        ["rearrest reported Ana Sol"],
    ),
    "detained again": (
        "Pavel Zorin was detained again on Monday.",
        ["rearrest reported Pavel Zorin"],
    ),
    "sent back": (
        "Pavel Zorin was sent back to prison.",
        ["rearrest reported Pavel Zorin"],
    ),
    "died in custody": (
        "Ana Sol died in custody on Tuesday.",
        ["die reported Ana Sol"],
    ),
    "a death as a noun": (
        "The death of Pavel Zorin in prison was announced.",
        ["die announced Pavel Zorin"],
    ),
    "died, in a relative clause": (
        "Pavel Zorin, who died in a prison hospital in May, was 47.",
        ["die reported Pavel Zorin in a prison hospital"],
    ),
    "found dead": (
        "Ihar Malin was found dead in his cell.",
        ["die reported Ihar Malin"],
    ),
    "no death in custody": (
        "Her grandmother died in 1990.",
        [],
    ),
    "disappeared": (
        "The blogger disappeared in March after leaving home.",
        ["disappear reported blogger"],
    ),
    "missing": (
        "Ana Sol has been missing since May.",
        ["disappear reported Ana Sol"],
    ),
    "made to disappear": (
        "Nine students were forcibly disappeared in 2019.",
        ["disappear reported [9,9]"],
    ),
    "a disappearance as a noun": (
        "The disappearance of Ihar Malin worried exiles.",
        ["disappear reported Ihar Malin"],
    ),
    "sanctions imposed": (
        "The European Union imposed sanctions on five judges over the trial.",
        ["impose-sanctions reported by European Union of sanctions on five judges over the trial"],
    ),
    "people sanctioned": (
        "The United States sanctioned three officials.",
        ["impose-sanctions reported by United States of three officials"],
    ),
    "a threat with its condition": (
        "Norland will impose new sanctions if he is not freed.",
        ["impose-sanctions promised by Norland of new sanctions if if he is not freed"],
    ),
    "put on a list": (
        "The EU added two judges to its sanctions list.",
        ["impose-sanctions reported by EU of two judges"],
    ),
    "assets frozen": (
        "Norland froze the assets of two banks.",
        ["impose-sanctions reported by Norland of assets of two banks"],
    ),
    "imposition as a noun": (
        "The imposition of sanctions on the bank was expected.",
        ["impose-sanctions expected of sanctions on the bank"],
    ),
    "threatened, unless": (
        "Brussels threatened to impose sanctions on a firm unless Ana Sol is freed.",
        ["impose-sanctions promised by Brussels of sanctions on a firm if unless Ana Sol is freed"],
    ),
    "easing is asked for": (
        "The minister urged Brussels to lift sanctions.",
        ["ease-sanctions demanded > The minister by Brussels of sanctions"],
    ),
    "sanctions are asked for": (
        "The opposition called on the EU to impose sanctions.",
        ["impose-sanctions demanded > The opposition by EU of sanctions"],
    ),
    "no sanctions: a referee": (
        "The federation sanctioned him for kicking a bottle.",
        [],
    ),
    "condemned": (
        "Rights groups condemned the sentencing of Ana Sol.",
        [
            "criticise reported by Rights groups of sentencing of Ana Sol",
            "sentence reported Ana Sol > Rights groups",
        ],
    ),
    "criticised for": (
        "The envoy criticised Norland for its treatment of prisoners.",
        ["criticise reported by envoy of its treatment of prisoners"],
    ),
    "welcomed": (
        "The mayor welcomed the release of 12 students.",
        [
            "welcome reported by mayor of release of 12 students",
            "release reported [12,12] > The mayor",
        ],
    ),
    "no welcome: a cook": (
        "The envoy praised the cook.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
