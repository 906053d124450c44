"""Whom of a list a pledge means, as stories and laws. Everybody on the lists is invented."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.sanctions import EntityKind, ListedEntity, ListedName, NameKind, TargetProposal
from habeas.pledges.sanctions import propose_targets
from habeas.pledges.sanctions.entries import Draft, Notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a pledge is about."""

    id: str
    object: str | None


KINDS = {
    "org": EntityKind.ORGANIZATION,
    "ship": EntityKind.VESSEL,
    "plane": EntityKind.AIRPLANE,
    "person": EntityKind.PERSON,
}
LIST = """
1 org OAO VORSTADTKALI; alias Ворштадткалий; weak VK
2 org VORSTADT POTASH COMPANY
3 org RURITANIAN AIRWAYS JSC; previous Strelsau Avia
4 org AGROLANTERN LLC
5 ship SEA LANTERN
6 person Jan Piotr KALINOVSKI; alias Ян Калиновский
7 org POTASH
8 org Harbour Trading Co.; alias HTC
9 org HARBOUR TRADING LTD
11 org WORKS 1003
"""


def entity(line: str) -> ListedEntity:
    """An entry from a line: id, kind, name, then other names."""
    number, kind, rest = line.split(" ", 2)
    draft = Draft(id=number, kind=KINDS[kind], place=number, notices=Notices(where="list"))
    first, *others = rest.split("; ")
    draft.add_name(NameKind.NAME, first)
    for other in others:
        word, name = other.split(" ", 1)
        kinds = {"alias": NameKind.ALIAS, "weak": NameKind.WEAK_ALIAS}
        draft.add_name(kinds.get(word, NameKind.PREVIOUS_NAME), name)
    return draft.finish()


ENTITIES = [entity(line) for line in LIST.strip().splitlines()]

STORIES = {
    "the name itself": ("sanctions on Vorstadtkali", "1"),
    "with another legal form": ("sanctions on JSC Vorstadtkali", "1"),
    "in another script": ("санкции с «Ворштадткалия» и «Ворштадткалий»", "1"),
    "in another spelling": ("trade with Vorshtadtkaliy", "1"),
    "several in one breath": (
        "trade with three potash firms: Vorstadt Potash Company, Agrolantern LLC, Vorstadtkali",
        "1 2 4",
    ),
    "an airline": ("sanctions on the airline Ruritanian Airways", "3"),
    "an earlier name": ("sanctions on Strelsau Avia", "3"),
    "a ship": ("sanctions on the vessel Sea Lantern", "5"),
    "a person": ("sanctions on Jan Kalinovski", "6"),
    "a person in another script": ("исключение: Ян Калиновский", "6"),
    "an acronym as it is written": ("a waiver for VK", "1"),
    "goods are nobody": ("exports of potash and of potassium carbonate", ""),
    "a country is nobody": ("sanctions on Ruritania", ""),
    "no acronym in a small word": ("an htc of its own", ""),
    "a company is not the limited one": ("sanctions on Harbour Trading Company", "8"),
    "another number is another works": ("sanctions on Works 103", ""),
    "sanctions on all": ("its sanctions", ""),
}


def propose(words: str | None, entities: list[ListedEntity]) -> tuple[TargetProposal, ...]:
    return propose_targets([Said(id="g1", object=words)], entities)


@pytest.mark.parametrize("story", STORIES)
def test_whom_a_pledge_means(story: str) -> None:
    words, ids = STORIES[story]
    found = propose(words, ENTITIES)
    assert sorted(each.entity.id for each in found if each.likeness > 0.9) == ids.split()


def test_a_proposal_says_why_and_what_speaks_against_it() -> None:
    (first,) = propose("sanctions on Vorstadtkali", ENTITIES)
    assert first.reasons == (
        "“Vorstadtkali” is its name, “OAO VORSTADTKALI”, without its legal form.",
    )
    assert first.doubts == ()
    (weak,) = propose("a waiver for VK", ENTITIES)
    assert "The list itself calls this name weak: others may have it." in weak.doubts
    (earlier,) = propose("sanctions on Strelsau Avia", ENTITIES)
    assert earlier.doubts == ("It has another name now.",)


def test_words_within_a_longer_name_are_doubted() -> None:
    (found,) = propose("sanctions on Strelsau Potash Works", ENTITIES)
    assert found.entity.id == "7"
    assert "The words stand within a longer name, “Strelsau Potash Works”." in found.doubts


def test_two_entries_of_one_name_are_both_proposed_with_a_doubt() -> None:
    twins = [*ENTITIES, entity("12 org Vorstadtkali Ltd")]
    found = propose("sanctions on Vorstadtkali", twins)
    assert [each.entity.id for each in found] == ["1", "12"]
    assert all("1 other entry has a name as like it." in each.doubts for each in found)


def test_without_an_object_nothing_is_proposed() -> None:
    assert propose(None, ENTITIES) == ()


@given(st.randoms(use_true_random=False), st.sampled_from(sorted(STORIES)))
def test_the_order_of_a_list_changes_nothing(chance: random.Random, story: str) -> None:
    words, _ = STORIES[story]
    mixed = list(ENTITIES)
    chance.shuffle(mixed)
    assert propose(words, mixed) == propose(words, ENTITIES)


@given(st.sampled_from(["LLC", "ООО", "Open Joint Stock Company", "RUE", "GmbH", "ЗАО"]))
def test_a_legal_form_changes_nothing(form: str) -> None:
    for words in (f"{form} Agrolantern", f"Agrolantern {form}", "Agrolantern"):
        (found,) = propose(f"sanctions on {words}", ENTITIES)
        assert (found.entity.id, found.likeness) == ("4", 1.0)


def test_names_are_kept_as_they_are_written() -> None:
    (found,) = propose("санкции с ОАО «Ворштадткалий»", ENTITIES)
    assert found.name == ListedName(kind=NameKind.ALIAS, text="Ворштадткалий", script="Cyrl")
