"""How names in other scripts are read in Latin letters. Public figures and invented people."""

from __future__ import annotations

import pytest

from habeas.people.names.readings import MOST_READINGS, readings_of

READ = {
    "Jpan": "黒澤明 = kurosawa akira; 緒方貞子 = ogata sadako; 小泉純一郎 = koizumi junichiro;"
    "大江健三郎 = oe kenzaburo; 村上春樹 = murakami haruki; 佐々木希 = sasaki nozomi;"
    "津田梅子 = tsuda umeko; つるの剛士 = tsuruno takeshi",
    "Kana": "くろさわあきら = kurosawa akira; オオエ・ケンザブロウ = oe kenzaburo;"
    "いのうえ ひさし = inoue hisashi; ヴィクトル・ユーゴー = vikutoru yugo;"
    "ウィンストン・チャーチル = winston churchill;"
    "はっとり しょういち = hattori shoichi",
    "Hani": "许志永 = xu zhiyong; 習近平 = xi jinping; 曾庆红 = zeng qinghong;"
    "單田芳 = shan tianfang; 欧阳修 = ouyang xiu; 黃之鋒 = wong chifung;"
    "蔣介石 = chiang chiehshih; 金大中 = kim daejoong; 黒澤明 = kurosawa akira;"
    "巴拉克·奥巴马 = balake aobama; 温斯顿·丘吉尔 = winston churchill",
    "Hang": "김대중 = kim daejoong; 박정희 = park junghee; 이승만 = lee seungman;"
    "김정일 = kim chongil; 남궁민 = namgung min; 윈스턴 처칠 = winston churchill",
    "Hebr": "ג'ורג' וושינגטון = george washington; מנחם בגין = menachem begin",
    "Arab": "نيلسون مانديلا = nelson mandela; محمد = mohamed; حسين = hussein",
    "Cyrl": "Вилли Брандт = willy brandt; Мария = mariya",
}


@pytest.mark.parametrize(
    ("script", "story"),
    [(script, story.strip()) for script, line in READ.items() for story in line.split(";")],
)
def test_one_of_its_readings_is(script: str, story: str) -> None:
    name, reading = story.split(" = ")
    assert reading in readings_of(name, script)


@pytest.mark.parametrize(
    ("script", "story"),
    [
        ("Hani", "许志永 = xu zhiyong"),
        ("Jpan", "緒方貞子 = ogata sadako"),
        ("Hang", "김대중 = kim daejoong"),
    ],
)
def test_the_likeliest_comes_first(script: str, story: str) -> None:
    name, reading = story.split(" = ")
    assert readings_of(name, script)[0] == reading


def test_latin_has_no_reading() -> None:
    assert readings_of("Maria Kalesnikava", "Latn") == ()


def test_readings_are_few_and_plain() -> None:
    for script in READ:
        found = readings_of("金大中 김대중 きむ \ud800\x00 abc" * 40, script)
        assert len(found) <= MOST_READINGS
        assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz ") for one in found)
