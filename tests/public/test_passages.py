"""Marks over a text: passages that nest, touch, coincide, overlap and run over lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.register.marking import Segment, Span, paragraphs

# Brackets open and close a mark with the claim's letter; a continued piece is in lower case,
# and `^A` stands where the number of claim A goes.
STORIES = {
    "no claim": ("ten freed", {}, "ten freed"),
    "one claim": ("ten freed today", {"A": (0, 9)}, "[A ten freed]^A today"),
    "two claims apart": ("ab cd", {"A": (0, 2), "B": (3, 5)}, "[A ab]^A [B cd]^B"),
    "two claims that touch": ("abcd", {"A": (0, 2), "B": (2, 4)}, "[A ab]^A[B cd]^B"),
    "one inside the other": ("abcdef", {"A": (0, 6), "B": (2, 4)}, "[A ab[B cd]^Bef]^A"),
    "both on the same words": ("abc", {"A": (0, 3), "B": (0, 3)}, "[A [B abc]]^A^B"),
    "same start": ("abcd", {"A": (0, 2), "B": (0, 4)}, "[B [A ab]^Acd]^B"),
    "same end": ("abcd", {"A": (0, 4), "B": (2, 4)}, "[A ab[B cd]]^A^B"),
    "they overlap": ("abcdef", {"A": (0, 4), "B": (2, 6)}, "[A ab[B cd]]^A[b ef]^B"),
    "three overlap": (
        "abcdef",
        {"A": (0, 3), "B": (1, 5), "C": (2, 6)},
        "[A a[B b[C c]]]^A[b [c de]]^B[c f]^C",
    ),
    "over two lines": ("ab\ncd", {"A": (1, 4)}, "a[A b]\n[a c]^Ad"),
    "over an empty line": ("a\n\nb", {"A": (0, 4)}, "[A a]\n\n[a b]^A"),
    "begins with the line's end": ("a\nb", {"A": (1, 3)}, "a\n[A b]^A"),
    "begins with the end of a line before an empty one": (
        "aa\n\na",
        {"A": (2, 5)},
        "aa\n\n[A a]^A",
    ),
    "an empty passage": ("ab", {"A": (1, 1)}, "ab"),
    "a passage past the end": ("ab", {"A": (1, 9)}, "a[A b]^A"),
}


def drawn(text: str, spans: dict[str, tuple[int, int]]) -> str:
    """The marked text in the notation of the stories."""
    lines = paragraphs(text, [Span(claim=c, start=s, end=e) for c, (s, e) in spans.items()])
    return "\n".join("".join(_drawn(segment) for segment in line) for line in lines)


def _drawn(segment: Segment) -> str:
    opens = "".join(f"[{m.claim if m.first else m.claim.lower()} " for m in segment.opens)
    ends = "".join(f"^{claim}" for claim in sorted(segment.ends))
    return f"{opens}{segment.text}{']' * segment.closes}{ends}"


@pytest.mark.parametrize("story", STORIES)
def test_marks_follow_the_words(story: str) -> None:
    text, spans, expected = STORIES[story]
    assert drawn(text, spans) == expected


texts = st.text(alphabet="ab \n\u202e\r\u2028é", max_size=40)
places = st.integers(0, 40)
spans = st.dictionaries(st.sampled_from("ABCDEF"), st.tuples(places, places), max_size=6).map(
    lambda found: [Span(claim=c, start=min(p), end=max(p)) for c, p in found.items()]
)


@given(texts, spans)
def test_segments_are_the_text_again(text: str, marked: list[Span]) -> None:
    lines = paragraphs(text, marked)
    assert "\n".join("".join(segment.text for segment in line) for line in lines) == text
    assert all(segment.text for line in lines for segment in line)


@given(texts, spans)
def test_every_claim_is_marked_over_its_own_words_and_no_others(
    text: str, marked: list[Span]
) -> None:
    lines = paragraphs(text, marked)
    for span in marked:
        pieces = [s.text for line in lines for s in line if span.claim in s.claims]
        assert "".join(pieces) == text[span.start : span.end].replace("\n", "")


@given(texts, spans)
def test_marks_nest_and_bear_one_anchor_and_one_number(text: str, marked: list[Span]) -> None:
    anchors: list[str] = []
    numbers: list[str] = []
    for line in paragraphs(text, marked):
        stack: list[str] = []
        for segment in line:
            stack += [mark.claim for mark in segment.opens]
            assert tuple(stack) == segment.claims
            anchors += [mark.claim for mark in segment.opens if mark.first]
            numbers += segment.ends
            del stack[len(stack) - segment.closes :]
        assert not stack
    shown = {s.claim for s in marked if text[s.start : s.end].replace("\n", "")}
    assert sorted(anchors) == sorted(shown)
    assert sorted(numbers) == sorted(shown)
