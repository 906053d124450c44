"""Stories of voices: who says so, through whom, and how they stand to it.

All persons, organisations and events are invented. A claim is written
`act stance who > speaker:kind > speaker:kind`, the outermost first.
"""

from __future__ import annotations

import pytest

from habeas.claims import extract_claims
from habeas.model.claims import Claim
from habeas.reports import read_report

CHAINS: dict[str, tuple[str, list[str]]] = {
    "quoted as saying": (
        "The agency Norvest quoted Mara Quill as saying that nine prisoners had been freed.",
        ["release reported 9 > Norvest:unknown > Mara Quill:unknown"],
    ),
    "cited as saying": (
        "State television cited the interior minister as saying that 14 people were arrested.",
        ["arrest reported 14 > State television:state-media > the interior minister:government"],
    ),
    "quoted as saying what is to come": (
        "The agency Norvest quoted Mara Quill as saying that nine prisoners will be freed.",
        ["release announced 9 > Norvest:unknown > Mara Quill:unknown"],
    ),
    "she, according to an agency": (
        "The minister, Mara Quill, spoke on Friday. Nine prisoners were freed, she said, according"
        " to the agency Norvest.",
        ["release reported 9 > Norvest:unknown > Mara Quill:government"],
    ),
    "he, according to a newspaper": (
        "The minister, Tom Quill, spoke on Friday. “More sanctions will be lifted,” he added,"
        " according to the newspaper Varn Herald.",
        ["ease-sanctions promised None > Varn Herald:media > Tom Quill:government"],
    ),
    "her whom state media quote": (
        "The minister, Mara Quill, spoke on Friday. State television quoted her as saying that"
        " nine prisoners were freed.",
        ["release reported 9 > State television:state-media > Mara Quill:government"],
    ),
    "she who speaks above": (
        "The minister, Tom Quill, spoke. The lawyer Mara Sol said she hoped nine prisoners would"
        " be freed.",
        ["release expected 9 > Mara Sol:lawyer"],
    ),
    "quoted by": (
        "The minister, quoted by the state-run Varn Herald, said that 19 prisoners were freed.",
        ["release reported 19 > Varn Herald:state-media > The minister:government"],
    ),
    "speaking anonymously": (
        "Two officials, speaking anonymously, told Reuters that ten prisoners had been freed.",
        ["release reported 10 > Two officials:government"],
    ),
    "on condition of anonymity": (
        "Nine detainees were released, an official said on condition of anonymity.",
        ["release reported 9 > an official:government"],
    ),
    "a voice in the middle": (
        "The nine prisoners, their lawyer said, were freed on Monday.",
        ["release reported 9 > their lawyer:lawyer"],
    ),
    "in brackets of commas at the end": (
        "Nine prisoners were freed, according to the families.",
        ["release reported 9 > the families:family"],
    ),
    "by their own account": (
        "By the army's own account, 812 villagers are held in the camps.",
        ["hold reported 812 > the army:government"],
    ),
    "in the view of": (
        "In the view of the union, 12 workers are held without reason.",
        ["hold reported 12 > the union:unknown"],
    ),
    "a claim of somebody": (
        "The ministry denied reports by foreign media that ten students were arrested.",
        ["arrest denied 10 > The ministry:government > foreign media:media"],
    ),
    "a relative that speaks": (
        "Mara Quill, who leads the rights group Open Door, said 40 activists remain in jail.",
        ["hold reported 40 > Mara Quill:rights-group"],
    ),
    "a tweet": (
        "“Eleven of our colleagues were arrested,” the newspaper tweeted.",
        ["arrest reported 11 > the newspaper:media"],
    ),
    "a colon": (
        "The prosecutor wrote: three men were arrested on Friday.",
        ["arrest reported 3 > The prosecutor:government"],
    ),
    "a capital speaks for its state": (
        "Washington says that three of its citizens are held.",
        ["hold reported 3 > Washington:government"],
    ),
    "passive with nobody named": (
        "Nine men are believed to be held in Varn.",
        ["hold estimated 9"],
    ),
    "told to a reporter": (
        "“Six of my clients were released,” lawyer Mara Quill told the Varn Times.",
        ["release reported 6 > Mara Quill:lawyer"],
    ),
    "the group after its name": (
        "Cell Door, a rights group, published a list on Monday. The group said that 30 students "
        "were arrested.",
        ["arrest reported 30 > The group:rights-group"],
    ),
    "she after her name": (
        "Lawyer Mara Quill spoke outside the court. She said that 30 students were arrested.",
        ["arrest reported 30 > Mara Quill:lawyer"],
    ),
    "a surname keeps the office": (
        "Interior Minister Mara Quill spoke on Monday. Quill said that 30 students were arrested.",
        ["arrest reported 30 > Quill:government"],
    ),
    "said, adding": (
        "Police arrested 60 people, the union said, adding that ten were still held.",
        ["arrest reported 60 > the union:unknown", "hold reported 10 > the union:unknown"],
    ),
    "reported, citing": (
        "Local media reported, citing the union, that ten members were held.",
        ["hold reported 10 > Local media:media > the union:unknown"],
    ),
    "a statement from somebody": (
        "A statement from the union said ten members were held.",
        ["hold reported 10 > the union:unknown"],
    ),
    "what was not said": (
        "Nine students were arrested; the police have not said why.",
        ["arrest reported 9", "withhold reported None"],
    ),
    "a title that is a noun": (
        "Varn has released 39 prisoners, the justice minister said on Friday.",
        ["release reported 39 > the justice minister:government"],
    ),
    "singer and activist": (
        "Singer and activist Mara Quill spoke on Monday. She said nine students were arrested.",
        ["arrest reported 9 > Mara Quill:rights-group"],
    ),
    "a quotation that goes on": (
        "“We waited all night,” said Mara Quill, a lawyer. “Nine students were arrested.”",
        ["arrest reported 9 > Mara Quill:lawyer"],
    ),
    "a quotation over paragraphs": (
        "“We waited all night,” said Mara Quill.\n\n“Nine students were arrested at the gate.”",
        ["arrest reported 9 > Mara Quill:unknown"],
    ),
    "the speaker after two sentences": (
        "“They came at dawn. Nine students were arrested,” Mara Quill said.",
        ["arrest reported 9 > Mara Quill:unknown"],
    ),
    "a word in quotation marks is no speech": (
        "Nine “activists” were arrested on Monday.",
        ["arrest reported 9"],
    ),
    "an answer in parliament": (
        "Answered by Baroness Quill on 4 May 2024\n\nNine students were arrested in Varn.",
        ["arrest reported 9 > Quill:unknown"],
    ),
    "a minister answers": (
        "Minister for Foreign Affairs (Deputy Mara Quill): Nine students were arrested in Varn.",
        ["arrest reported 9 > Mara Quill:government"],
    ),
    "initials in an interview": (
        "Mara Quill, a lawyer, has worked in Varn for ten years.\n\nHow many?\n\nMQ: Nine students "
        "were arrested.\n\nAnd now?\n\nMQ: They wait.",
        ["arrest reported 9 > Mara Quill:lawyer"],
    ),
    "joint speakers": (
        "Nine people were arrested, the police and the ministry said.",
        ["arrest reported 9 > the police:government > the ministry:government"],
    ),
    "one person of two trades": (
        "The lawyer and activist Mara Quill said nine people were arrested.",
        ["arrest reported 9 > Mara Quill:rights-group"],
    ),
    "somebody beside reports": (
        "According to reports and a lawyer, nine people were arrested.",
        ["arrest reported 9 > a lawyer:lawyer"],
    ),
    "whose report it is": (
        "Nine people were arrested, according to the lawyer's report.",
        ["arrest reported 9 > the lawyer:lawyer"],
    ),
    "whose footage it is": (
        "Footage from state television showed nine prisoners being released.",
        ["release reported 9 > state television:state-media"],
    ),
    "footage of nobody": (
        "Footage showed nine prisoners being released.",
        ["release reported 9"],
    ),
    "told to an agency after a comma": (
        "They held both men in the capital Varn, a government official told the agency.",
        ["hold reported 2 > a government official:government"],
    ),
    "short for its name": (
        "The Lantern Committee to Protect Sailors (LCPS) said nine sailors were arrested.",
        ["arrest reported 9 > The Lantern Committee to Protect Sailors:unknown"],
    ),
    "a name with a hyphen before it": (
        "The Varn-based Committee to Protect Sailors said nine sailors were arrested.",
        ["arrest reported 9 > Committee to Protect Sailors:unknown"],
    ),
    "when is not who": (
        "The rights office on Wednesday in a statement said nine people were arrested.",
        ["arrest reported 9 > The rights office:unknown"],
    ),
    "hoped": (
        "Mara Quill said she hoped nine of the prisoners would be released.",
        ["release expected 9 > Mara Quill:unknown"],
    ),
    "an accusation": (
        "Rights groups accuse the army of detaining 40 villagers.",
        ["arrest reported 40 > Rights groups:rights-group"],
    ),
    "who demands by a participle": (
        "Rights groups staged a rally, demanding the release of nine students.",
        ["demand-release demanded 9 > Rights groups:rights-group"],
    ),
    "a chance asks nothing": (
        "It was a chance to call for the release of nine students.",
        ["demand-release demanded 9"],
    ),
    "the second of two things asked": (
        "The minister called on the court to drop the charges and release nine students.",
        ["demand-release demanded 9 > The minister:government"],
    ),
    "asked to ensure": (
        "The lawyer urged the minister to ensure the release of nine students.",
        ["demand-release demanded 9 > The lawyer:lawyer"],
    ),
    "asked to ensure that": (
        "The lawyer asked the minister to ensure that the nine students are released.",
        ["demand-release demanded 9 > The lawyer:lawyer"],
    ),
    "a norm names nobody": ("No one should be detained for speech, the lawyer said.", []),
    "one act by two verbs": (
        "The lawyer said 40 people were arrested and detained in Varn.",
        ["arrest reported 40 > The lawyer:lawyer"],
    ),
    "a relative clause of two verbs": (
        "The court freed nine sailors who were held or wrongfully detained.",
        ["release reported 9", "hold reported 9"],
    ),
    "a relative clause is no question": (
        "The lawyer said 40 people who were arrested in May were released.",
        ["arrest reported 40 > The lawyer:lawyer", "release reported 40 > The lawyer:lawyer"],
    ),
    "speech that goes on": (
        "Mara Quill, a lawyer, said she had visited the cells. Nine men had been released.",
        ["release reported 9 > Mara Quill:lawyer"],
    ),
    "speech that goes on with would": (
        "The lawyer said the men would see a judge. Two of them would be released on Friday.",
        ["release announced 2 > The lawyer:lawyer"],
    ),
    "what the report tells after speech": (
        "Mara Quill, a lawyer, said her clients were tired. Nine men had been arrested.",
        ["arrest reported 9"],
    ),
    "short for a rights group": (
        "The Human Rights Lantern (HRL) met on Friday. HRL said nine men were arrested.",
        ["arrest reported 9 > HRL:rights-group"],
    ),
    "arrested by a thing": ("Critics were arrested by its first sentence.", []),
    "grounds on which": (
        "The court did not give the grounds on which he was held.",
        ["withhold reported None"],
    ),
    "asked anew by a pronoun": (
        "Ivo Sand was arrested in May. The lawyer called for his immediate release.",
        [
            "arrest reported Ivo Sand",
            "demand-release demanded Ivo Sand > The lawyer:lawyer",
        ],
    ),
    "concerned by": (
        "The lawyer is deeply concerned by the arrest of nine sailors.",
        ["arrest reported 9 > The lawyer:lawyer"],
    ),
    "on whose page": (
        "A statement on the ministry's website said nine men were freed.",
        ["release reported 9 > the ministry:government"],
    ),
    "an arrest and who was arrested": (
        "The lawyer condemned the arrest of the reporter Ivo Sand, who was arrested in Varn.",
        [
            "criticise reported None",
            "arrest reported Ivo Sand > The lawyer:lawyer",
        ],
    ),
}

KINDS: dict[str, tuple[str, str]] = {
    "state news agency": ("the state news agency Norvest", "state-media"),
    "rights group": ("the rights group Lantern", "rights-group"),
    "what it does tells": ("Lantern, which tracks arrests,", "rights-group"),
    "an apposition tells": ("Lantern, an advocacy group,", "rights-group"),
    "ministry": ("the Ministry of Order", "government"),
    "a jail official": ("a jail official", "government"),
    "an airport official is of no state": ("an airport official", "unknown"),
    "attorney general": ("the attorney general", "government"),
    "attorney": ("their attorney", "lawyer"),
    "sister": ("his sister", "family"),
    "bishop": ("the bishop of Varn", "church"),
    "magistrate": ("a magistrate", "court"),
    "a name alone tells nothing": ("Liberty Watch Network", "unknown"),
}

STANCES: dict[str, tuple[str, list[str]]] = {
    "a claim called false": (
        "The claim that ten students were arrested is false.",
        ["arrest denied 10"],
    ),
    "not true": ("It is not true that ten students were arrested.", ["arrest denied 10"]),
    "not a single": (
        "Not a single student was arrested, police said.",
        ["arrest denied Not a single student > police:government"],
    ),
    "dismissed": (
        "The army dismissed claims that ten students were arrested.",
        ["arrest denied 10 > The army:government"],
    ),
    "assured": (
        "The minister assured us that ten students will be freed.",
        ["release promised 10 > The minister:government"],
    ),
    "must be": ("Ten students must be freed at once.", ["demand-release demanded 10"]),
    "should be released immediately": (
        "The ten detained students should be released immediately, the union said.",
        ["demand-release demanded 10 > the union:unknown"],
    ),
    "wants them home": (
        "The union wants the ten detained students home before winter.",
        ["demand-release demanded 10 > The union:unknown"],
    ),
    "let them go": ("Let the ten students go.", ["demand-release demanded 10"]),
    "letting go is no demand": ("The guards let ten students go.", ["release reported 10"]),
    "meets tomorrow": (
        "Mara Quill meets Tomas Reyl, the president, on Friday.",
        ["meet announced Mara Quill, Tomas Reyl"],
    ),
}


@pytest.mark.parametrize("story", CHAINS | STANCES)
def test_who_says_so_and_how(story: str) -> None:
    text, expected = (CHAINS | STANCES)[story]
    assert [told(claim) for claim in claims_of(text)] == expected


@pytest.mark.parametrize("story", KINDS)
def test_what_kind_of_speaker(story: str) -> None:
    speaker, kind = KINDS[story]
    text = f"{speaker[0].upper()}{speaker[1:]} said that ten students were arrested."
    assert [s.kind.value for claim in claims_of(text) for s in claim.speakers] == [kind]


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract_claims(read_report(f"A story\n\n{text}".encode(), file="story.txt"))


def told(claim: Claim) -> str:
    """A claim with its voices on one line."""
    if claim.names:
        who = ", ".join(n.name for n in claim.names)
    else:
        who = str(claim.count.low) if claim.count is not None else str(claim.group)
    voices = [f"{s.name}:{s.kind.value}" for s in claim.speakers]
    return " > ".join([f"{claim.act.value} {claim.stance.value} {who}", *voices])
