"""An Edition about Graustark whose figures do not add up. Everybody and everything is invented."""

from __future__ import annotations

from dataclasses import replace

from habeas.model.accounts import (
    Account,
    AccountPerson,
    Assumption,
    AssumptionKind,
    Balance,
    Bound,
    Bounds,
    Conflict,
    Finding,
    ListComparison,
    Naming,
    Repair,
    Revision,
)
from habeas.model.claims import Act, Claim, Mention, Quantity, SpeakerKind, Stance, TimeMention
from habeas.model.dates import EdtfDate
from habeas.model.events import Event
from public import fictional
from public.telling import claim, exactly, figure, person, said, text_report

WIRE = """Graustark has pardoned 123 prisoners, the Palace Courier announced.

Axphain received 114 of them, its border service said. Nine went to Dawsbergen, according to \
its embassy. One man, Ivo Bazin, is still in Edelweiss, the Ganlook Post found.

About 1,000 people remain in prison, officials said. Tarlenz House counts 1,197."""

LEAGUE = """Castle League. We first counted 110 pardoned in Graustark. By our latest count 123 \
were pardoned. On 1 March 1,187 people were held; 20 were arrested and 13 released since, and \
on 1 May 1,197 were held. In all, 20 were sentenced."""

SHORT = "Graustark pardons 123 prisoners."

FIRST_LIST = "name,freed\nIvo Bazin,2031-05-04\nMara Sten,2031-05-04\n"
SECOND_LIST = "name,freed\nIvo Bazin,2031-05-04\nLev Orsk,2031-05-04\n"

DAY = EdtfDate.parse("2031-05-04")
COURIER = said("the Palace Courier", SpeakerKind.STATE_MEDIA, "announced")
CASTLE = said("Castle League", SpeakerKind.RIGHTS_GROUP, "counted")

wire = text_report(WIRE, title="Graustark pardons 123", publisher="Ganlook Post", published=DAY)
league = text_report(
    LEAGUE,
    title="What we counted",
    publisher="Castle League",
    published=EdtfDate.parse("2031-05-06"),
)
short = text_report(SHORT, title="123 pardoned", publisher="Edelweiss Daily", published=DAY)
first_list = text_report(
    FIRST_LIST, title="List of 4 May", media_type="text/csv", file="a.csv", language="und"
)
second_list = text_report(
    SECOND_LIST, title="List of 5 May", media_type="text/csv", file="b.csv", language="und"
)


def _on(edtf: str, words: str) -> TimeMention:
    return TimeMention(edtf=EdtfDate.parse(edtf), words=words)


SINCE = _on("2031-03-01/2031-05-01", "since")


def _counted(words: str, number: int, act: Act = Act.PARDON, **more: object) -> Claim:
    report = next(each for each in (wire, league, short) if words in each.text)
    stance = more.pop("stance", Stance.REPORTED)
    counted = more.pop("count", exactly(number))
    return claim(report, words, act, stance, count=counted, **more)  # type: ignore[arg-type]


pardon = _counted(
    "Graustark has pardoned 123 prisoners", 123, stance=Stance.ANNOUNCED, speakers=(COURIER,)
)
printed = _counted("Graustark pardons 123 prisoners", 123, stance=Stance.ANNOUNCED)
axphain = _counted(
    "Axphain received 114 of them",
    114,
    Act.RELEASE,
    place="Axphain",
    speakers=(said("its border service", SpeakerKind.GOVERNMENT),),
)
dawsbergen = _counted(
    "Nine went to Dawsbergen",
    9,
    Act.RELEASE,
    count=exactly(9, "Nine"),
    place="Dawsbergen",
    speakers=(said("its embassy", SpeakerKind.GOVERNMENT),),
)
bazin = _counted(
    "One man, Ivo Bazin, is still in Edelweiss",
    1,
    Act.RELEASE,
    count=exactly(1, "One"),
    names=(Mention(name="Ivo Bazin"),),
    place="Edelweiss",
    speakers=(said("the Ganlook Post", SpeakerKind.MEDIA, "found"),),
)
thousand = _counted(
    "About 1,000 people remain in prison",
    0,
    Act.HOLD,
    stance=Stance.ESTIMATED,
    count=Quantity(low=None, high=None, about=1000, words="About 1,000"),
    speakers=(said("officials", SpeakerKind.GOVERNMENT),),
)
tarlenz = _counted(
    "Tarlenz House counts 1,197",
    1197,
    Act.HOLD,
    speakers=(said("Tarlenz House", SpeakerKind.RIGHTS_GROUP, "counts"),),
)
before = _counted("We first counted 110 pardoned", 110, speakers=(CASTLE,))
latest = _counted("123 were pardoned", 123, speakers=(CASTLE,))
opening = _counted(
    "On 1 March 1,187 people were held",
    1187,
    Act.HOLD,
    speakers=(CASTLE,),
    when=_on("2031-03-01", "On 1 March"),
)
arrested = _counted("20 were arrested", 20, Act.ARREST, speakers=(CASTLE,), when=SINCE)
released = _counted("13 released since", 13, Act.RELEASE, speakers=(CASTLE,), when=SINCE)
closing = _counted(
    "on 1 May 1,197 were held",
    1197,
    Act.HOLD,
    speakers=(CASTLE,),
    when=_on("2031-05-01", "on 1 May"),
)
sentenced = _counted("20 were sentenced", 20, Act.SENTENCE, speakers=(CASTLE,))


def _listed(report: object, row: str, name: str) -> Claim:
    return claim(
        report,  # type: ignore[arg-type]
        row,
        Act.RELEASE,
        Stance.REPORTED,
        names=(Mention(name=name),),
        when=TimeMention(edtf=DAY, words="2031-05-04"),
    )


on_first = _listed(first_list, "Ivo Bazin,2031-05-04", "Ivo Bazin")
mara_listed = _listed(first_list, "Mara Sten,2031-05-04", "Mara Sten")
on_second = _listed(second_list, "Ivo Bazin,2031-05-04", "Ivo Bazin")
lev_listed = _listed(second_list, "Lev Orsk,2031-05-04", "Lev Orsk")

REPORTS = (wire, league, short, first_list, second_list)
CLAIMS = (
    *(pardon, axphain, dawsbergen, bazin, thousand, tarlenz),
    *(before, latest, opening, arrested, released, closing, sentenced, printed),
    *(on_first, mara_listed, on_second, lev_listed),
)
ivo = person("Ivo Bazin", bazin, on_first, on_second)
mara = person("Mara Sten", mara_listed)
lev = person("Lev Orsk", lev_listed)

TO_AXPHAIN = (("destination", "Axphain"),)
TO_DAWSBERGEN = (("destination", "Dawsbergen"),)
AT_HOME = (("destination", "Edelweiss"),)

same_people = Assumption(
    id="0a1b2c3d",
    kind=AssumptionKind.SAME_PEOPLE,
    reason="The 114 and the nine are taken to be some of the 123: the text says “of them”.",
    claims=(pardon.id, axphain.id, dawsbergen.id),
)
nobody_twice = Assumption(
    id="4e5f6a7b",
    kind=AssumptionKind.NOBODY_TWICE,
    reason="Nobody is taken to have gone to two places, since no report says so.",
    claims=(axphain.id, dawsbergen.id, bazin.id),
)
same_day = Assumption(
    id="8c9d0e1f",
    kind=AssumptionKind.SAME_DAY,
    reason="Both counts of those held are taken to be of one day, two days apart at most.",
    claims=(thousand.id, tarlenz.id),
)


one_event = Assumption(
    id="00112233",
    kind=AssumptionKind.SAME_EVENT,
    reason="“What we counted” is taken to speak of this event, since it gives the same number.",
    claims=(latest.id,),
)


def _bounds(total: int, axphain_low: int, dawsbergen_low: int, home: int) -> tuple[Bound, ...]:
    return (
        Bound(of="everybody pardoned", population=(), low=total, high=total),
        Bound(of="taken to Axphain", population=TO_AXPHAIN, low=axphain_low, high=114),
        Bound(of="taken to Dawsbergen", population=TO_DAWSBERGEN, low=dawsbergen_low, high=9),
        Bound(of="still in Edelweiss", population=AT_HOME, low=home, high=1),
        Bound(of="women among them", population=(("sex", "f"),), low=0, high=None),
        Bound(of="not named", population=(("named", "no"),), low=total - 3, high=total - 3),
    )


account = Account(
    event=Event(
        id="9b8a7c6d5e4f3021",
        title="123 prisoners pardoned in Graustark",
        acts=(Act.PARDON, Act.RELEASE),
        by=None,
        place="Graustark",
        when=DAY,
        claims=tuple(each.id for each in CLAIMS),
        reports=tuple(report.id for report in REPORTS),
    ),
    figures=(
        figure(pardon),
        figure(axphain, *TO_AXPHAIN),
        figure(dawsbergen, *TO_DAWSBERGEN),
        figure(bazin, *AT_HOME),
        figure(latest),
        figure(printed),
    ),
    agreed=(Finding(explanation="Two voices say 123.", claims=(pardon.id, latest.id)),),
    sums=(),
    people=(
        AccountPerson(
            person=ivo.id,
            name=ivo.name,
            naming=Naming.CONFIRMED,
            claims=(bazin.id, on_first.id, on_second.id),
        ),
        AccountPerson(person=lev.id, name=lev.name, naming=Naming.LISTED, claims=(lev_listed.id,)),
        AccountPerson(
            person=mara.id, name=mara.name, naming=Naming.LISTED, claims=(mara_listed.id,)
        ),
    ),
    unnamed=Bounds(low=120, high=120),
    held=(figure(thousand), figure(tarlenz), figure(opening), figure(closing)),
    counted=(figure(arrested, ("sex", "women")), figure(sentenced)),
    nationalities=(),
    pledges=(),
    withheld=(),
    meetings=(),
    expected=(),
    demands=(),
    charges=(),
    earlier=(),
    questions=("Who are the 120 whom nobody names?",),
    assumptions=(one_event, same_people, nobody_twice, same_day),
    conflicts=(
        Conflict(
            claims=(pardon.id, axphain.id, dawsbergen.id, bazin.id),
            likewise=(latest.id, printed.id),
            assumptions=(same_people.id, nobody_twice.id),
            tight=False,
            explanation=(
                "114 (its border service) + nine (its embassy) + 1 (the Ganlook Post) = 124,"
                " more than 123 (the Palace Courier and 2 more)."
            ),
        ),
        Conflict(
            claims=(thousand.id, tarlenz.id),
            likewise=(closing.id,),
            assumptions=(same_day.id,),
            tight=True,
            explanation="About 1,000 are held (officials), but 1,197 are (Tarlenz House).",
        ),
    ),
    repairs=(
        Repair(set_aside=(axphain.id,), weight=1, bounds=_bounds(123, 0, 9, 1)),
        Repair(set_aside=(bazin.id,), weight=1, bounds=_bounds(123, 114, 9, 0)),
        Repair(set_aside=(dawsbergen.id,), weight=1, bounds=_bounds(123, 114, 0, 1)),
        Repair(
            set_aside=(pardon.id, latest.id, printed.id),
            weight=2,
            bounds=_bounds(124, 114, 9, 1),
        ),
    ),
    doubtful=(bazin.id,),
    bounds=(
        Bound(of="everybody pardoned", population=(), low=123, high=124),
        *_bounds(123, 0, 0, 0)[1:5],
        Bound(of="not named", population=(("named", "no"),), low=120, high=121),
    ),
    revisions=(
        Revision(
            explanation="Castle League first counted 110, and 123 on 6 May 2031.",
            claims=(before.id, latest.id),
        ),
    ),
    totals=(
        Finding(
            explanation="The 123 are more than the 13 released since March, which they include.",
            claims=(latest.id, released.id),
        ),
    ),
    balances=(
        Balance(
            opening=Bounds(low=1187, high=1187),
            closing=Bounds(low=1197, high=1197),
            added=Bounds(low=20, high=20),
            left=Bounds(low=13, high=13),
            gap=Bounds(low=3, high=3),
            explanation="1,187 + 20 - 13 = 1,194, but 1,197 are said to be held (Castle League).",
            claims=(opening.id, arrested.id, released.id, closing.id),
        ),
    ),
    lists=(
        ListComparison(
            left=first_list.id,
            right=second_list.id,
            both=Bounds(low=1, high=1),
            only_left=Bounds(low=1, high=1),
            only_right=Bounds(low=1, high=1),
            explanation="One person stands on both lists, one on each alone.",
            claims=(on_first.id, mara_listed.id, on_second.id, lev_listed.id),
        ),
    ),
    settling=(
        "A list of the 9 taken to Dawsbergen.",
        "A count of those held by officials that is not rounded.",
    ),
)

graustark = replace(
    fictional.nothing,
    title="Register of Graustark (fictional)",
    reports=REPORTS,
    claims=CLAIMS,
    people=(ivo, lev, mara),
    accounts=(account,),
)
