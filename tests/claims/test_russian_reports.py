"""What holds of every Russian report: offsets, threads, headlines, and which texts are Russian.

All persons, organisations and events are invented.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.test_extract import report
from claims.test_russian import STORIES
from habeas.claims import LanguageNotRead, extract_claims

TEXTS = [text for text, _ in STORIES.values()]
INVISIBLE = ["", " ", "\u200b", "\u202e", "\u00ad", "\ufeff", "\n", "«", "\t"]


@settings(max_examples=25, deadline=None)
@given(
    texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4),
    between=st.lists(st.sampled_from(INVISIBLE), min_size=4, max_size=4),
    cut=st.integers(min_value=0, max_value=200),
)
def test_every_claim_is_locked_to_its_words(texts: list[str], between: list[str], cut: int) -> None:
    whole = "".join(text + sign for text, sign in zip(texts, between, strict=False))
    whole = whole[:cut] + "\u200b" + whole[cut:]
    source = report(whole, language="ru")
    claims = extract_claims(source)
    for claim in claims:
        at = claim.passage
        assert source.text[at.start : at.end] == at.exact
        assert source.text[: at.start].endswith(at.prefix)
        assert source.text[at.end :].startswith(at.suffix)
    assert len({claim.id for claim in claims}) == len(claims)


def test_threads_read_alike() -> None:
    sources = [report(text, language="ru") for text in TEXTS[:12]]
    alone = [extract_claims(source) for source in sources]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extract_claims, sources)) == alone


def test_a_headline_is_not_read_twice() -> None:
    text = "Власти отпустили 12 человек\n\nВласти отпустили 12 человек в пятницу."
    claims = extract_claims(report(text, title="Власти отпустили 12 человек", language="ru"))
    assert [claim.passage.start for claim in claims] == [29]


def test_a_title_that_is_the_first_sentence_is_read() -> None:
    text = "В пятницу власти отпустили 12 человек.\n\nСреди них две женщины."
    title = "В пятницу власти отпустили 12 человек."
    claims = extract_claims(report(text, title=title, language="ru"))
    assert [claim.passage.start for claim in claims] == [0, 40]


def test_a_weekday_is_the_last_one_before_publication() -> None:
    (claim,) = extract_claims(report("В субботу отпустили 12 человек.", language="ru"))
    assert claim.when is not None
    assert (claim.when.edtf.text, claim.when.words) == ("2025-05-03", "В субботу")


NOT_RUSSIAN = {
    "Belarusian": "Улады вызвалілі дванаццаць палітвязняў, паведаміла прэс-служба прэзідэнта.",
    "Ukrainian": "Влада звільнила дванадцять політв'язнів, повідомила прес-служба президента.",
    "Kazakh": "Билік он екі тұтқынды босатты, деп хабарлады президенттің баспасөз қызметі.",
    "Serbian": "Власти су ослободиле дванаест затвореника, саопштило је председништво.",
}


@pytest.mark.parametrize("text", NOT_RUSSIAN.values(), ids=NOT_RUSSIAN.keys())
@pytest.mark.parametrize("language", ["ru", "und", "bg"])
def test_a_neighbour_is_not_read_as_russian(text: str, language: str) -> None:
    with pytest.raises(LanguageNotRead):
        extract_claims(report(text, language=language))


@pytest.mark.parametrize("language", ["ru", "und", "bg"])
def test_russian_is_told_by_its_words_where_the_detector_errs(language: str) -> None:
    text = "Власти освободили двенадцать человек, и их вывезли в Литву, сказал министр."
    assert extract_claims(report(text, language=language))


def test_a_single_sentence_is_read_by_its_letters() -> None:
    text = "Министерство освободило 12 заключённых."
    (claim,) = extract_claims(report(text, language="und"))
    assert (claim.act.value, claim.count and claim.count.low) == ("release", 12)
