"""Who does it, and where."""

from __future__ import annotations

from habeas.claims.russian.acts.frames import Frame, Mode, Scene
from habeas.claims.russian.lexicon import act_by_noun, russian, word_list
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.parse.phrases import in_nominative
from habeas.claims.russian.people.peoples import is_state
from habeas.model.claims import Act

_SITES = word_list("claims", "details.sites")
_NO_ACTOR = frozenset({Act.DEMAND_RELEASE, Act.MEET})


def find_place(frame: Frame, scene: Scene, first: int, last: int) -> str | None:
    """Where the act happens or the people are brought, as written; None where it is not told."""
    words = scene.sentence.words
    clause = scene.clauses[frame.clause]
    best: tuple[int, str] | None = None
    for word in words[first : last + 1]:
        if word.lemma not in ("в", "во", "на", "из", "под") or not clause.holds(word.i):
            continue
        run = _run(words, word.i + 1, last)
        if not run or not any(_is_site(words[n]) for n in run):
            continue
        far = abs(word.i - frame.trigger)
        if best is None or far < best[0]:
            best = far, scene.sentence.written(run[0], run[-1])
    return best[1] if best is not None else None


def _is_site(word: Word) -> bool:
    return word.entity == "LOC" or word.lemma in _SITES or is_state(word.lemma)


def _run(words: tuple[Word, ...], start: int, last: int) -> range:
    """The places of a phrase of place: one case, then names and genitives."""
    at = start
    while at <= last and (
        words[at].pos in ("ADJ", "NOUN", "PROPN", "DET", "NUM") or words[at].text in "№"
    ):
        word = words[at]
        if (
            at > start
            and word.case not in ("Gen", words[start].case)
            and word.entity != "LOC"
            and not word.text.isdigit()
        ):
            break
        if word.text.isdigit() and (at == start or words[at - 1].text != "№"):
            break
        at += 1
    return range(start, at)


def find_actor(frame: Frame, scene: Scene, act: Act) -> str | None:
    """Who does it, in the nominative; None where the clause does not say."""
    if scene.sentence.words[frame.trigger].lemma in russian().words["arriving"]:
        return None
    if act in _NO_ACTOR or frame.mode in (Mode.NOUN, Mode.STATE, Mode.INHERITED, Mode.PARTICIPLE):
        return (
            _of_the_clause(frame, scene)
            if frame.mode is Mode.NOUN and act not in _NO_ACTOR
            else None
        )
    return _of_the_clause(frame, scene)


def _of_the_clause(frame: Frame, scene: Scene) -> str | None:
    clause = scene.clauses[frame.clause]
    words = scene.sentence.words
    is_short = words[frame.trigger].feats.get("Variant") == "Short"
    passive = is_short or (frame.mode is Mode.SUBJECT and frame.patients)
    wanted = "Ins" if passive else "Nom"
    taken = {n for p in frame.patients for n in range(p.first, p.last + 1)}
    if frame.thing is not None:
        taken |= set(range(frame.thing[0], frame.thing[1] + 1))
    for word in words[clause.first : clause.last + 1]:
        if word.case != wanted or word.i in taken or not clause.holds(word.i):
            continue
        if word.i == frame.trigger or word.lemma in act_by_noun():
            continue
        if word.pos not in ("NOUN", "PROPN") or not _can_act(word, words, passive=bool(passive)):
            continue
        last = word.i
        while (
            clause.holds(last + 1)
            and last + 1 not in taken
            and (words[last + 1].case == "Gen" or words[last + 1].entity in ("ORG", "PER"))
            and words[last + 1].pos in ("NOUN", "PROPN", "ADJ")
        ):
            last += 1
        first = word.i
        while (
            clause.holds(first - 1)
            and words[first - 1].pos == "ADJ"
            and words[first - 1].case == wanted
        ):
            first -= 1
        return in_nominative(words[first : last + 1], word)
    return None


def _can_act(word: Word, words: tuple[Word, ...], *, passive: bool) -> bool:
    before = words[word.i - 1] if word.i else None
    if before is not None and before.pos == "ADP":
        return False
    if passive:
        return word.feats.get("Animacy") == "Anim" or word.lemma in (
            "суд",
            "полиция",
            "милиция",
            "силовик",
            "кгб",
        )
    return word.head >= 0 and word.rel.startswith("nsubj")
