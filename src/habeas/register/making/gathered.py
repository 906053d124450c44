"""Persons gathered from the claims of one report after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from habeas.model.claims import Claim
from habeas.model.people import Judgement, MentionKey, Person
from habeas.people.judging import judged_apart
from habeas.people.resolve import nodes_told, people_of_nodes
from habeas.people.spellings import mention_id, mentions_in


class Gathered:
    """Mentions as they come; whom they are is said at the end, as `resolve_people` says it."""

    def __init__(self) -> None:
        self._nodes: dict[MentionKey, str] = {}
        self._named: set[MentionKey] = set()

    def add(self, claims: Sequence[Claim]) -> None:
        """Take all claims of one report."""
        self._nodes |= nodes_told(claims)
        self._named.update(key for claim in claims for key in mentions_in(claim))

    def people(self, judgements: Iterable[Judgement]) -> tuple[Person, ...]:
        """Everybody who is named, by name, then id; nothing can be added afterwards."""
        judged = tuple(judgements)
        apart = judged_apart(judged)
        for mention in self._named:
            own = mention_id(mention)
            if own in apart:
                self._nodes[mention] = own
        found = people_of_nodes(self._nodes, self._named, judged)
        self._nodes, self._named = {}, set()
        return tuple(person for person in found if person.names)
