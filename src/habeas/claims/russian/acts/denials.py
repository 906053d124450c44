"""What a report takes back in the words after it: "… — ложь", "… не соответствует истине"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.russian.acts.frames import Frame, Scene
from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parse.parsing import Word

_LONGEST = 5
"""Words of a sentence that does no more than take back the one before."""


def denied_after(frame: Frame, scene: Scene) -> bool:
    """True where a later clause of the sentence says that an act is not so."""
    words = scene.sentence.words
    return _denies(words[frame.trigger + 1 :], words)


def takes_back(words: Sequence[Word]) -> bool:
    """True for a sentence that only says that the one before is not so: "Это неправда"."""
    told = [w for w in words if not w.is_mark]
    return 0 < len(told) <= _LONGEST and _denies(words, words)


def _denies(after: Sequence[Word], words: Sequence[Word]) -> bool:
    lists = russian().words
    for word in after:
        before = words[word.i - 1] if word.i else word
        if word.lemma in lists["falsehoods"]:
            opens = before.text in ("—", "–", "-", ":") or before.lemma == "это" or not word.i
            if opens or word.feats.get("Variant") == "Short":
                return True
        if word.lemma in lists["agreeing"] and before.lemma == "не":
            around = words[max(word.i - 4, 0) : word.i + 4]
            return any(w.lemma in lists["truth"] for w in around)
        if before.lemma == "не" and word.lemma == "подтвердиться":
            return True
    return False
