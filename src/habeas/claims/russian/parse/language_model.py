"""The Russian parser, checked to be the one the rules were written against.

The models are slovnet's (news, on navec vectors). They lie inside the
distribution `natasha`, whose own code is never imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from habeas.model.problems import HabeasError

PACKAGE = "natasha"
DIGESTS: Mapping[str, str] = {
    "data/emb/navec_news_v1_1B_250K_300d_100q.tar": (
        "f07270833d78523edc5781538d67038e95b43975e4a7ae757c693b687f9cbfca"
    ),
    "data/model/slovnet_morph_news_v1.tar": (
        "54812762a641c742dbfa9c950c4b53bbb469301983077ed01b9f074643d540d3"
    ),
    "data/model/slovnet_ner_news_v1.tar": (
        "16c3343a6572ddf0e2b2fc1923113de15a7f5ca5bde90e780dd590418665603e"
    ),
    "data/model/slovnet_syntax_news_v1.tar": (
        "0759ce82eaac4430f5b4ac27b2444aa6e4b6501ca38c2f45d62467265383d85e"
    ),
}
"""SHA-256 of each file, by its path inside the package."""

_VECTORS, _FORMS, _NAMES, _SYNTAX = DIGESTS
_TOGETHER = 8
"""Sentences computed at once; what this costs in memory grows with the longest of them."""


class WrongRussianModel(HabeasError):
    """The installed Russian models are missing or are not the expected ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the models say of one word.

    Attributes:
        pos: Part of speech (Universal Dependencies).
        feats: Its features, e.g. `{"Case": "Gen"}`.
        head: Place of the word it hangs on, in the same sentence; -1 for a root.
        rel: How it hangs on it.
    """

    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RussianModel:
    """The models, each a pure function of the words of sentences; safe to share among threads."""

    _names: Any
    _forms: Any
    _syntax: Any

    def name_tags(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[str]]:
        """For each sentence a tag for each word: `O`, or `B-` / `I-` and `PER`, `LOC`, `ORG`.

        Nothing for a sentence without words, which the caller must not pass.
        """
        infer = self._names.infer
        yield from infer.decoder(infer.process(infer.encoder(sentences)))

    def analyses(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Analysis]]:
        """For each sentence what its words are and how they hang together."""
        trees = self._syntax.map(sentences)
        for forms, tree in zip(self._forms.map(sentences), trees, strict=True):
            yield [
                Analysis(pos=f.pos, feats=f.feats, head=int(t.head_id) - 1, rel=t.rel)
                for f, t in zip(forms.tokens, tree.tokens, strict=True)
            ]


@cache
def load_russian() -> RussianModel:
    """Load the Russian models from the package that carries them, once.

    Nothing is downloaded, and nothing of `natasha` is run: its code needs a
    package that no longer installs.

    Raises:
        WrongRussianModel: As `load_model`, or the package is not installed.
    """
    try:
        folder = Path(str(distribution(PACKAGE).locate_file(PACKAGE)))
    except PackageNotFoundError as error:
        raise WrongRussianModel(
            what="the Russian models are not installed",
            where=f"package {PACKAGE}",
            remedy="install the pinned requirements again",
        ) from error
    return load_model(folder)


def load_model(folder: Path) -> RussianModel:
    """Load the Russian models under a folder, after making sure that they are the expected ones.

    Raises:
        WrongRussianModel: A file is missing or differs in its bytes.
    """
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    for name, digest in DIGESTS.items():
        path = folder / name
        found = sha256(path.read_bytes()).hexdigest() if path.is_file() else None
        if found != digest:
            said = "is missing" if found is None else f"has digest {found[:12]}…"
            raise WrongRussianModel(
                what=f"the Russian model's file {path.name} {said}, not {digest[:12]}…",
                where=f"package {PACKAGE}",
                remedy="install the pinned requirements again",
            )
    vectors = Navec.load(str(folder / _VECTORS))
    loaded = {
        kind: kind.load(str(folder / name), batch_size=_TOGETHER).navec(vectors)
        for kind, name in ((NER, _NAMES), (Morph, _FORMS), (Syntax, _SYNTAX))
    }
    return RussianModel(_names=loaded[NER], _forms=loaded[Morph], _syntax=loaded[Syntax])
