"""Stories the reader must get right: a sentence, and what it claims.

All persons, organisations and events are invented. The sentences were written
to tune the rules on; `tests/goldens/held-out` is what the rules never saw.

A claim is written `act stance who`, then what else matters: `> speaker`,
`by actor`, `of object`, `if condition`, `for charges`, `in place`, `+nationality`.
`who` is names, or bounds as `[least,greatest]` with `~n` for "about n".
"""

from __future__ import annotations

import pytest

from habeas.claims import LanguageNotRead, extract_claims
from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

STORIES: dict[str, tuple[str, list[str]]] = {
    "an act with its actor": (
        "The president pardoned 31 inmates.",
        ["pardon reported [31,31] by president"],
    ),
    "the same in the passive": (
        "Thirty-one inmates were pardoned by the president.",
        ["pardon reported [31,31] by president"],
    ),
    "announced is not done": (
        "The government said it would release at least 80 prisoners.",
        ["release announced [80,] > The government by The government"],
    ),
    "who announces a pardon grants it": (
        "The president announced the pardon of 31 inmates.",
        ["pardon announced [31,31] > The president by The president"],
    ),
    "but an agency that announces it does not": (
        "The state agency Belta announced the pardon of 31 inmates.",
        ["pardon announced [31,31] > Belta"],
    ),
    "planned is only expected": (
        "The government plans to free 200 prisoners.",
        ["release expected [200,200] by government"],
    ),
    "a denial": (
        "Officials denied that anyone had been arrested.",
        ["arrest denied anyone > Officials"],
    ),
    "nobody is a denial, not a zero": (
        "No political prisoners were released, the group said.",
        ["release denied No political prisoners > the group"],
    ),
    "a range": (
        "The rights group Open Door said between 40 and 60 activists remain in jail.",
        ["hold reported [40,60] > Open Door"],
    ),
    "a ceiling": (
        "Fewer than 20 detainees are still behind bars, lawyers said.",
        ["hold reported [,19] > lawyers"],
    ),
    "nearly is less": (
        "Nearly 300 people were arrested at the rally, according to police.",
        ["arrest reported [,299] > police"],
    ),
    "vague words keep their least": (
        "Dozens of protesters were detained, the opposition said.",
        ["arrest reported [24,] > the opposition"],
    ),
    "a guess about today": (
        "Up to a thousand people may still be in detention, the United Nations estimates.",
        ["hold estimated [,1000] > United Nations"],
    ),
    "a sentence with its charges": (
        "Marta Oliveira, a journalist, was sentenced to seven years in prison on charges of "
        "treason and incitement.",
        ["sentence reported Marta Oliveira for treason; incitement"],
    ),
    "a title beside a name": (
        "A court in Minsk sentenced the activist Pavel Zorin to 12 years for organising protests.",
        ["sentence reported Pavel Zorin by court in Minsk for organising protests"],
    ),
    "a capture": (
        "Soldiers captured four gunmen.",
        ["arrest reported [4,4] by Soldiers"],
    ),
    "picked up by police, by a word no list has": (
        "Two kar zelmis were picked up by police, residents said.",
        ["arrest reported [2,2] > residents by police"],
    ),
    "arrested, by a word no list has": (
        "Police arrested 40 rabble-rousers.",
        ["arrest reported [40,40] by Police"],
    ),
    "booked under a law": (
        "Police booked 62 people under the emergency law.",
        ["arrest reported [62,62] by Police"],
    ),
    "a booking of another kind": ("The hall booked 62 singers.", []),
    "prices are arrested too, and claim nothing": ("The bank arrested the decline.", []),
    "arrested from the spot": (
        "Four men were arrested from the scene.",
        ["arrest reported [4,4]"],
    ),
    "an arrest that is only demanded": (
        "The party demanded the arrest of four officers.",
        ["arrest demanded [4,4]"],
    ),
    "an arrest that is only asked for": (
        "The party asked the government to arrest four officers.",
        ["arrest demanded [4,4] by government"],
    ),
    "several by another word": (
        "Multiple suspects were detained.",
        ["arrest reported [2,]"],
    ),
    "a demand in the passive": (
        "The opposition demanded that all political prisoners be freed.",
        ["demand-release demanded all political prisoners > The opposition"],
    ),
    "a demand by urging": (
        "Open Door urged the authorities to release Ana Sol immediately.",
        ["demand-release demanded Ana Sol > Open Door"],
    ),
    "a demand by must": (
        "Ana Sol must be released, her lawyer said.",
        ["demand-release demanded Ana Sol > her lawyer"],
    ),
    "telling reporters is no demand": (
        '"We have released 45 people," the interior minister told reporters.',
        ["release reported [45,45] > the interior minister"],
    ),
    "a promise with its condition": (
        "The United States will lift sanctions on two banks if the prisoners are freed.",
        [
            "ease-sanctions promised by United States of sanctions on two banks "
            "if if the prisoners are freed"
        ],
    ),
    "an exchange is a condition, and its release is not told as done": (
        "Washington agreed to ease restrictions on oil exports in exchange for the release of "
        "14 hostages.",
        [
            "ease-sanctions promised > Washington by Washington of restrictions on oil exports "
            "if in exchange for the release of 14 hostages"
        ],
    ),
    "sanctions lifted": (
        "Sanctions on the airline have been lifted, the Treasury said.",
        ["ease-sanctions reported > the Treasury of Sanctions on the airline"],
    ),
    "names refused": (
        "The ministry declined to publish the names of those freed.",
        ["withhold reported by ministry of names of those freed"],
    ),
    "a question left open claims nothing else": (
        "Officials did not say how many people were arrested.",
        ["withhold reported by Officials of how many people were arrested"],
    ),
    "a meeting of two named sides": (
        "President Amara Kone held talks with the US ambassador, Helen Brandt.",
        ["meet reported Amara Kone, Helen Brandt"],
    ),
    "one side is no meeting": ("The two sides discussed trade.", []),
    "members of those freed": (
        "Among those released were Ana Sol and Pavel Zorin.",
        ["release reported Ana Sol", "release reported Pavel Zorin"],
    ),
    "a part of a whole": (
        "The amnesty covers 350 convicts, including 12 foreigners.",
        ["pardon reported [350,350]", "pardon reported [12,12] part"],
    ),
    "a list that begins with a title": (
        "Belarus freed 52 prisoners, among them the blogger Ihar Malin.",
        ["release reported [52,52] by Belarus", "release reported Ihar Malin by Belarus part"],
    ),
    "where they were taken": (
        "Norland pardoned 30 people. The other nine were taken to Spain.",
        ["pardon reported [30,30] by Norland", "release reported [9,9] in Spain part"],
    ),
    "where they were received": (
        "Ukraine received 14 civilians.",
        ["release reported [14,14] in Ukraine"],
    ),
    "of what nationality": (
        "Six Lithuanians and two people from Latvia were freed.",
        ["release reported [6,6] +LT", "release reported [2,2] +LV"],
    ),
    "deported is its own act": (
        "Five of the freed prisoners were deported to Poland.",
        ["exile reported [5,5] in Poland"],
    ),
    "a chain of voices, outermost first": (
        "State television quoted the president as saying that 70 convicts would be pardoned.",
        ["pardon announced [70,70] > State television > the president"],
    ),
    "a figure given for prisoners": (
        "The rights group Open Door puts the number of political prisoners at 1,140.",
        ["hold reported [1140,1140] > Open Door"],
    ),
    "a stock that stands at a number": (
        "The number of detainees has risen to 1,140, the committee said.",
        ["hold reported [1140,1140] > the committee"],
    ),
    "called prisoners by somebody": (
        "According to Open Door, 97 people were political prisoners as of Saturday.",
        ["hold reported [97,97] > Open Door"],
    ),
    "a pronoun back to its person": (
        "Ana Sol was arrested in May. Her brother said she was being held in a colony.",
        ["arrest reported Ana Sol", "hold reported Ana Sol > Her brother"],
    ),
    "only which people is no claim": (
        "The 61 people arrested in July were freed.",
        ["release reported [61,61]"],
    ),
    "acquitted is no sentence": ("Ana Sol was found not guilty by a court in Oslo.", []),
    "held since": (
        "Pavel Zorin has been detained since May.",
        ["hold reported Pavel Zorin"],
    ),
    "somebody described is not passed over for the name before": (
        "Ana Sol was sentenced in May. Police took away a man with a drum. He was later let go.",
        [
            "sentence reported Ana Sol",
            "arrest reported man by Police",
            "release reported man",
        ],
    ),
    "a count of acts": (
        "In May the group recorded 41 arrests.",
        ["arrest reported [41,41] > the group"],
    ),
    "names beside their count, all of them": (
        "Three men, Ana Sol, Pavel Zorin and Ihar Malin, were freed on Monday.",
        [
            "release reported Ana Sol",
            "release reported Pavel Zorin",
            "release reported Ihar Malin",
        ],
    ),
    "off a list": (
        "Britain removed four officials from its sanctions list.",
        ["ease-sanctions reported by Britain of four officials"],
    ),
    "not yet told": (
        "The ministry has yet to publish the names.",
        ["withhold reported by ministry of names"],
    ),
    "an answer in an interview": (
        "Ana Sol, a lawyer, spoke to us.\n\nQ: How many?\n\nA: Nine were freed.",
        ["release reported [9,9] > Ana Sol"],
    ),
    "a labelled list": (
        "Freed: Ana Sol (student), Pavel Zorin (baker).",
        ["release reported Ana Sol", "release reported Pavel Zorin"],
    ),
    "a figure of its own speaker": (
        "Norland freed 12 people. The ministry says 15.",
        ["release reported [12,12] by Norland", "release reported [15,15] > The ministry"],
    ),
    "parts of a count": (
        "Police said that 212 detainees had been let go, 192 in Adama and 20 in Mekelle.",
        [
            "release reported [212,212] > Police",
            "release reported [192,192] > Police in Adama part",
            "release reported [20,20] > Police in Mekelle part",
        ],
    ),
    "not detention: out of a car": ("The driver was freed from her car by firemen.", []),
    "not detention: letters": ("We have received about 300 letters.", []),
    "not detention: a statement": ("The company released a statement on its 200 workers.", []),
    "not detention: a film": ("The film was released in 2019.", []),
    "not detention: an election": ("The 2020 election was held in August.", []),
    "not detention: a passport": ("She held passports of 12 countries.", []),
    "not a claim: a question": ("How many people were arrested?", []),
    "not a claim: a purpose": ("She went to Rome to secure the release of 12 people.", []),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims


def test_a_condition_in_the_next_sentence_joins_its_promise() -> None:
    text = (
        "The envoy announced that Norland intends to ease sanctions on timber. "
        "The step depends on further talks."
    )
    (claim,) = extract_claims(report(text))
    assert claim.condition is not None
    assert claim.condition.words == "depends on further talks"
    assert text[claim.condition.start : claim.condition.end] == claim.condition.words


def test_a_headline_is_not_read_twice() -> None:
    text = "Norland frees 12 people\n\nNorland freed 12 people on Friday."
    claims = extract_claims(report(text, title="Norland frees 12 people"))
    assert [c.passage.start for c in claims] == [25]


def test_every_claim_is_locked_to_its_words() -> None:
    text = "\n".join(story for story, _ in STORIES.values())
    source = report(text)
    for claim in extract_claims(source):
        at = claim.passage
        assert source.text[at.start : at.end] == at.exact
        assert source.text[: at.start].endswith(at.prefix)
        assert source.text[at.end :].startswith(at.suffix)


def test_ids_tell_claims_apart_and_stay() -> None:
    source = report(" ".join(story for story, _ in STORIES.values()))
    first, second = extract_claims(source), extract_claims(source)
    assert [c.id for c in first] == [c.id for c in second]
    assert len({c.id for c in first}) == len(first)


def test_invisible_and_mixed_direction_characters_move_nothing() -> None:
    text = "Norland freed\u200b 12 \u202epeople\u202c on Friday."
    (claim,) = extract_claims(report(text))
    assert claim.count is not None
    assert claim.count.low == 12
    assert text[claim.passage.start : claim.passage.end] == claim.passage.exact


def test_a_wrapped_paragraph_reads_as_one() -> None:
    text = (
        "The ministry said on Friday that it had freed, after a long wait and many\n"
        "letters from their families, a group of nineteen prisoners who had been in\n"
        "the northern colony.\n"
    )
    assert any(c.count and c.count.low == 19 for c in extract_claims(report(text)))


def test_a_language_without_analyser_says_so() -> None:
    belarusian = report("Улады вызвалілі дванаццаць чалавек у суботу.", language="be")
    with pytest.raises(LanguageNotRead) as problem:
        extract_claims(belarusian)
    assert "'be'" in problem.value.what
    assert problem.value.remedy


def report(text: str, *, title: str = "", language: str = "en") -> Report:
    """A report of an invented publisher, published on 2025-05-07."""
    return Report(
        id="0" * 64,
        file="story.txt",
        url=None,
        media_type="text/plain",
        language=language,
        title=title,
        publisher="Example Wire",
        published=EdtfDate.parse("2025-05-07"),
        retrieved=None,
        text=text,
    )


def told(claim: Claim) -> str:
    """A claim in one line, as the stories write it."""
    parts = [claim.act.value, claim.stance.value]
    if claim.names:
        parts.append(", ".join(n.name for n in claim.names))
    elif claim.count is not None and claim.count.about is not None:
        parts.append(f"~{claim.count.about:g}")
    elif claim.count is not None:
        low, high = claim.count.low, claim.count.high
        parts.append(f"[{'' if low is None else low},{'' if high is None else high}]")
    elif claim.group:
        parts.append(claim.group)
    parts += [f"> {s.name}" for s in claim.speakers]
    parts += [f"by {claim.by}"] if claim.by else []
    parts += [f"of {claim.object}"] if claim.object else []
    parts += [f"if {claim.condition.words}"] if claim.condition else []
    parts += [f"for {'; '.join(claim.charges)}"] if claim.charges else []
    parts += [f"in {claim.place}"] if claim.place else []
    parts += [f"+{','.join(claim.nationalities)}"] if claim.nationalities else []
    parts += ["part"] if claim.part_of else []
    return " ".join(parts)
