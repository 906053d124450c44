"""Names of people who do not exist, each in the spellings that reports would give it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

_GIVEN = """
Siarhei Sergei Сергей|Uladzimir Vladimir Владимир|Mikalai Nikolai Николай|Dzmitry Dmitry Дмитрий
Aliaksandr Alexander Александр|Aliaksei Alexey Алексей|Andrei Andrey Андрей|Pavel Pavel Павел
Ihar Igor Игорь|Aleh Oleg Олег|Kiryl Kirill Кирилл|Artsiom Artem Артем|Vasil Vasily Василий
Mikhail Michael Михаил|Piotr Petr Петр|Yauhen Evgeny Евгений|Viktar Viktor Виктор
Maksim Maxim Максим|Anton Anton Антон|Raman Roman Роман|Dzianis Denis Денис|Leanid Leonid Леонид
Volha Olga Ольга|Katsiaryna Ekaterina Екатерина|Maryia Maria Мария|Natallia Natalia Наталья
Sviatlana Svetlana Светлана|Tatsiana Tatiana Татьяна|Alena Elena Елена|Iryna Irina Ирина
Hanna Anna Анна|Yuliya Julia Юлия|Viktoryia Victoria Виктория|Palina Polina Полина
Darya Daria Дарья|Nadzeya Nadezhda Надежда|Halina Galina Галина|Liudmila Lyudmila Людмила
"""
_BEGINS = (
    "Во Vo|Ла La|Ми Mi|Та Ta|Го Go|Бе Be|Су Su|Не Ne|До Do|Ра Ra|Ку Ku|Пе Pe|Зи Zi|Хо Kho|Жа Zha"
)
_MIDDLES = "ль l|рма rma|нто nto|ске ske|дру dru|вли vli|мба mba|рзо rzo|лги lgi|стру stru|нка nka"
_MORE = "ре re|ту tu|ва va|ли li|по po|мо mo|зе ze|га ga|ди di|со so|не ne|ба ba"
_MEN = "нович novich|нский nski|льков lkov|ренко renko|лин lin|севич sevich|бут but|шкин shkin"
_WOMEN = (
    "нович novich|нская nskaya|лькова lkova|ренко renko|лина lina|севич sevich|бут but|шкина shkina"
)
_SPANISH = (
    "Marisol Ramón Yolanda Ernesto Lucía Tomás Beatriz Joaquín Inés Andrés Pilar Gonzalo".split()
)
_SPANISH_BEGINS = "Qui Ve Ar Lo Ca Men Tor Ba Os Zu".split()
_SPANISH_MORE = "ra li ta men bra ño go ri".split()
_SPANISH_ENDS = "dal tero zábal quín rría llada cencio buru".split()
_HAN_FAMILY = "李 Li|王 Wang|张 Zhang|刘 Liu|陈 Chen|杨 Yang|赵 Zhao|黄 Huang|周 Zhou|吴 Wu".split(
    "|"
)
_HAN = "明 ming|华 hua|丽 li|强 qiang|军 jun|芳 fang|伟 wei|娜 na|静 jing|磊 lei|洋 yang"
_ARABIC = "محمد Mohamed|علي Ali|حسن Hassan|خالد Khaled|فاطمة Fatima|مريم Maryam|يوسف Yusuf|عمر Omar"
_ARABIC_BEGINS = "با Ba|را Ra|سا Sa|نو Nu|دي Di|زو Zu|ما Ma|قا Qa"
_ARABIC_ENDS = "رود rud|ليم lim|نوس nus|بيل bil|دار dar|فيز fiz|سان san|توم tum"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpName:
    """A name in the spellings that reports give it, the most frequent first."""

    spellings: tuple[str, ...]


def make_names(count: int, chance: random.Random) -> list[MadeUpName]:
    """Names that all differ in their first spelling."""
    found: dict[str, MadeUpName] = {}
    while len(found) < count:
        name = chance.choices(_KINDS, _WEIGHTS)[0](chance)
        found.setdefault(name.spellings[0], name)
    return list(found.values())


def _slavic(chance: random.Random) -> MadeUpName:
    at = chance.randrange(len(_given()))
    belarusian, russian, cyrillic = _given()[at]
    is_man = at < len(_given()) - 16
    parts = [_BEGINS, _MIDDLES, *([_MORE] * chance.randint(1, 2)), _MEN if is_man else _WOMEN]
    chosen = [chance.choice(part.split("|")).split() for part in parts]
    family = "".join(own for own, _ in chosen)
    latin = "".join(own for _, own in chosen)
    spellings = [
        f"{cyrillic} {family}",
        f"{belarusian} {latin}",
        f"{russian} {latin}",
        f"{family} {cyrillic}",
    ]
    first = chance.randrange(3)
    return MadeUpName(spellings=(spellings[first], *spellings[:first], *spellings[first + 1 :]))


def _spanish(chance: random.Random) -> MadeUpName:
    def family() -> str:
        more = chance.choice(_SPANISH_MORE)
        return chance.choice(_SPANISH_BEGINS) + more + chance.choice(_SPANISH_ENDS)

    given, first, second = chance.choice(_SPANISH), family(), family()
    return MadeUpName(spellings=(f"{given} {first} {second}", f"{given} {first}"))


def _chinese(chance: random.Random) -> MadeUpName:
    family, latin = chance.choice(_HAN_FAMILY).split()
    given = [chance.choice(_HAN.split("|")).split() for _ in range(2)]
    han = family + "".join(own for own, _ in given)
    read = "".join(own for _, own in given).capitalize()
    return MadeUpName(spellings=(f"{latin} {read}", han))


def _arabic(chance: random.Random) -> MadeUpName:
    given, latin = chance.choice(_ARABIC.split("|")).split()
    begin, more, end = (
        chance.choice(each.split("|")).split()
        for each in (_ARABIC_BEGINS, _ARABIC_BEGINS, _ARABIC_ENDS)
    )
    family = begin[1] + more[1].lower() + end[1]
    own = f"{given} {begin[0]}{more[0]}{end[0]}"
    return MadeUpName(spellings=(f"{latin} {family}", own))


def _given() -> list[tuple[str, str, str]]:
    rows = [row.split() for row in _GIVEN.replace("\n", "|").split("|") if row.strip()]
    return [(belarusian, russian, cyrillic) for belarusian, russian, cyrillic in rows]


_KINDS: list[Callable[[random.Random], MadeUpName]] = [_slavic, _spanish, _arabic, _chinese]
_WEIGHTS = (75, 15, 8, 2)
