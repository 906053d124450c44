"""Acts that are not done to people: sanctions, what is withheld, meetings."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.lexicon import russian, word_list
from habeas.claims.russian.parse.clauses import Clause, Opening
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.people import People
from habeas.model.claims import Act

_QUESTIONS = word_list("acts", "things.questions")
_TIED = frozenset({"ADJ", "DET", "NUM"})


def find_things(scene: Scene) -> Iterator[Frame]:
    """Sanctions eased or imposed, things withheld and meetings, in order."""
    words = scene.sentence.words
    for at, clause in enumerate(scene.clauses):
        own = [w for w in words[clause.first : clause.last + 1] if clause.holds(w.i)]
        sanction = _sanction(own)
        if sanction is not None and (act := _of_sanctions(own, sanction)) is not None:
            trigger, what = act
            yield Frame(
                act=what,
                mode=Mode.THING,
                trigger=trigger.i,
                clause=at,
                thing=phrase_of(scene, at, sanction),
            )
        withheld = _withheld(scene, at, own)
        if withheld is not None:
            yield withheld
        meeting = _meeting(scene, at, own)
        if meeting is not None:
            yield meeting


def _sanction(own: list[Word]) -> Word | None:
    """The word for what is eased or imposed: "санкции", "запрет", frozen money, a listed name."""
    lexicon = russian().words
    found = next((w for w in own if w.lemma in lexicon["sanctions"]), None)
    thawed = any(w.lemma in lexicon["thawing"] for w in own)
    if thawed and (found is None or found.lemma not in lexicon["sanctions"]):
        return next((w for w in own if w.lemma in lexicon["frozen"]), found)
    listed = any(w.lemma in lexicon["lists"] for w in own) and any(w.lemma == "список" for w in own)
    of_list = (
        found is not None
        and found.i
        and own[0].i < found.i
        and any(w.lemma in ("из-под", "под") and w.i == found.i - 1 for w in own)
    )
    if (found is None and listed) or of_list:
        objects = [w for w in own if w.case == "Acc" and (w.rel == "obj" or w.pos == "NUM")]
        return objects[0] if objects else found
    return found


def _of_sanctions(own: list[Word], sanction: Word) -> tuple[Word, Act] | None:
    lexicon = russian().words
    for word in own:
        if word.i == sanction.i:
            continue
        noun = word.pos == "NOUN" and word.i < sanction.i <= word.i + 4
        if (word.pos != "NOUN" and word.lemma in lexicon["easing"]) or (
            noun and word.lemma in lexicon["easing_nouns"]
        ):
            return word, Act.EASE_SANCTIONS
        if (word.pos != "NOUN" and word.lemma in lexicon["imposing"]) or (
            noun and word.lemma in lexicon["imposing_nouns"]
        ):
            return word, Act.IMPOSE_SANCTIONS
    return None


def _withheld(scene: Scene, at: int, own: list[Word]) -> Frame | None:
    """ "не уточнил, сколько …", "отказались сообщить, где …", "имена не названы"."""
    clause = scene.clauses[at]
    lexicon = russian().words
    refused = next((w for w in own if w.lemma in lexicon["refusing"]), None)
    told = next(
        (
            w
            for w in own
            if w.lemma in lexicon["telling"] and (refused is not None or _is_negated(own, w))
        ),
        None,
    )
    unknown = next((w for w in own if w.lemma in ("неизвестный", "неизвестно")), None)
    hidden = refused is not None and refused.lemma in ("скрывать", "утаивать", "скрыть")
    if told is None and unknown is None and not hidden:
        return None
    trigger = told or unknown or refused
    assert trigger is not None
    follows = scene.clauses[at + 1] if at + 1 < len(scene.clauses) else None
    if (
        follows is not None
        and follows.opening is Opening.THAT
        and scene.sentence.words[follows.first].lemma in _QUESTIONS - {"что"}
    ):
        return Frame(
            act=Act.WITHHOLD,
            mode=Mode.THING,
            trigger=trigger.i,
            clause=at,
            thing=(follows.first, follows.last),
        )
    before = scene.clauses[at - 1] if at else None
    if before is not None and _asks(scene, before) and before.last < clause.first:
        return Frame(
            act=Act.WITHHOLD,
            mode=Mode.THING,
            trigger=trigger.i,
            clause=at,
            thing=(before.first, before.last),
        )
    thing = next(
        (
            w
            for w in own
            if w.lemma in lexicon["information"]
            and w.case in ("Nom", "Acc", "Gen", "")
            and w.i != trigger.i
        ),
        None,
    )
    if thing is None or clause.opening is Opening.CONDITION:
        return None
    return Frame(
        act=Act.WITHHOLD,
        mode=Mode.THING,
        trigger=trigger.i,
        clause=at,
        thing=phrase_of(scene, at, thing),
    )


def _asks(scene: Scene, clause: Clause) -> bool:
    """ "Сколько человек остаётся под стражей, ведомство не раскрывает"."""
    opener = scene.sentence.words[clause.first].lemma
    return clause.opening is Opening.THAT and opener in _QUESTIONS - {"что", "как", "за", "в"}


def _is_negated(own: list[Word], word: Word) -> bool:
    """ "не назвал", "не будут названы", "публиковаться не будет", "пока не раскрываются"."""
    before = [w.lemma for w in own if word.i - 3 <= w.i < word.i]
    after = [w.lemma for w in own if word.i < w.i <= word.i + 2]
    return "не" in before or after[:2] == ["не", "быть"]


def phrase_of(scene: Scene, at: int, noun: Word) -> tuple[int, int]:
    """The phrase of a noun in its clause: what agrees before it, and what hangs on it after."""
    words = scene.sentence.words
    clause = scene.clauses[at]
    first = last = noun.i
    while (
        clause.holds(first - 1)
        and words[first - 1].pos in _TIED
        and words[first - 1].case == noun.case
    ):
        first -= 1
    below = set(scene.sentence.subtree(noun.i))
    while clause.holds(last + 1) and not _is_break(words[last + 1]):
        word = words[last + 1]
        if word.i not in below and word.case != "Gen" and word.text not in "«»" and not word.entity:
            break
        last += 1
    while words[last].pos == "ADP" and last > noun.i:
        last -= 1
    return first, last


def _is_break(word: Word) -> bool:
    verbal = word.pos in ("VERB", "AUX", "PART") and not word.case
    return verbal or word.text in (",", ";", "—", ":", ".", "!", "…", ")")


def _meeting(scene: Scene, at: int, own: list[Word]) -> Frame | None:
    """ "X встретился с Y", "X и Y провели переговоры": two sides, one named at least."""
    lexicon = russian().words
    trigger = next((w for w in own if w.lemma in lexicon["meeting"] and w.pos == "VERB"), None)
    if trigger is None:
        noun = next((w for w in own if w.lemma in lexicon["meeting_nouns"]), None)
        held = next((w for w in own if w.lemma in lexicon["holding_talks"]), None)
        trigger = held if noun is not None else None
    if trigger is None:
        return None
    here = [p for p in scene.within(at) if p.count is None]
    sides: list[People] = [p for p in here if p.case == "Nom" and not p.preposition]
    sides += [p for p in here if p.case == "Ins" and (p.preposition in ("с", "со") or p.name)]
    if len(sides) < 2 or not any(p.name is not None or p.is_pronoun for p in sides):
        return None
    return Frame(act=Act.MEET, mode=Mode.THING, trigger=trigger.i, clause=at, patients=tuple(sides))
