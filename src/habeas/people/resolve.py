"""Mentions and judgements → persons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from habeas.model.claims import Claim
from habeas.model.people import Contradiction, Judgement, MentionKey, Person
from habeas.people.descriptions import descriptions_of
from habeas.people.judging import join, judged_apart, settle_judgements
from habeas.people.spellings import fold_spelling, mention_id, mentions_in, spelling_id


def resolve_people(
    claims: Iterable[Claim], judgements: Iterable[Judgement] = ()
) -> tuple[Person, ...]:
    """Say which mentions are one human being.

    Mentions of the same spelling (`fold_spelling`) are one person. Within one report
    a single word that belongs to exactly one full name of that report ("Losik" after
    "Ihar Losik") is that person. Everything else is joined by SAME judgements alone.
    Judging a single mention DIFFERENT (by `mention_id`) takes it out of its spelling.

    Args:
        claims: In any order.
        judgements: In any order; see `settle_judgements` for how they act together.

    Returns:
        Who is named, by name, then id; somebody told of without a name is among the
        mentions of a person only where they were judged the same. Empty where no claim
        names anybody; a described person ("U.S. envoy") is not one.
    """
    return tuple(person for person in _resolve(claims, judgements) if person.names)


def resolve_unnamed(
    claims: Iterable[Claim], judgements: Iterable[Judgement] = ()
) -> tuple[Person, ...]:
    """Say who is told of without a name ("a 34-year-old journalist from Hrodna").

    Each is a person of their own (`descriptions_of`), until SAME judgements join them
    to each other; joined to somebody named they are no longer here. The same words of a
    report are one person, however many claims rest on them.

    Args:
        claims: In any order.
        judgements: In any order.

    Returns:
        By description, then id. The `id` is that of a mention, `name` the description,
        and `names` are empty.
    """
    return tuple(person for person in _resolve(claims, judgements) if not person.names)


def contradictions(
    claims: Iterable[Claim], judgements: Iterable[Judgement]
) -> tuple[Contradiction, ...]:
    """SAME judgements that cannot be followed, because a pair they join is DIFFERENT.

    Of a chain of SAME judgements the last by time is the one kept out.

    Returns:
        In order of time; empty where all judgements agree.
    """
    judged = tuple(judgements)
    node_of = _all_nodes(tuple(claims), judged)
    stands_for = _stands_for(node_of, ids_judged(judged))
    return settle_judgements(judged, stands_for).contradictions


def _resolve(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> list[Person]:
    """Everybody, named or not, in order."""
    judged = tuple(judgements)
    told = tuple(claims)
    named = {key for claim in told for key in mentions_in(claim)}
    return people_of_nodes(_all_nodes(told, judged), named, judged)


def nodes_told(claims: Sequence[Claim]) -> dict[MentionKey, str]:
    """The id each mention goes by while nobody has judged it apart from its spelling.

    It depends on nothing but the claims of the mention's own report.

    Args:
        claims: All claims of some reports, in any order.
    """
    return _all_nodes(claims, ())


def people_of_nodes(
    node_of: Mapping[MentionKey, str],
    named: Collection[MentionKey],
    judgements: Iterable[Judgement],
) -> list[Person]:
    """Join the nodes that judgements say are one.

    Args:
        node_of: The id each mention goes by.
        named: Those of the mentions that give a name.
        judgements: Of any nodes; those that tie a node to another must all be here.

    Returns:
        Everybody, named or not, by name, then id.
    """
    by_node: dict[str, list[MentionKey]] = defaultdict(list)
    for mention, node in node_of.items():
        by_node[node].append(mention)
    judged = tuple(judgements)
    people = []
    for nodes in nodes_joined(by_node, judged, _stands_for(node_of, ids_judged(judged))):
        together = [m for node in nodes for m in by_node[node]]
        people.append(person_of(together, named, node_of))
    return sorted(people, key=order_of)


def order_of(person: Person) -> tuple[str, str, str]:
    """What persons are sorted by."""
    return fold_spelling(person.name), person.name, person.id


def nodes_joined(
    nodes: Collection[str], judgements: Iterable[Judgement], stands_for: Mapping[str, str]
) -> Iterator[Collection[str]]:
    """Nodes that judgements join; each of some nodes once, and no others.

    Args:
        nodes: All that mentions go by.
        judgements: Of these nodes and others.
        stands_for: Id of a mention that is judged → the node it goes by.
    """
    edges = [(each.left, each.right) for each in settle_judgements(judgements, stands_for).same]
    joined = join((), edges)
    alone = set[str]().union(*joined)
    yield from ((node,) for node in nodes if node not in alone)
    for group in joined:
        # In order, so that a person is put together in the same way each time.
        if known := [node for node in sorted(group) if node in nodes]:
            yield known


def _all_nodes(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> dict[MentionKey, str]:
    """The id each mention goes by, of those with a name and those without."""
    return _nodes(_mentions(claims), judgements) | _unnamed_nodes(claims)


def _unnamed_nodes(claims: Iterable[Claim]) -> dict[MentionKey, str]:
    """Claims about the same words are about one person, known by the first of their ids."""
    found = descriptions_of(claims)
    nodes: dict[tuple[str, int], str] = {}
    for each in found:
        own = mention_id(each.mention)
        words = (each.report, each.start)
        nodes[words] = min(nodes.get(words, own), own)
    return {each.mention: nodes[each.report, each.start] for each in found}


def _mentions(claims: Iterable[Claim]) -> dict[MentionKey, str]:
    """Each mention and the report it stands in."""
    return {key: claim.report for claim in claims for key in mentions_in(claim)}


def _nodes(
    mentions: Mapping[MentionKey, str], judgements: Iterable[Judgement]
) -> dict[MentionKey, str]:
    """The id each mention goes by before judgements join ids."""
    full = _full_names(mentions)
    apart = judged_apart(judgements)
    nodes = {}
    for mention, report in mentions.items():
        folded = fold_spelling(mention.name)
        own = mention_id(mention) if apart else ""
        nodes[mention] = own if own in apart else spelling_id(full.get((report, folded), folded))
    return nodes


def ids_judged(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Every id that some judgement is about."""
    return frozenset(node for each in judgements for node in (each.left, each.right))


def _stands_for(node_of: Mapping[MentionKey, str], judged: Collection[str]) -> dict[str, str]:
    """The node of each mention that is judged itself."""
    if not judged:
        return {}
    ids = ((mention_id(mention), node) for mention, node in node_of.items())
    return {key: node for key, node in ids if key in judged}


def _full_names(mentions: Mapping[MentionKey, str]) -> dict[tuple[str, str], str]:
    """(report, single word) → the only full name of that report it can stand for."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention, report in mentions.items():
        folded = fold_spelling(mention.name)
        words = folded.split()
        if len(words) > 1:
            for word in words:
                holders[report, word].add(folded)
    return {key: next(iter(names)) for key, names in holders.items() if len(names) == 1}


def person_of(
    mentions: Collection[MentionKey],
    named: Collection[MentionKey],
    node_of: Mapping[MentionKey, str],
) -> Person:
    """The person that some mentions are.

    Args:
        mentions: Of one person, at least one.
        named: Those of them, and of others, that give a name.
        node_of: The id each of them goes by.
    """
    uses = Counter(m.name for m in mentions if m in named)
    nodes = {node_of[m] for m in mentions}
    spelled = map(spelling_id, sorted({fold_spelling(name) for name in uses}))
    by_spelling = [key for key in spelled if key in nodes]
    named_nodes = {node_of[m] for m in mentions if m in named}
    return Person(
        id=by_spelling[0] if by_spelling else min(named_nodes or nodes),
        name=_first_name(uses) if uses else _description(mentions),
        names=tuple(sorted(uses)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.claim, m.name))),
    )


def _first_name(uses: Counter[str]) -> str:
    if len(uses) == 1:
        return next(iter(uses))
    words = max(min(len(name.split()), 2) for name in uses)
    full = [name for name in uses if len(name.split()) >= words]
    return min(full, key=lambda n: (-uses[n], fold_spelling(n), n))


def _description(mentions: Iterable[MentionKey]) -> str:
    """The description that tells most."""
    return min((m.name for m in mentions), key=lambda n: (-len(n), fold_spelling(n), n))
