"""Laws of reading lists of sanctions and of comparing their editions."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.sanctions import ChangeKind, EntryChange, FieldChange, SanctionsList
from habeas.pledges.sanctions import compare_editions, read_sanctions
from habeas.pledges.sanctions.parsed import DamagedParse, ParsedEntities, pack, unpack
from sanction_files import FORMATS, Made, make_entries

FORMS = sorted(FORMATS)
ENTRIES = make_entries(30)


@st.composite
def editions(draw: st.DrawFn) -> tuple[str, list[Made]]:
    """Some entries of the invented list, a few of them changed, in a format."""
    chosen = draw(st.lists(st.sampled_from(ENTRIES), min_size=1, unique_by=lambda e: e.number))
    changed = draw(st.sets(st.sampled_from(chosen)))
    made = [
        replace(each, program="OTHER", aliases=("Another Name",)) if each in changed else each
        for each in chosen
    ]
    return draw(st.sampled_from(FORMS)), made


def edition(form: str, entries: list[Made]) -> SanctionsList:
    return read_sanctions(FORMATS[form](entries), file="list")


@given(editions(), st.randoms(use_true_random=False))
def test_the_order_in_a_file_changes_nothing(
    made: tuple[str, list[Made]], chance: random.Random
) -> None:
    form, entries = made
    mixed = list(entries)
    chance.shuffle(mixed)
    one, other = (
        [replace(entity, place="") for entity in edition(form, each).entities]
        for each in (entries, mixed)
    )
    assert one == other


@given(editions())
def test_an_edition_does_not_differ_from_itself(made: tuple[str, list[Made]]) -> None:
    found = edition(*made)
    assert compare_editions(found, found).changes == ()


@given(editions(), editions())
def test_the_other_way_round_everything_is_turned_round(
    made: tuple[str, list[Made]], other: tuple[str, list[Made]]
) -> None:
    old, new = edition(*made), edition(made[0], other[1])
    forth, back = compare_editions(old, new), compare_editions(new, old)
    turned = sorted((_turned(each) for each in back.changes), key=_order)
    assert sorted(forth.changes, key=_order) == turned


@given(editions(), editions())
def test_what_stays_and_what_changes_make_up_both_editions(
    made: tuple[str, list[Made]], other: tuple[str, list[Made]]
) -> None:
    old, new = edition(*made), edition(made[0], other[1])
    changes = compare_editions(old, new).changes
    listed = {each.entity.id for each in changes if each.kind is ChangeKind.LISTED}
    delisted = {each.entity.id for each in changes if each.kind is ChangeKind.DELISTED}
    before, after = ({e.id for e in each.entities} for each in (old, new))
    assert (before - delisted) | listed == after
    assert all(field.removed or field.added for each in changes for field in each.fields)


@pytest.mark.parametrize("form", FORMS)
def test_every_format_tells_the_same_of_the_same_entries(form: str) -> None:
    """Names, dates and programmes, whichever format they come in."""
    found = edition(form, ENTRIES).entities
    expected = edition("FollowTheMoney JSON lines", ENTRIES).entities
    for one, other in zip(found, expected, strict=True):
        assert (one.id, one.kind, one.names) == (other.id, other.kind, other.names)
        assert (one.birth_dates, one.programs) == (other.birth_dates, other.programs)


def test_another_format_of_the_same_edition_changes_nothing() -> None:
    old, new = edition("OFAC XML", ENTRIES), edition("OFAC Advanced XML", ENTRIES)
    assert compare_editions(old, new).changes == ()


@given(editions())
def test_a_list_comes_back_as_it_was_read(made: tuple[str, list[Made]]) -> None:
    found = edition(*made)
    back = unpack(pack(found))
    assert replace(back, entities=tuple(back.entities)) == found
    assert isinstance(back.entities, ParsedEntities)
    assert [back.entities.of(entity.id) for entity in found.entities] == list(found.entities)
    assert back.entities.of("nobody") is None
    assert back.entities[:2] == tuple(found.entities[:2])


@given(editions(), editions())
def test_lists_that_were_kept_differ_as_their_files_do(
    made: tuple[str, list[Made]], other: tuple[str, list[Made]]
) -> None:
    old, new = edition(*made), edition(*other)
    kept = compare_editions(unpack(pack(old)), unpack(pack(new)))
    fresh = compare_editions(old, new)
    assert (kept.changes, kept.compared) == (fresh.changes, fresh.compared)


@given(st.binary(max_size=40), st.integers(min_value=0))
def test_damage_to_a_kept_list_is_told(junk: bytes, place: int) -> None:
    """Whatever is cut out of it, or put in its place: an error of ours, or entries."""
    data = pack(edition(FORMS[0], ENTRIES[:3]))
    cut = data[: place % len(data)] + junk
    try:
        list(unpack(cut).entities)
    except DamagedParse:
        pass
    else:
        assert cut.startswith(b"{")
    with pytest.raises(DamagedParse):
        unpack(junk)


def _turned(change: EntryChange) -> EntryChange:
    kinds = {
        ChangeKind.LISTED: ChangeKind.DELISTED,
        ChangeKind.DELISTED: ChangeKind.LISTED,
        ChangeKind.CHANGED: ChangeKind.CHANGED,
    }
    fields = tuple(
        FieldChange(field=each.field, removed=each.added, added=each.removed)
        for each in change.fields
    )
    return EntryChange(kind=kinds[change.kind], old=change.new, new=change.old, fields=fields)


def _order(change: EntryChange) -> tuple[str, str]:
    return change.kind, change.entity.id
