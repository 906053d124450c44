"""An Edition about Ruritania. Every person, outlet, group and event in it is invented."""

from __future__ import annotations

from datetime import UTC, date, datetime

from habeas.model.accounts import (
    Account,
    AccountPerson,
    Bounds,
    Conflict,
    Finding,
    Naming,
)
from habeas.model.claims import (
    Act,
    Condition,
    Mention,
    Quantity,
    SpeakerKind,
    Stance,
    TimeMention,
)
from habeas.model.dates import EdtfDate
from habeas.model.editions import Edition
from habeas.model.events import Event
from habeas.model.people import ProposedMatch
from habeas.model.pledges import Tie, TieKind, TieSide
from public.telling import claim, exactly, figure, person, said, text_report

WIRE = """The chancellor of Ruritania has pardoned 123 prisoners, the Court Gazette announced.

Among those freed are Anna Zenda, a printer, and Rudolf Hentzau, the Hearth League said. \
Rights groups say more than one hundred had been expected.

Strelsau received 114 of them, its border service confirmed. The other nine went to Hofbau, \
according to its ministry.

About 1,000 people remain in prison, officials said. Sapt House, a rights group, counts 1,197.

The envoy of Freedonia said that it would ease its tariffs if progress continues. \
Officials did not say how the prisoners were chosen."""

RIGHTS = """Hearth League statement. By our count about 1,200 people are still held in Ruritania.

Anna Zenda has been freed. So have citizens of Latvia, Japan and Kenya."""

RTL = "أعلنت صحيفة الفجر الخيالية الإفراج عن 123 سجيناً.\n\nوقالت إن آنا زندا بينهم."

LIST = 'name,citizenship,freed\n"Zenda, Anna",LV,2031-05-04\nRudolf Hentzau,KE,2031-05-04\n'

HOSTILE = (
    "<script>document.title='owned'</script> \u202egnitirw desrever\u202c "
    '<img src=x onerror="document.title=1"> {{ settings.SECRET_KEY }} ' + "W" * 3000 + " freed 7."
)
LONG_NAME = "Ŵ" * 10_000


DAY = EdtfDate.parse("2031-05-04")
ON_THE_DAY = TimeMention(edtf=DAY, words="on Sunday")
GAZETTE = said("the Court Gazette", SpeakerKind.STATE_MEDIA, "announced")
LEAGUE = said("the Hearth League", SpeakerKind.RIGHTS_GROUP)

wire = text_report(WIRE, title="Ruritania pardons 123", publisher="Zenda Wire", published=DAY)
rights = text_report(
    RIGHTS,
    title="Still in the tower",
    publisher="Hearth League",
    published=EdtfDate.parse("2031-05-06"),
    url="https://hearth-league.example/still-in-the-tower",
)
arabic = text_report(RTL, title="الإفراج عن 123 سجيناً", language="ar", publisher="الفجر الخيالية")
listed = text_report(
    LIST, title="People named as freed", media_type="text/csv", file="freed.csv", language="und"
)
hostile = text_report(
    HOSTILE,
    title="<b>Bold</b> \u202etitle " + "X" * 500,
    publisher="<i>it</i>",
    url="javascript:alert(1)",
)

pardon = claim(
    wire,
    "The chancellor of Ruritania has pardoned 123 prisoners",
    Act.PARDON,
    Stance.ANNOUNCED,
    count=exactly(123),
    group="prisoners",
    by="The chancellor of Ruritania",
    speakers=(GAZETTE,),
    when=ON_THE_DAY,
)
zenda = claim(
    wire,
    "Among those freed are Anna Zenda, a printer, and Rudolf Hentzau",
    Act.RELEASE,
    Stance.CONFIRMED,
    names=(Mention(name="Anna Zenda", roles=("printer",)),),
    speakers=(LEAGUE,),
)
hentzau = claim(
    wire,
    "Among those freed are Anna Zenda, a printer, and Rudolf Hentzau",
    Act.RELEASE,
    Stance.CONFIRMED,
    names=(Mention(name="Rudolf Hentzau", nationality="KE"),),
    speakers=(LEAGUE,),
)
hundred = claim(
    wire,
    "more than one hundred had been expected",
    Act.RELEASE,
    Stance.EXPECTED,
    count=Quantity(low=101, high=None, about=None, words="more than one hundred"),
    speakers=(said("Rights groups", SpeakerKind.RIGHTS_GROUP, "say"),),
)
strelsau = claim(
    wire,
    "Strelsau received 114 of them",
    Act.RELEASE,
    Stance.CONFIRMED,
    count=exactly(114),
    part_of=pardon.id,
    place="Strelsau",
    speakers=(said("its border service", SpeakerKind.GOVERNMENT, "confirmed"),),
)
hofbau = claim(
    wire,
    "The other nine went to Hofbau",
    Act.EXILE,
    Stance.REPORTED,
    count=exactly(9, "nine"),
    part_of=pardon.id,
    place="Hofbau",
    speakers=(said("its ministry", SpeakerKind.GOVERNMENT, "according to"),),
)
thousand = claim(
    wire,
    "About 1,000 people remain in prison",
    Act.HOLD,
    Stance.ESTIMATED,
    count=Quantity(low=None, high=None, about=1000, words="About 1,000"),
    group="people",
    speakers=(said("officials", SpeakerKind.GOVERNMENT),),
)
sapt = claim(
    wire,
    "Sapt House, a rights group, counts 1,197",
    Act.HOLD,
    Stance.REPORTED,
    count=exactly(1197, "1,197"),
    speakers=(said("Sapt House", SpeakerKind.RIGHTS_GROUP, "counts"),),
)
tariffs = claim(
    wire,
    "it would ease its tariffs",
    Act.EASE_SANCTIONS,
    Stance.PROMISED,
    by="Freedonia",
    object="its tariffs",
    condition=Condition(
        words="if progress continues",
        start=WIRE.index("if progress"),
        end=WIRE.index("if progress") + len("if progress continues"),
    ),
    speakers=(said("The envoy of Freedonia", SpeakerKind.GOVERNMENT),),
)
criteria = claim(
    wire,
    "Officials did not say how the prisoners were chosen",
    Act.WITHHOLD,
    Stance.REPORTED,
    by="Officials",
    object="how the prisoners were chosen",
)
twelve_hundred = claim(
    rights,
    "about 1,200 people are still held in Ruritania",
    Act.HOLD,
    Stance.ESTIMATED,
    count=Quantity(low=None, high=None, about=1200, words="about 1,200"),
    speakers=(said("Hearth League", SpeakerKind.RIGHTS_GROUP, "By our count"),),
)
zenda_again = claim(
    rights,
    "Anna Zenda has been freed",
    Act.RELEASE,
    Stance.REPORTED,
    names=(Mention(name="Anna Zenda"),),
)
citizens = claim(
    rights,
    "citizens of Latvia, Japan and Kenya",
    Act.RELEASE,
    Stance.REPORTED,
    nationalities=("LV", "JP", "KE"),
)
in_arabic = claim(
    arabic,
    "الإفراج عن 123 سجيناً",
    Act.RELEASE,
    Stance.ANNOUNCED,
    count=exactly(123),
    speakers=(said("صحيفة الفجر الخيالية", SpeakerKind.MEDIA, "أعلنت"),),
)
on_list = claim(
    listed,
    '"Zenda, Anna",LV,2031-05-04',
    Act.RELEASE,
    Stance.REPORTED,
    names=(Mention(name="Zenda, Anna", nationality="LV"),),
    when=TimeMention(edtf=DAY, words="2031-05-04"),
)
attack = claim(
    hostile,
    HOSTILE,
    Act.RELEASE,
    Stance.DENIED,
    count=exactly(7),
    group="<script>alert(1)</script>" + "G" * 400,
    names=(Mention(name=LONG_NAME), Mention(name="<b>\u202eeman</b>")),
    speakers=(said("<img src=x onerror=alert(1)>" + "S" * 400),),
)

anna = person("Anna Zenda", zenda, zenda_again)
rudolf = person("Rudolf Hentzau", hentzau)
anna_listed = person("Zenda, Anna", on_list)
endless = person(LONG_NAME, attack)
matches = tuple(
    ProposedMatch(left=left, right=right, score=0.9, reason="the same two words, turned round")
    for left, right in [sorted((anna.id, anna_listed.id))]
)

CLAIMS = (
    pardon,
    zenda,
    hentzau,
    hundred,
    strelsau,
    hofbau,
    thousand,
    sapt,
    tariffs,
    criteria,
    twelve_hundred,
    zenda_again,
    citizens,
    in_arabic,
    on_list,
    attack,
)


account = Account(
    event=Event(
        id="5a1e0f3c9d7b2468",
        title="123 prisoners pardoned in Ruritania",
        acts=(Act.PARDON, Act.RELEASE),
        by=None,
        place="Ruritania",
        when=DAY,
        claims=tuple(each.id for each in CLAIMS if each is not attack),
        reports=(wire.id, rights.id, arabic.id, listed.id),
    ),
    figures=(
        figure(pardon),
        figure(hundred),
        figure(strelsau, ("destination", "Strelsau")),
        figure(hofbau, ("destination", "Hofbau")),
        figure(in_arabic),
    ),
    agreed=(Finding(explanation="Two voices say 123.", claims=(pardon.id, in_arabic.id)),),
    sums=(Finding(explanation="123 = 114 + 9", claims=(pardon.id, strelsau.id, hofbau.id)),),
    conflicts=(
        Conflict(
            explanation="Sapt House counts 1,197 still held; officials say about 1,000.",
            claims=(sapt.id, thousand.id),
            likewise=(),
            assumptions=(),
            tight=True,
        ),
    ),
    people=(
        AccountPerson(
            person=anna.id,
            name=anna.name,
            naming=Naming.CONFIRMED,
            claims=(zenda.id, zenda_again.id),
        ),
        AccountPerson(
            person=rudolf.id, name=rudolf.name, naming=Naming.NAMED, claims=(hentzau.id,)
        ),
    ),
    unnamed=Bounds(low=121, high=121),
    held=(figure(thousand), figure(sapt), figure(twelve_hundred)),
    nationalities=("LV", "JP", "KE"),
    pledges=(tariffs.id,),
    withheld=(criteria.id,),
    meetings=(),
    expected=(),
    demands=(),
    charges=(),
    earlier=(),
    questions=(
        "Who are the 121 whom nobody names?",
        *(f"Is tower {number} empty?" for number in range(1, 10)),
    ),
)

_tying = "The envoy of Freedonia said that it would ease its tariffs if progress continues."
_tied_at = WIRE.index(_tying)
traded = Tie(
    id="x0123456789ab",
    report=wire.id,
    kind=TieKind.ASSERTED,
    cue="if progress continues",
    given=TieSide(words="its tariffs", acts=(Act.EASE_SANCTIONS,), claims=(tariffs.id,)),
    got=TieSide(words="123 prisoners", acts=(Act.RELEASE,), claims=(pardon.id,)),
    speakers=(said("The envoy of Freedonia", SpeakerKind.GOVERNMENT),),
    passage=wire.passage(_tied_at, _tied_at + len(_tying)),
)

ruritania = Edition(
    title="Register of Ruritania (fictional)",
    as_of=date(2031, 5, 6),
    known_at=datetime(2031, 5, 7, 9, 30, tzinfo=UTC),
    reports=(wire, rights, arabic, listed, hostile),
    claims=CLAIMS,
    people=(anna, anna_listed, endless, rudolf),
    matches=matches,
    accounts=(account,),
    withheld=3,
    ties=(traded,),
)

nothing = Edition(
    title="Register of nothing yet",
    as_of=date(2031, 5, 6),
    known_at=datetime(2031, 5, 7, 9, 30, tzinfo=UTC),
    reports=(),
    claims=(),
    people=(),
    matches=(),
    accounts=(),
    withheld=0,
)
