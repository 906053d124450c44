"""Stories of what else states promise: embassies, aid, observers let in, visits; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "an embassy promised": (
        "The United States promised to reopen its embassy in Minsk by March.",
        ["open-embassy promised > The United States by United States of its embassy in Minsk"],
    ),
    "a consulate, on a condition": (
        "Norland will open a consulate in Arden if the ten prisoners are freed.",
        [
            (
                "open-embassy promised by Norland of consulate if"
                " if the ten prisoners are freed in Arden"
            )
        ],
    ),
    "an embassy reopened": (
        "Norway has reopened its embassy in Minsk.",
        ["open-embassy reported by Norway of its embassy in Minsk"],
    ),
    "the embassy itself": (
        "The embassy will not reopen, the minister said.",
        ["open-embassy denied > the minister of embassy"],
    ),
    "relations restored": (
        "Germany agreed to restore diplomatic relations with Belarus.",
        ["open-embassy promised > Germany by Germany of diplomatic relations with Belarus"],
    ),
    "a reopening that a noun promises": (
        "Washington promised the reopening of its embassy.",
        ["open-embassy promised > Washington of its embassy"],
    ),
    "an offer withdrawn": (
        "Norway withdrew its offer to reopen its embassy.",
        ["open-embassy denied by Norway of its embassy"],
    ),
    "an embassy asked for": (
        "Belarus urged Washington to reopen its embassy.",
        ["open-embassy demanded > Belarus by Washington of its embassy"],
    ),
    "weighed is not promised": (
        "The United States would consider reopening its embassy.",
        ["open-embassy expected by United States of its embassy"],
    ),
    "done for a release": (
        "Norway reopened its embassy in exchange for the release of 20 prisoners.",
        [
            (
                "open-embassy reported by Norway of its embassy"
                " if in exchange for the release of 20 prisoners"
            )
        ],
    ),
    "money from a state to a state": (
        "The European Union promised 3 billion euros in aid to Belarus.",
        ["give-aid promised by European Union of 3 billion euros in aid in Belarus"],
    ),
    "a loan on a condition": (
        "Poland will provide a loan of 500 million dollars to Moldova if it frees the prisoners.",
        [
            (
                "give-aid promised by Poland of loan of 500 million dollars if"
                " if it frees the prisoners in Moldova"
            )
        ],
    ),
    "money pledged": (
        "Norway pledged to give Moldova 20 million euros.",
        ["give-aid promised > Norway by Norway of 20 million euros"],
    ),
    "a loan offered for prisoners": (
        "Norway offered Belarus a loan in return for the prisoners.",
        ["give-aid promised by Norway of loan if in return for the prisoners"],
    ),
    "aid refused": ("The EU did not give Moldova the loan.", ["give-aid denied by EU of loan"]),
    "a delegation let in": (
        "Moldova agreed to let in a delegation of UN observers.",
        ["grant-access promised > Moldova by Moldova of delegation of UN observers"],
    ),
    "inspectors allowed to visit": (
        "Belarus will allow UN inspectors to visit the prison if sanctions are lifted.",
        ["grant-access promised by Belarus of UN inspectors if if sanctions are lifted"],
    ),
    "observers kept out": (
        "Belarus refused to let UN observers into its prisons.",
        ["grant-access denied by Belarus of UN observers"],
    ),
    "a visit promised": (
        "The president promised to visit Minsk in the spring.",
        ["meet promised president > The president of Minsk"],
    ),
    "an airline allowed to fly": (
        "Norway will allow Belarusian Airways to fly to Oslo again.",
        ["ease-sanctions promised by Norway of Belarusian Airways"],
    ),
    "more to be freed by a day": (
        "Belarus promised to free 30 more political prisoners by December.",
        ["release promised [30,30] > Belarus by Belarus"],
    ),
}

RUSSIAN: dict[str, tuple[str, list[str]]] = {
    "an embassy promised": (
        "США пообещали вновь открыть посольство в Минске до марта.",
        ["open-embassy promised by США of посольство в Минске in Минске"],
    ),
    "the work of an embassy": (
        "США возобновят работу посольства в Минске, если заключённых освободят.",
        [
            (
                "open-embassy promised of работу посольства в Минске"
                " if если заключённых освободят in Минске"
            )
        ],
    ),
    "an embassy open again": (
        "Посольство США в Минске вновь открыто.",
        ["open-embassy reported of Посольство США в Минске in Минске"],
    ),
    "an embassy not opened": (
        "Норвегия не откроет посольство в Минске.",
        ["open-embassy denied by Норвегия of посольство в Минске in Минске"],
    ),
    "relations refused": (
        "Минск отказался восстановить дипломатические отношения.",
        ["open-embassy denied by Минск of дипломатические отношения"],
    ),
    "a loan promised": (
        "Евросоюз пообещал Беларуси кредит в 300 млн евро.",
        ["give-aid promised > Евросоюз by Евросоюз of кредит в 300 млн евро"],
    ),
    "money": (
        "Норвегия предоставит Молдове 20 миллионов евро.",
        ["give-aid promised by Норвегия of 20 миллионов евро"],
    ),
    "money given": (
        "Норвегия выделила Молдове 20 миллионов евро в мае.",
        ["give-aid reported by Норвегия of 20 миллионов евро"],
    ),
    "observers let in": (
        "Беларусь обещает допустить наблюдателей ООН в тюрьмы.",
        ["grant-access promised by Беларусь of наблюдателей ООН in тюрьмы"],
    ),
    "a future that looks like a past": (
        "Беларусь впустит делегацию Красного Креста в страну.",
        ["grant-access promised by Беларусь of делегацию Красного Креста in страну"],
    ),
}

NOTHING = {
    "an exhibition at an embassy": "The ambassador promised to open an exhibition at the embassy.",
    "which embassy is meant": "The embassy, reopened in May, issues visas.",
    "a condition": "If Norway reopens its embassy, talks will follow.",
    "opening hours": "The embassy opens at nine.",
    "a bank's loan": "The bank promised a loan to the company.",
    "aid to families": "The European Union gave aid to prisoners' families.",
    "a price paid": "The EU will pay Belarus 3 million euros for gas.",
    "help before a court": "The US provided legal assistance to Moldova.",
    "a client visited": "The lawyer promised to visit her client at home.",
    "somebody's journey": "Ana Sol promised to visit Norway.",
    "a family let in": "Police let the family in.",
    "kept out of a hearing": "Observers of the Embassy were not admitted to the hearing.",
    "an exhibition": "Посол открыл выставку в посольстве.",
    "a firm's credit": "Банк предоставил компании кредит.",
    "help of lawyers": "Адвокаты оказали клиентам юридическую помощь.",
}


@pytest.mark.parametrize(("sentence", "claims"), STORIES.values(), ids=STORIES.keys())
def test_a_sentence_claims(sentence: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(sentence))] == claims


@pytest.mark.parametrize(("sentence", "claims"), RUSSIAN.values(), ids=RUSSIAN.keys())
def test_a_russian_sentence_claims(sentence: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(sentence, language="ru"))] == claims


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_a_sentence_claims_nothing(sentence: str) -> None:
    language = "ru" if "а" <= sentence[-2] <= "я" else "en"
    assert extract_claims(report(sentence, language=language)) == ()
