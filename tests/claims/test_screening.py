"""What of a text is worth parsing: no claim may be lost, and little else let through.

Everyone in the texts is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.inflection import surface_forms
from habeas.claims.english.screen import english_screen
from habeas.claims.extract import extract_claims
from habeas.claims.long_texts import AROUND
from habeas.claims.russian.screen import russian_screen
from habeas.claims.screening import COLON, NUMBER, Clue, Screen
from habeas.model.claims import Act
from habeas.reports import read_report

TUNING = Path(__file__).resolve().parent.parent / "goldens" / "tuning"

MOST_OUTSIDE = 0.005
"""Share of the claims that may begin outside of what the screen lets through."""

LET_THROUGH = {
    "an act": "Arden freed 52 people on Monday.",
    "an irregular form": "Eleven men were held in the old barracks.",
    "capitals": "ARDEN FREES NINE",
    "a hyphen": "The once-jailed editor spoke.",
    "quotation marks": "He was “released” at dawn.",
    "an invisible sign beside it": "He was \u200breleased\u200b at dawn.",
    "a phrase, its words apart": "She was at last allowed to walk out of the colony free.",
    "a set phrase": "The king granted them clemency.",
    "a state": "Four of the miners remain in the northern colony.",
    "behind bars": "Ana Sol is, her sister says, still behind bars.",
    "a place of detention after being": "The editor is in a military hospital.",
    "a label": "Out: Ana Sol and Bo Lind.",
    "where they were taken": "The other nine were taken to Norland.",
    "a meeting": "The envoy met the minister.",
    "talks": "After talks in the capital with the minister, the envoy left.",
    "sanctions": "Norland will lift the ban on exports.",
    "off a list": "The trader was taken off the list of sanctions.",
    "delisted": "Norland delisted the trader.",
    "untold": "The ministry did not say how many.",
    "not discussed": "The envoy said he cannot comment on the letter.",
    "unanswered": "The ministry did not reply to a request for the list.",
    "refused": "Officials declined to give their names.",
    "negated by a curly apostrophe": "They don’t name him.",
    "captives": "The group counts 612 prisoners.",
}
HELD_BACK = {
    "weather": "Rain is expected in the north on Monday.",
    "sport": "Norland won the cup after extra time.",
    "markets": "Shares fell by three percent as oil grew cheaper.",
    "a word inside another": "The threshold was withholding nothing.",
    "words of a phrase far apart": f"They walk {'past the old harbour ' * 4}and look out to sea.",
    "words of a phrase in two lines": f"They gain\n{'the old harbour by noon, ' * 5}freedom",
    "nothing": "",
    "blank": " \n\t\n ",
}
WORDS = st.sampled_from(["alpha", "Beta", "gamma,", "ALPHA", "betas", "7", ":", "é", "\n", "\n\n"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@pytest.mark.parametrize("text", LET_THROUGH.values(), ids=LET_THROUGH)
def test_what_can_hold_a_claim_is_let_through(text: str) -> None:
    assert english_screen().lets_through(text)


@pytest.mark.parametrize("text", HELD_BACK.values(), ids=HELD_BACK)
def test_what_cannot_is_held_back(text: str) -> None:
    assert not english_screen().lets_through(text)


NEEDED = {
    Act.TRANSFER: "to the colony",
    Act.EXCHANGE: "for others",
    Act.DIE: "near the colony",
    Act.EASE_SANCTIONS: "restrictions",
    Act.IMPOSE_SANCTIONS: "restrictions",
    Act.CRITICISE: "for the law",
    Act.WELCOME: "for the law",
}
"""Words without which an act's own words name nothing; by themselves they are held back."""


@pytest.mark.parametrize("act", list(english().acts))
def test_every_verb_of_the_lexicon_is_screened_for(act: Act) -> None:
    needed = NEEDED.get(act, "")
    for verb in english().acts[act].verbs:
        beside = {"round": "up", "keep": "in prison"}.get(verb, needed)
        assert not english_screen().lets_through(f"They him {beside}.")
        for form in surface_forms({verb}):
            assert english_screen().lets_through(f"They {form} him {beside}.")


@pytest.mark.parametrize(
    ("lemma", "forms"),
    {
        "irregular": ("hold", {"hold", "holds", "held", "holding"}),
        "with e": ("seize", {"seized", "seizing", "seizes"}),
        "doubled": ("expel", {"expelled", "expelling"}),
        "with y": ("amnesty", {"amnesties"}),
        "a plural of its own": ("criterion", {"criteria"}),
    }.values(),
)
def test_forms_of_a_lemma_are_those_the_parser_knows(lemma: str, forms: set[str]) -> None:
    assert forms <= surface_forms([lemma])


def test_a_form_is_not_the_one_who_does_it() -> None:
    assert "holder" not in surface_forms(["hold"])


ALPHA, BETA = frozenset({"alpha"}), frozenset({"beta"})


@pytest.mark.parametrize(
    ("clue", "text", "stretches"),
    {
        "a line of several": (Clue(all_of=(BETA,)), "alpha " * 20 + "\nbeta\nalpha", ["beta\n"]),
        "in capitals": (Clue(all_of=(BETA,)), "BETA", ["BETA"]),
        "no part of a word": (Clue(all_of=(BETA,)), "betas alphabeta", []),
        "a letter with an accent is a letter": (Clue(all_of=(BETA,)), "betaé", []),
        "two words in a line": (Clue(all_of=(ALPHA, BETA)), "alpha " * 20 + "beta\nbeta", [125]),
        "two words in two lines": (Clue(all_of=(ALPHA, BETA)), "alpha " * 20 + "\nbeta", []),
        "a wrapped paragraph": (Clue(all_of=(ALPHA, BETA)), "alpha\nbeta\n\nx", [12]),
        "two paragraphs": (Clue(all_of=(ALPHA, BETA)), "alpha\n \nbeta", []),
        "within reach": (Clue(all_of=(ALPHA, BETA), reach=6), "alpha beta", [10]),
        "out of reach": (Clue(all_of=(ALPHA, BETA), reach=5), "alpha beta", []),
        "nearer later": (Clue(all_of=(ALPHA, BETA), reach=6), "beta 1 2 3 alpha beta", [21]),
        "a number": (Clue(all_of=(frozenset({NUMBER}),)), "in (1,197)", [10]),
        "a colon": (Clue(all_of=(ALPHA, frozenset({COLON}))), "Alpha: x", [8]),
        "nothing to go on from": (Clue(all_of=(BETA,), goes_on=True), "beta", []),
    }.values(),
)
def test_stretches(clue: Clue, text: str, stretches: list[str | int]) -> None:
    screen = Screen((clue,), charset="latin-1")
    found = [text[start:end] for start, end in screen.stretches(text)]
    assert [
        one if isinstance(shown, str) else len(one)
        for one, shown in zip(found, stretches, strict=True)
    ] == stretches


def test_a_rule_that_goes_on_counts_after_a_claim() -> None:
    long = "x" * 120
    screen = Screen((Clue(all_of=(ALPHA,)), Clue(all_of=(BETA,), goes_on=True)), charset="latin-1")
    text = f"beta\nalpha\n{long}\nbeta"
    assert [text[a:b] for a, b in screen.stretches(text)] == ["alpha\n", "beta"]


def test_what_stands_beyond_the_pieces_that_are_looked_at_together_is_found() -> None:
    screen = Screen((Clue(all_of=(ALPHA, BETA)),), charset="latin-1")
    for gap in ("x " * 60_000, "x" * 120_000, "x\n" * 60_000 + "alpha "):
        assert screen.lets_through(f"alpha {gap} beta")
    assert not screen.lets_through("alpha " + "x\n" * 60_000 + "\n beta")


@given(text=TEXTS)
def test_stretches_are_apart_and_in_order(text: str) -> None:
    screen = Screen((Clue(all_of=(ALPHA, BETA), reach=12),), charset="latin-1")
    found = list(screen.stretches(text))
    limits = [at for pair in found for at in pair]
    assert limits == sorted(limits)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert screen.lets_through(text) == bool(found)


@given(before=TEXTS, text=TEXTS, after=TEXTS)
def test_text_around_holds_nothing_back(before: str, text: str, after: str) -> None:
    screen = Screen((Clue(all_of=(ALPHA, BETA), reach=12),), charset="latin-1")
    if screen.lets_through(text):
        assert screen.lets_through(f"{before}\n\n{text}\n\n{after}")


@pytest.mark.slow
def test_the_labelled_reports_are_read_as_without_the_screen() -> None:
    from habeas.claims.english.reading import read_text

    total, outside = 0, 0
    for path in sorted(TUNING.glob("*.txt")):
        report = read_report(path.read_bytes(), file=path.name)
        claims = read_text(report)
        assert extract_claims(report) == claims
        total += len(claims)
        through = list(english_screen().stretches(report.text))
        apart = [c for c in claims if not _within(c.passage.start, through, 0)]
        # An item of a list may leave its act to the heading: what is near is parsed with it.
        lost = [c.passage.exact for c in apart if not _within(c.passage.start, through, AROUND)]
        assert lost == []
        outside += len(apart)
    assert outside <= MOST_OUTSIDE * total


def _within(at: int, stretches: Sequence[tuple[int, int]], reach: int) -> bool:
    return any(start - reach <= at < end + reach for start, end in stretches)


RUSSIAN_THROUGH = {
    "an act": "Арден освободил 52 человек.",
    "a participle with ё": "Освобождённые вышли к родным.",
    "the same with е": "Освобожденные вышли к родным.",
    "capitals": "ПОМИЛОВАНЫ ДЕВЯТЬ ЧЕЛОВЕК",
    "a phrase": "Редактор вышел вчера вечером на свободу.",
    "a state": "За решёткой 612 человек.",
    "sanctions": "Норландия ослабила санкции против Ардена.",
    "untold": "Министерство не уточнило, сколько.",
    "a meeting": "Посланник встретился с министром.",
}
RUSSIAN_BACK = {
    "weather": "На севере в понедельник ожидается дождь.",
    "sport": "Сборная Норландии выиграла кубок в дополнительное время.",
}


@pytest.mark.parametrize("text", RUSSIAN_THROUGH.values(), ids=RUSSIAN_THROUGH)
def test_what_can_hold_a_russian_claim_is_let_through(text: str) -> None:
    assert russian_screen().lets_through(text)


@pytest.mark.parametrize("text", RUSSIAN_BACK.values(), ids=RUSSIAN_BACK)
def test_what_cannot_hold_a_russian_claim_is_held_back(text: str) -> None:
    assert not russian_screen().lets_through(text)


@pytest.mark.slow
def test_the_labelled_russian_reports_are_read_as_without_the_screen() -> None:
    from habeas.claims.russian.reading import read_text

    for path in sorted(TUNING.with_name("tuning-russian").glob("*.txt")):
        report = read_report(path.read_bytes(), file=path.name)
        claims = read_text(report)
        assert extract_claims(report) == claims
        through = list(russian_screen().stretches(report.text))
        starts = [claim.passage.start for claim in claims]
        assert all(any(start <= at < end for start, end in through) for at in starts)
