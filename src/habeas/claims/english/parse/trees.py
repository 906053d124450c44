"""The tree of a parse, kept at hand: who hangs under whom, with which label, in which sentence.

spaCy walks the sentence anew for every question after children, and the rules ask it more often
than any other. What is kept stands in `Doc.user_data`; a parse that nobody kept is asked anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps

from spacy.attrs import HEAD  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span, Token

TREE = "habeas tree"


class Tree:
    """The words of a parse, the sentence of each, those below each with their labels, and what
    was found out about each."""

    __slots__ = ("below", "found", "sentences", "words")

    def __init__(self, doc: Doc) -> None:
        self.words = list(doc)
        self.sentences: list[Span] = []
        for sentence in doc.sents:
            self.sentences += [sentence] * (sentence.end - sentence.start)
        self.below: list[list[tuple[str, Token]]] = [[] for _ in self.words]
        self.found: dict[object, dict[object, object]] = {}
        # Heads come as distances, the negative ones without their sign.
        for number, distance in enumerate(doc.to_array(HEAD).astype("int64").tolist()):
            if distance:
                token = self.words[number]
                self.below[number + distance].append((token.dep_, token))


def keep_tree(doc: Doc) -> None:
    """Keep the tree of a parse that changes no more, until `forget_tree`."""
    doc.user_data[TREE] = Tree(doc)


def forget_tree(doc: Doc) -> None:
    """Let a parse go: its words and it would else hold each other in memory."""
    doc.user_data.pop(TREE, None)


def labelled(token: Token) -> Sequence[tuple[str, Token]]:
    """The children of a token with their labels, in text order."""
    tree: Tree | None = token.doc.user_data.get(TREE)
    return tree.below[token.i] if tree is not None else [(t.dep_, t) for t in token.children]


def neighbour(token: Token, distance: int) -> Token:
    """The token so many places after (before, where negative) one; itself where the text ends."""
    at = token.i + distance
    return token.doc[at] if 0 <= at < len(token.doc) else token


def sentence_of(token: Token) -> Span:
    """The sentence a token stands in."""
    tree: Tree | None = token.doc.user_data.get(TREE)
    return tree.sentences[token.i] if tree is not None else token.sent


def once[Answer](ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question to the tree that many rules ask of the same word: answered once for each.

    The answer must be a value that nobody changes.
    """

    @wraps(ask)
    def asked(token: Token) -> Answer:
        tree: Tree | None = token.doc.user_data.get(TREE)
        if tree is None:
            return ask(token)
        kept = tree.found.setdefault(ask, {})
        if token.i not in kept:
            kept[token.i] = ask(token)
        return kept[token.i]  # type: ignore[return-value]

    return asked


def once_a_span[Answer](ask: Callable[[Span], Answer]) -> Callable[[Span], Answer]:
    """As `once`, of a sentence or a part of one."""

    @wraps(ask)
    def asked(span: Span) -> Answer:
        tree: Tree | None = span.doc.user_data.get(TREE)
        if tree is None:
            return ask(span)
        kept = tree.found.setdefault(ask, {})
        place = span.start, span.end
        if place not in kept:
            kept[place] = ask(span)
        return kept[place]  # type: ignore[return-value]

    return asked


@once_a_span
def lowers_of(span: Span) -> frozenset[str]:
    """The words of a span in small letters, marks included; for rules that need one of a few."""
    return frozenset([t.lower_ for t in words_of(span)])


def asks_a_question(sentence: Span) -> bool:
    """True for a sentence that ends with a question mark."""
    last = next((t for t in reversed(words_of(sentence)) if not t.is_space), None)
    return last is not None and last.text.endswith("?")


def words_of(span: Span) -> Sequence[Token]:
    """The tokens of a span, in text order."""
    tree: Tree | None = span.doc.user_data.get(TREE)
    return tree.words[span.start : span.end] if tree is not None else list(span)
