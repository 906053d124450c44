"""Look for names among very many with one search, in a process of its own.

    PYTHON -P benchmarks/names/finders.py SEARCH < names.json > found.json

PYTHON is one that has the search installed. The input is an object with `index` (lists of an id
and a name), `queries` (names) and `limit`; the output has `found`, the ids for each query, best
first, and the seconds that building the index and that all answers took.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

type Entries = Sequence[tuple[str, str]]
type Finder = Callable[[Sequence[str], int], list[list[str]]]

_BATCH = 100


def candidates() -> Callable[[Entries], Finder]:
    """Our index, before each name found is compared."""
    from habeas.people.search import NameIndex

    def build(entries: Entries) -> Finder:
        index: Any = NameIndex(entries)
        return lambda names, limit: [
            [person for person, _ in found] for found in index.candidates(names, limit)
        ]

    return build


def rescored() -> Callable[[Entries], Finder]:
    """Our index, with each name found compared."""
    from habeas.people.search import NameIndex

    def build(entries: Entries) -> Finder:
        index = NameIndex(entries)
        return lambda names, limit: [
            [hit.id for hit in found] for found in index.search(names, limit=limit)
        ]

    return build


def tfidf() -> Callable[[Entries], Finder]:
    """TF-IDF of pairs and triples of the characters of each word, in ASCII; cosine with all names.

    Of five ways to count characters the one that found most.
    """
    import numpy as np
    from anyascii import anyascii
    from sklearn.feature_extraction.text import TfidfVectorizer

    def build(entries: Entries) -> Finder:
        vectors = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(2, 3),
            sublinear_tf=True,
            preprocessor=lambda one: anyascii(one).casefold(),
        )
        index = vectors.fit_transform([name for _, name in entries]).T.tocsr()

        def find(names: Sequence[str], limit: int) -> list[list[str]]:
            found = []
            for start in range(0, len(names), _BATCH):
                alike = (vectors.transform(names[start : start + _BATCH]) @ index).toarray()
                for row in alike:
                    best = np.argpartition(-row, min(limit, len(row) - 1))[:limit]
                    ranked = best[np.argsort(-row[best], kind="stable")]
                    found.append([entries[place][0] for place in ranked])
            return found

        return find

    return build


def nomenklatura_index() -> Callable[[Entries], Finder]:
    """The index by which nomenklatura finds candidates, all queries at once."""
    from followthemoney import Dataset, StatementEntity
    from nomenklatura.blocker.index import Index

    dataset = Dataset.make({"name": "names", "title": "names"})

    def entities(names: Entries) -> list[Any]:
        return [
            StatementEntity.from_data(
                dataset, {"id": one, "schema": "Person", "properties": {"name": [name]}}
            )
            for one, name in names
        ]

    class View:
        """As much of a view as the index reads; its folder lives as long as it."""

        def __init__(self, entries: Entries) -> None:
            self.held = entities(entries)
            self.folder = tempfile.TemporaryDirectory(prefix="names-index-")

        def entities(self, include_schemata: object = None) -> list[Any]:
            """Everybody, whatever schemata are asked for: all are persons."""
            return self.held

    def build(entries: Entries) -> Finder:
        view = View(entries)
        index = Index(view, Path(view.folder.name))
        index.build()

        def find(names: Sequence[str], limit: int) -> list[list[str]]:
            asked = entities([(f"query-{row}", name) for row, name in enumerate(names)])
            found: list[list[str]] = [[] for _ in names]
            for query, matches in index.match_entities(asked):
                row = int(query.id.removeprefix("query-"))
                best = sorted(matches, key=lambda one: -one[1])[:limit]
                found[row] = [one.id for one, _ in best]
            return found

        return find

    return build


FINDERS: dict[str, Callable[[], Callable[[Entries], Finder]]] = {
    "habeas, before rescoring": candidates,
    "habeas, rescored": rescored,
    "TF-IDF of character n-grams": tfidf,
    "nomenklatura index": nomenklatura_index,
}


def main() -> int:
    """Read names, build the index, answer all queries, write what was found."""
    names = json.load(sys.stdin)
    entries = [(person, name) for person, name in names["index"]]
    make = FINDERS[sys.argv[1]]()
    began = time.perf_counter()
    find = make(entries)
    # What is put off till the first answer belongs to building.
    find(["Ada Example"], 1)
    built = time.perf_counter() - began
    began = time.perf_counter()
    found = find(names["queries"], names["limit"])
    seconds = time.perf_counter() - began
    json.dump({"found": found, "build": built, "seconds": seconds}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
