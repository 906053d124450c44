"""A time line day by day. Everything in it is fictional."""

from __future__ import annotations

from habeas.public.presenters.claims import ReportLine
from habeas.public.presenters.days import Day, by_day
from habeas.public.presenters.listed import ListRow, ListSource
from habeas.public.presenters.pledges import TimeLine, Words

LIST = ListSource(title="Example List", day="7 June", file="x.xml", format="sdn-xml", digest="0")
ROW = ListRow(
    id="r1",
    href="/promises/g1/#r1",
    day="7 June",
    day_on="2031-06-07",
    what="taken off the list",
    name="Ruritanian Airways",
    source=LIST,
    before=None,
    place="entry 1",
    words=(),
    more=(),
    is_gone=True,
    is_decided=False,
)


def line(day: str, what: str, quote: str, outlet: str = "Example Daily") -> TimeLine:
    source = ReportLine(
        id=outlet,
        title="Invented",
        publisher=outlet,
        outlet=outlet,
        place="",
        published="",
        published_on="",
        language="en",
        url="",
        file="",
        is_list=False,
        page_ends=(),
        href=f"/reports/{outlet}/",
    )
    words = Words(quote=quote, href=f"{source.href}#c1", who="", source=source)
    return TimeLine(day=day, day_on="", what=what, words=words)


def told(days: tuple[Day | ListRow, ...]) -> list[object]:
    return [
        each.what
        if isinstance(each, ListRow)
        else (each.day, [(one.what, [w.quote for w in one.words]) for one in each.told])
        for each in days
    ]


def test_what_one_day_tells_stands_together_and_the_same_words_once() -> None:
    lines: list[TimeLine | ListRow] = [
        line("6 June", "released", "nine Poles and two Czechs were freed"),
        line("6 June", "promised", "the ban will be lifted"),
        line("6 June", "released", "nine Poles and two Czechs were freed"),
        line("6 June", "released", "nine Poles and two Czechs were freed", "Example Wire"),
        line("7 June", "released", "four were freed"),
        ROW,
        line("7 June", "delivered", "the ban was lifted"),
        line("", "promised", "aid will come"),
    ]
    eleven = "nine Poles and two Czechs were freed"
    assert told(by_day(lines)) == [
        ("6 June", [("released", [eleven, eleven]), ("promised", ["the ban will be lifted"])]),
        ("7 June", [("released", ["four were freed"])]),
        "taken off the list",
        ("7 June", [("delivered", ["the ban was lifted"])]),
        ("", [("promised", ["aid will come"])]),
    ]


def test_of_nothing_there_are_no_days() -> None:
    assert by_day([]) == ()
