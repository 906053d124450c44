"""Who is named in a register, and what is told of them, gathered one report after the other."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.events.atoms import tells_of_release
from habeas.events.custody import CustodyStep, Saying, saying_of, steps_said
from habeas.model.claims import Claim
from habeas.model.people import Judgement, MentionKey, Person
from habeas.model.reports import Report
from habeas.people.descriptions import descriptions_of
from habeas.people.evidence import ListRow, Particulars
from habeas.people.gathering import (
    Fact,
    facts_by_name,
    facts_of_description,
    facts_of_everybody,
    facts_of_row,
    particulars_of_facts,
    row_told,
    rows_told,
)
from habeas.people.judging import judged_apart
from habeas.people.resolve import ids_judged, nodes_joined, nodes_told, order_of, person_of
from habeas.people.spellings import fold_spelling, ids_of, mention_id, spelling_id
from habeas.register.making.numbered import Numbered, Runs

_ROW = "row"
"""In place of a row of the report itself, of which only the number is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOf:
    """A person, what is told of them, and where.

    Attributes:
        person: Who.
        particulars: What is told.
        freed: Numbers of the reports that name them as freed, in the order in which these came.
    """

    person: Person
    particulars: Particulars
    freed: tuple[int, ...]


class _Mentions:
    """All mentions, by number, and the persons that they are."""

    def __init__(self) -> None:
        self.claims: list[str] = []
        self.names = Numbered[str]()
        self._nodes = Numbered[str]()
        self.claim, self.name, self._node = array("I"), array("I"), array("I")
        self._is_named = bytearray()
        self.judged = frozenset[int]()

    def key(self, mention: int) -> MentionKey:
        return MentionKey(
            claim=self.claims[self.claim[mention]], name=self.names[self.name[mention]]
        )

    def add(self, claim: int, key: MentionKey, node: str, *, named: bool) -> int:
        self.claim.append(claim)
        self.name.append(self.names.number(key.name))
        self._node.append(self._nodes.number(node))
        self._is_named.append(named)
        return len(self) - 1

    def __len__(self) -> int:
        return len(self.claim)

    def people(self, judgements: Sequence[Judgement]) -> list[tuple[Person, Sequence[int]]]:
        """Everybody who is named, in order, with the numbers of their mentions, in theirs."""
        stands_for = self._judged(judgements)
        mentions: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        for mention, node in enumerate(self._node):
            mentions[node].append(mention)
        found: list[tuple[Person, Sequence[int]]] = []
        for group in nodes_joined(self._nodes.values, judgements, stands_for):
            together = [m for node in group for m in mentions.pop(self._nodes.number(node), ())]
            if any(self._is_named[mention] for mention in together):
                found.append(self._person(together))
        found.sort(key=lambda each: order_of(each[0]))
        return found

    def _judged(self, judgements: Sequence[Judgement]) -> Mapping[str, str]:
        """What each mention that is judged stands for; one that is set apart, for itself."""
        judged, apart = ids_judged(judgements), judged_apart(judgements)
        found: dict[str, str] = {}
        numbers: set[int] = set()
        for mention in range(len(self)) if judged else ():
            own = mention_id(self.key(mention))
            if own in apart and self._is_named[mention]:
                self._node[mention] = self._nodes.number(own)
            if own in judged:
                found[own] = self._nodes[self._node[mention]]
                numbers.add(mention)
        self.judged = frozenset(numbers)
        return found

    def _person(self, mentions: list[int]) -> tuple[Person, Sequence[int]]:
        keys = {mention: self.key(mention) for mention in mentions}
        named = {keys[mention] for mention in mentions if self._is_named[mention]}
        node_of = {keys[mention]: self._nodes[self._node[mention]] for mention in mentions}
        mentions.sort(key=lambda mention: (keys[mention].claim, keys[mention].name))
        return person_of(node_of, named, node_of), array("I", mentions)


class _Facts:
    """What every claim tells of those whom it names."""

    def __init__(self) -> None:
        self._facts = Numbered[Fact]()
        self._of_everybody = Runs()
        self._by_name, self._names = Runs(), Runs()
        self._described: dict[int, tuple[int, ...]] = {}

    def add(self, claim: Claim, report: Report, names: Numbered[str], row: Iterable[Fact]) -> None:
        """Take what the next claim tells."""
        number = self._facts.number
        told = (*facts_of_everybody(claim), *row)
        self._of_everybody.add(map(number, told))
        by_name = [
            (names.number(name), number(fact))
            for name, facts in facts_by_name(claim, report)
            for fact in facts
        ]
        self._names.add(name for name, _ in by_name)
        self._by_name.add(fact for _, fact in by_name)

    def describe(self, mention: int, facts: Iterable[Fact]) -> None:
        """Take what is told of somebody without a name."""
        self._described[mention] = tuple(map(self._facts.number, facts))

    def of_claim(self, claim: int, names: Numbered[str], spellings: set[str]) -> Iterator[Fact]:
        """What a claim tells of a person of some spellings."""
        for number in self._of_everybody[claim]:
            yield self._facts[number]
        for name, number in zip(self._names[claim], self._by_name[claim], strict=True):
            if fold_spelling(names[name]) in spellings:
                yield self._facts[number]

    def of_mention(self, mention: int) -> Iterator[Fact]:
        """What is told of a person in a mention without a name."""
        return (self._facts[number] for number in self._described.get(mention, ()))


class Telling:
    """Takes readings in any order; gives everybody, and what is told of them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._mentions = _Mentions()
        self._facts = _Facts()
        self._reports: list[str] = []
        self._report_of = array("I")
        self._frees = bytearray()
        self._sayings, self._voices = Numbered[Saying | None](), Numbered[str]()
        self._saying_of, self._voice_of = array("I"), array("I")
        self._custody: Counter[tuple[CustodyStep, ...]] = Counter()

    def add(self, report: Report, claims: Sequence[Claim]) -> None:
        """Take a report and its claims."""
        first = len(self._mentions.claims)
        rows = (
            rows_told(report, {claim.passage.start for claim in claims}) if report.is_table else {}
        )
        numbers = {claim.id: first + at for at, claim in enumerate(claims)}
        for claim in claims:
            self._mentions.claims.append(claim.id)
            self._report_of.append(len(self._reports))
            self._frees.append(tells_of_release(claim))
            saying = saying_of(claim, report)
            self._saying_of.append(self._sayings.number(_bare(saying)))
            self._voice_of.append(self._voices.number(saying.step.voice if saying else ""))
            row = _row_facts(claim, report, rows) if report.is_table else ()
            self._facts.add(claim, report, self._mentions.names, row)
        self._reports.append(report.id)
        described = {each.mention: each.told for each in descriptions_of(claims)}
        for key, node in nodes_told(claims).items():
            at = numbers[key.claim]
            mention = self._mentions.add(at, key, node, named=key not in described)
            if key in described:
                facts = facts_of_description(described[key], claims[at - first], report)
                self._facts.describe(mention, facts)

    @property
    def reports(self) -> Sequence[str]:
        """Ids of all reports, in the order in which they came."""
        return self._reports

    @property
    def custody(self) -> Mapping[tuple[CustodyStep, ...], int]:
        """What is said of the custody of those whom `everybody` gave, and of how many."""
        return self._custody

    def everybody(
        self, judgements: Sequence[Judgement]
    ) -> tuple[tuple[Judgement, ...], Iterator[ToldOf]]:
        """Say who is who; nothing can be added afterwards, and this is asked once.

        Returns:
            The judgements by the ids of persons in place of those of spellings and mentions,
            and everybody who is named, by name, then id.
        """
        people = self._mentions.people(judgements)
        owners = self._owners(people, ids_judged(judgements))
        of_persons = tuple(
            replace(
                each,
                left=owners.get(each.left, each.left),
                right=owners.get(each.right, each.right),
            )
            for each in judgements
        )
        people.reverse()
        return of_persons, self._told(people)

    def _owners(
        self, people: Iterable[tuple[Person, Sequence[int]]], judged: frozenset[str]
    ) -> Mapping[str, str]:
        """The person of each id that is judged."""
        if not judged:
            return {}
        names = {name for name in self._mentions.names.values if spelling_id(name) in judged}
        mentioned = self._mentions.judged
        return {
            node: person.id
            for person, mentions in people
            if person.id in judged
            or not names.isdisjoint(person.names)
            or not mentioned.isdisjoint(mentions)
            for node in ids_of(person) & judged
        }

    def _told(self, people: list[tuple[Person, Sequence[int]]]) -> Iterator[ToldOf]:
        names, claim_of = self._mentions.names, self._mentions.claim
        while people:
            person, mentions = people.pop()
            claims = dict.fromkeys(claim_of[mention] for mention in mentions)
            spellings = {fold_spelling(key.name) for key in person.mentions}
            facts = [
                fact
                for claim in claims
                for fact in _unrowed(
                    self._facts.of_claim(claim, names, spellings),
                    self._reports[self._report_of[claim]],
                )
            ]
            facts += (fact for mention in mentions for fact in self._facts.of_mention(mention))
            self._custody[steps_said(self._sayings_of(claims))] += 1
            yield ToldOf(
                person=person,
                particulars=particulars_of_facts(person.names, facts),
                freed=tuple(
                    dict.fromkeys(self._report_of[each] for each in claims if self._frees[each])
                ),
            )

    def _sayings_of(self, claims: Iterable[int]) -> Iterator[Saying]:
        """What is said of one person; voices are told apart, and called by no name.

        So what is said of many is the same, and kept and counted once.
        """
        voices: dict[int, str] = {}
        for claim in claims:
            saying = self._sayings[self._saying_of[claim]]
            if saying is not None:
                voice = voices.setdefault(self._voice_of[claim], str(len(voices)))
                report = self._reports[self._report_of[claim]]
                yield replace(saying, report=report, step=replace(saying.step, voice=voice))


def _bare(saying: Saying | None) -> Saying | None:
    """A saying without its claim, its report and its voice: those of many others are equal."""
    return saying and replace(saying, report="", step=replace(saying.step, claim="", voice=""))


def _row_facts(claim: Claim, report: Report, rows: Mapping[int, Particulars]) -> Iterator[Fact]:
    """What the row of a claim tells, without what is known of every person with such a claim."""
    alone = {mention.name for mention in claim.names} if len(claim.names) == 1 else set()
    for kind, value in facts_of_row(row_told(claim, report, rows)):
        if isinstance(value, ListRow) and value.list == report.id:
            yield _ROW, value.row
        elif kind != "names" or value not in alone:
            yield kind, value


def _unrowed(facts: Iterable[Fact], report: str) -> Iterator[Fact]:
    for kind, value in facts:
        yield ("lists", ListRow(list=report, row=value)) if kind == _ROW else (kind, value)
