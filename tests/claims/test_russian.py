"""Stories the Russian reader must get right: a sentence, and what it claims.

All persons, organisations and events are invented. The sentences were written to tune the rules
on; `tests/goldens/held-out-russian` is what the rules never saw. A claim is written as in
`test_extract`.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "an act with its actor": (
        "Президент помиловал 31 заключённого.",
        ["pardon reported [31,31] by Президент"],
    ),
    "the same in the passive": (
        "31 заключённый помилован президентом.",
        ["pardon reported [31,31] by президент"],
    ),
    "announced is not done": (
        "Правительство сообщило, что освободит не менее 80 заключённых.",
        ["release announced [80,] > Правительство"],
    ),
    "planned is only expected": (
        "Власти планируют освободить 200 человек.",
        ["release expected [200,200] by Власти"],
    ),
    "promised to do": (
        "Власти обещали отпустить 30 человек до конца года.",
        ["release promised [30,30] > Власти by Власти"],
    ),
    "nobody is a denial, not a zero": (
        "Ни один политзаключённый не был освобождён, сообщили правозащитники.",
        ["release denied политзаключённый > правозащитники"],
    ),
    "a range, and a name in quotation marks": (
        "По данным инициативы «Открытая дверь», за решёткой остаются от 40 до 60 активистов.",
        ["hold reported [40,60] > Открытая дверь"],
    ),
    "a name in quotation marks is put back in the nominative": (
        "За день задержаны 133 человека, по данным «Открытой двери».",
        ["arrest reported [133,133] > Открытая дверь"],
    ),
    "a ceiling": (
        "Менее 20 задержанных по-прежнему находятся под стражей, рассказали адвокаты.",
        ["hold reported [,19] > адвокаты"],
    ),
    "nearly is less": (
        "Почти 300 человек задержаны на митинге, сообщает полиция.",
        ["arrest reported [,299] > полиция"],
    ),
    "vague words keep their least": (
        "Десятки протестующих были задержаны, заявила оппозиция.",
        ["arrest reported [20,] > оппозиция"],
    ),
    "may be held is expected, and the place speaks": (
        "В заключении могут находиться до тысячи человек, считают в ООН.",
        ["hold expected [,1000] > ООН"],
    ),
    "a sentence with its charge": (
        "Журналистку Марию Оливер приговорили к семи годам колонии за измену.",
        ["sentence reported Мария Оливер for измену"],
    ),
    "a role beside a name": (
        "Суд в Минске приговорил активиста Павла Зорина к 12 годам за организацию протестов.",
        ["sentence reported Павел Зорин by Суд for организацию протестов in Минске"],
    ),
    "a demand in the infinitive": (
        "Оппозиция потребовала освободить всех политзаключённых.",
        ["demand-release demanded всех политзаключённых > Оппозиция"],
    ),
    "a demand by a noun": (
        "Правозащитники требуют освобождения 1200 политзаключённых.",
        ["demand-release demanded [1200,1200] > Правозащитники"],
    ),
    "a demand by must": (
        "Анна Соль должна быть немедленно освобождена, заявил её адвокат.",
        ["demand-release demanded Анна Соль > адвокат"],
    ),
    "telling journalists is no demand": (
        "«Мы освободили 45 человек», — сказал журналистам министр внутренних дел.",
        ["release reported [45,45] > министр внутренних дел"],
    ),
    "a promise with its condition": (
        "США снимут санкции с двух банков, если заключённых освободят.",
        ["ease-sanctions promised of санкции if если заключённых освободят"],
    ),
    "an exchange is a condition": (
        (
            "Вашингтон согласился ослабить ограничения на экспорт в обмен на освобождение 14 "
            "заложников."
        ),
        [
            (
                "ease-sanctions promised > Вашингтон by Вашингтон of ограничения на экспорт if в "
                "обмен на освобождение 14 заложников"
            ),
        ],
    ),
    "sanctions lifted": (
        "Санкции против авиакомпании сняты, сообщил Минфин.",
        ["ease-sanctions reported > Минфин of Санкции против авиакомпании"],
    ),
    "frozen money released": (
        "Берн разблокирует счета банка, заявил министр.",
        ["ease-sanctions promised > министр by Берн of счета банка"],
    ),
    "names refused": (
        "Министерство отказалось назвать имена освобождённых.",
        ["withhold reported by Министерство of имена освобождённых"],
    ),
    "a question left open claims nothing else": (
        "В ведомстве не уточнили, сколько человек было задержано.",
        ["withhold reported of сколько человек было задержано"],
    ),
    "a question before its refusal": (
        "Сколько человек остаётся под стражей, ведомство не раскрывает.",
        ["withhold reported by ведомство of Сколько человек остаётся под стражей"],
    ),
    "a meeting of two named sides": (
        "Министр Павел Зорин встретился с послом Хелен Брандт.",
        ["meet reported Павел Зорин, Хелен Брандт"],
    ),
    "members of those freed": (
        "Среди освобождённых — Анна Соль и Павел Зорин.",
        ["release reported Анна Соль", "release reported Павел Зорин"],
    ),
    "a part of a whole": (
        "Под амнистию попали 350 осуждённых, в том числе 12 иностранцев.",
        ["pardon reported [350,350]", "pardon reported [12,12] part"],
    ),
    "a list that begins with a role": (
        "Беларусь освободила 52 заключённых, среди них блогера Игоря Малина.",
        ["release reported [52,52] by Беларусь", "release reported Игорь Малин by Беларусь part"],
    ),
    "two counts before one verb": (
        "Шестеро литовцев и двое граждан Латвии вышли на свободу.",
        ["release reported [6,6] +LT", "release reported [2,2] +LV part"],
    ),
    "deported is its own act": (
        "Пятерых из освобождённых депортировали в Польшу.",
        ["exile reported [5,5] in Польшу"],
    ),
    "a chain of voices, outermost first": (
        "Гостелевидение со ссылкой на президента сообщило, что 70 осуждённых будут помилованы.",
        ["pardon announced [70,70] > Гостелевидение > президент"],
    ),
    "a figure given for prisoners": (
        "Число политзаключённых достигло 1140, заявил комитет.",
        ["hold reported [1140,1140] > комитет"],
    ),
    "a stock that fell to a number": (
        "Количество политзаключённых сократилось до 1100.",
        ["hold reported [1100,1100]"],
    ),
    "a stock without a verb": (
        "По состоянию на 5 мая в стране 1187 политзаключённых.",
        ["hold reported [1187,1187] in стране"],
    ),
    "detention without a verb": (
        "Сейчас за решёткой 36 журналистов.",
        ["hold reported [36,36]"],
    ),
    "names on a list": (
        "В списке политзаключённых 1187 имён.",
        ["hold reported [1187,1187]"],
    ),
    "a pronoun back to its person": (
        "Анну Соль арестовали в мае. Её брат рассказал, что она находится в колонии.",
        ["arrest reported Анна Соль", "hold reported Анна Соль > брат in колонии"],
    ),
    "only which people is no claim": (
        "61 задержанного в июле отпустили.",
        ["release reported [61,61]"],
    ),
    "held since": (
        "Павел Зорин находится под стражей с мая.",
        ["hold reported Павел Зорин"],
    ),
    "a count of acts": (
        "В мае организация зафиксировала 41 задержание.",
        ["arrest reported [41,41] > организация"],
    ),
    "names beside their count": (
        "Осуждены трое: Анна Соль, Павел Зорин и Игорь Малин.",
        [
            "sentence reported Анна Соль",
            "sentence reported Павел Зорин",
            "sentence reported Игорь Малин",
        ],
    ),
    "parts of a count by place": (
        "Всего задержано 212 человек: 192 в Бресте и 20 в Гродно.",
        [
            "arrest reported [212,212] in Бресте",
            "arrest reported [192,192] in Бресте part",
            "arrest reported [20,20] in Бресте part",
        ],
    ),
    "a part told after a comma": (
        "За сутки в городе задержали более 40 человек, ещё шестерых — в области.",
        ["arrest reported [41,] in городе", "arrest reported [6,6] in городе part"],
    ),
    "about a hundred": (
        "На свободу вышло около сотни человек, говорит правозащитница Анна Соль.",
        ["release reported ~100 > Анна Соль"],
    ),
    "days of arrest are a sentence": (
        "Суд арестовал на 15 суток троих участников акции.",
        ["sentence reported [3,3] by Суд"],
    ),
    "given to somebody": (
        "Суд назначил Зорину пять лет колонии.",
        ["sentence reported Зорин by Суд"],
    ),
    "given to two and to three": (
        "Двум фигурантам дела дали по 8 лет, ещё троим — по 5.",
        ["sentence reported [2,2]", "sentence reported [3,3]"],
    ),
    "extended custody is held": (
        "Четверым продлили арест до 5 июля.",
        ["hold reported [4,4]"],
    ),
    "a measure of restraint": (
        "В отношении пяти человек избрана мера пресечения в виде заключения под стражу.",
        ["arrest reported [5,5]"],
    ),
    "recognised as political prisoners": (
        "Политзаключёнными признаны ещё 14 человек.",
        ["hold reported [14,14]"],
    ),
    "known by number": (
        "Правозащитникам известно о 37 задержанных.",
        ["arrest reported [37,37] > Правозащитники"],
    ),
    "a hedge parted from its number": (
        "Известно как минимум о 37 задержаниях.",
        ["arrest reported [37,]"],
    ),
    "an act as a noun": (
        "Об освобождении 52 заключённых объявил президент.",
        ["release announced [52,52] > президент by президент"],
    ),
    "confirmed": (
        "МИД подтвердил освобождение двоих граждан.",
        ["release confirmed [2,2] > МИД by МИД"],
    ),
    "a decree signed": (
        "Глава государства подписал указ о помиловании 25 человек, осуждённых за экстремизм.",
        ["pardon reported [25,25] by Глава государства for экстремизм"],
    ),
    "of them, handed over": (
        "123 человека покинули колонии, 114 из них переданы Украине.",
        ["release reported [123,123]", "release reported [114,114] part"],
    ),
    "two patronymics and an age": (
        "Из колонии отпустили 70-летнего пенсионера Ивана Петровича Зорина.",
        ["release reported Иван Петрович Зорин in колонии"],
    ),
    "who told an outlet": (
        "Как пишет «Заря», освободили 16 человек.",
        ["release reported [16,16] > Заря"],
    ),
    "against what was said before": (
        "Власти утверждают, что отпустили 230 человек, а правозащитники насчитали 177.",
        ["release reported [230,230] > Власти", "release reported [177,177] > правозащитники"],
    ),
    "one freed, three kept": (
        "Одного человека отпустили, троих оставили в изоляторе.",
        ["release reported [1,1]", "hold reported [3,3] in изоляторе"],
    ),
    "ten and a half": (
        "Полтора десятка активистов задержали у здания суда.",
        ["arrest reported [15,15]"],
    ),
    "a figure of those promised": (
        "По подсчётам НКО, из обещанных 553 на волю вышли лишь 212.",
        ["release estimated [212,212] > НКО"],
    ),
    "freed and brought home": (
        "Домой вернулись 150 военнослужащих и семеро гражданских.",
        ["release reported [150,150]", "release reported [7,7] part"],
    ),
    "a list with a label": (
        "Отпущены: Анна Соль, Павел Зорин, Игорь Малин.",
        [
            "release reported Анна Соль",
            "release reported Павел Зорин",
            "release reported Игорь Малин",
        ],
    ),
    "under arrest in part": (
        "По делу проходят 19 человек, 12 из них под стражей.",
        ["hold reported [12,12]"],
    ),
    "tens with a preposition": (
        "Не менее двадцати пяти человек остаются за решёткой, десять из них — женщины.",
        ["hold reported [25,]", "hold reported [10,10] part"],
    ),
    "digits in groups": (
        "В тюрьмах остаются 1 187 человек.",
        ["hold reported [1187,1187] in тюрьмах"],
    ),
    "awaited": (
        "Ожидается, что на свободу выйдут ещё 40 человек.",
        ["release expected [40,40]"],
    ),
    "first of the run of its verb": (
        "По делу арестованы 12 человек, остальные семеро — под подпиской о невыезде.",
        ["arrest reported [12,12]", "arrest reported [7,7] part"],
    ),
    "a label speaks": (
        "МВД: задержаны 12 человек.",
        ["arrest reported [12,12] > МВД"],
    ),
    "told back in the next sentence": (
        "Задержаны 12 человек. Об этом сообщила прокуратура.",
        ["arrest reported [12,12] > прокуратура"],
    ),
    "a quotation over two sentences": (
        "«Мы отпустили 12 человек. Работа продолжается», — сказал прокурор Павел Зорин.",
        ["release reported [12,12] > Павел Зорин"],
    ),
    "an answer in an interview": (
        (
            "Адвокат Анна Соль говорила с нами.\n\n— Сколько человек дома?\n\n— На свободе "
            "семеро.\n\n— А остальные?\n\n— Двенадцать человек в колониях."
        ),
        ["release reported [7,7] > Анна Соль", "hold reported [12,12] > Анна Соль in колониях"],
    ),
    "no prisoner at all": (
        "Политзаключённых у нас нет, заявил министр.",
        ["hold denied Политзаключённых > министр"],
    ),
    "not people: years, days, articles, money": (
        "Ему 45 лет, он получил 15 суток по статье 342 и штраф в 1110 рублей.",
        [],
    ),
    "not detention: taxes": (
        "Компания освободила от налогов 200 предпринимателей.",
        [],
    ),
    "not detention: a film": (
        "Фильм выпустили в 2019 году, его посмотрели 300 человек.",
        [],
    ),
    "not detention: a loan of players": (
        "Клуб отпустил в аренду троих игроков.",
        [],
    ),
    "not detention: a crowd": (
        "На акции собрались 300 человек, 15 полицейских пострадали.",
        [],
    ),
    "not people: cases": (
        "Возбуждено 12 уголовных дел.",
        [],
    ),
    "not a claim: a question": (
        "Сколько человек задержали?",
        [],
    ),
    "not a claim: a condition": (
        "Если власти освободят 12 человек, переговоры продолжатся.",
        [],
    ),
    "not a claim: a purpose": (
        "Она поехала в Рим, чтобы добиться освобождения 12 человек.",
        [],
    ),
    "not a claim: a talk about it": (
        "Стороны провели переговоры об освобождении 12 человек.",
        [],
    ),
    "all of them, after a count": (
        "После обысков задержаны четыре человека; все они отпущены.",
        ["arrest reported [4,4]", "release reported все они"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text, language="ru"))] == claims
