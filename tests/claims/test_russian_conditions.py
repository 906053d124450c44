"""Stories of what a Russian promise hangs on.

All persons and events are invented. A claim is written as in `test_extract`.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "as soon as": (
        "Суд освободит троих, как только поступят документы.",
        ["release announced [3,3] by Суд if как только поступят документы"],
    ),
    "after the fact that": (
        "После того как ЕС снимет запрет, Минск выпустит десятерых.",
        ["release announced [10,10] by Минск if После того как ЕС снимет запрет"],
    ),
    "only then when": (
        "Лишь тогда, когда банк разблокируют, Тегеран освободит пятерых моряков.",
        ["release announced [5,5] by Тегеран if Лишь тогда, когда банк разблокируют"],
    ),
    "in the measure of": (
        "Санкции снимут по мере освобождения заключённых.",
        ["ease-sanctions promised of Санкции if по мере освобождения заключённых"],
    ),
    "a condition without a comma before its act": (
        "При условии прекращения преследований министерство готово отменить визовые ограничения.",
        [
            (
                "ease-sanctions promised by министерство of визовые ограничения if При условии "
                "прекращения преследований"
            )
        ],
    ),
    "an exchange before its act": (
        "В обмен на освобождение всех узников Вашингтон снимет санкции с калийной отрасли.",
        [
            (
                "ease-sanctions promised by Вашингтон of санкции с калийной отрасли if В обмен "
                "на освобождение всех узников"
            )
        ],
    ),
    "no sooner than": (
        "Брюссель снимет эмбарго не раньше, чем выйдет последний политзаключённый.",
        [
            (
                "ease-sanctions promised by Брюссель of эмбарго if не раньше, чем выйдет "
                "последний политзаключённый"
            )
        ],
    ),
    "only in the case": (
        "ЕС готов отменить санкции, но лишь в случае освобождения журналистов.",
        ["ease-sanctions promised by ЕС of санкции if лишь в случае освобождения журналистов"],
    ),
    "as long as somebody is held": (
        "Санкции не снимут, пока хоть один политзаключённый за решёткой, заявил министр.",
        [
            (
                "ease-sanctions denied > министр of Санкции if пока хоть один политзаключённый "
                "за решёткой"
            )
        ],
    ),
    "a condition with two clauses and a relative one": (
        "Троих отпустят, если парламент примет закон, который лежит там с весны.",
        ["release announced [3,3] if если парламент примет закон, который лежит там с весны"],
    ),
    "a word given": (
        "Президент дал слово освободить 12 врачей к весне, если прекратится забастовка.",
        ["release promised [12,12] by Президент if если прекратится забастовка"],
    ),
    "a dash for if": (
        "Подпишут договор — отправим домой 12 пленных в тот же день.",
        ["release announced [12,12] if Подпишут договор"],
    ),
    "a command is a demand": (
        "Отпустите врачей, и мы снимем блокаду, заявил полковник.",
        ["demand-release demanded врачей > полковник"],
    ),
    "promised by who decides on a condition": (
        "Министр заявил, что отпустят 30 женщин, если парламент примет закон.",
        ["release promised [30,30] > Министр if если парламент примет закон"],
    ),
    "possible only if": (
        "Освобождение 20 моряков возможно лишь при условии выплаты штрафа.",
        ["release expected [20,20] if лишь при условии выплаты штрафа"],
    ),
    "a condition of what is past is no condition": (
        "После того как суд отпустил троих, семьи уехали.",
        ["release reported [3,3] by суд"],
    ),
    "not a claim: as long as they are not freed": (
        "Пока Минск не освободит узников, санкции останутся в силе.",
        [],
    ),
    "sanctions presupposed": (
        "Переговоры начались после отмены санкций.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text, language="ru"))] == claims
