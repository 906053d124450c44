"""The tree of a parse, kept at hand: who hangs under whom, and with which label.

spaCy walks the sentence anew for every question after children, and the rules ask it more often
than any other. What is kept stands in `Doc.user_data`; a parse that nobody kept is asked anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

_TREE = "habeas tree"


class _Tree:
    """The words of a parse, and those below each with their labels, in text order."""

    __slots__ = ("below", "words")

    def __init__(self, doc: Doc) -> None:
        self.words = list(doc)
        self.below: list[list[tuple[str, Token]]] = [[] for _ in self.words]
        for number, token in enumerate(self.words):
            head = token.head.i
            if head != number:
                self.below[head].append((token.dep_, token))


def keep_tree(doc: Doc) -> None:
    """Keep the tree of a parse that changes no more, until `forget_tree`."""
    doc.user_data[_TREE] = _Tree(doc)


def forget_tree(doc: Doc) -> None:
    """Let a parse go: its words and it would else hold each other in memory."""
    doc.user_data.pop(_TREE, None)


def labelled(token: Token) -> Sequence[tuple[str, Token]]:
    """The children of a token with their labels, in text order."""
    tree: _Tree | None = token.doc.user_data.get(_TREE)
    return tree.below[token.i] if tree is not None else [(t.dep_, t) for t in token.children]


def words_of(span: Span) -> Sequence[Token]:
    """The tokens of a span, in text order."""
    tree: _Tree | None = span.doc.user_data.get(_TREE)
    return tree.words[span.start : span.end] if tree is not None else list(span)
