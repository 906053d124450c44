"""Train and write the weights; run by `benchmarks/names/train.py` where what it needs is there."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass

import numpy as np

from habeas.model.problems import HabeasError
from habeas.people.comparison.encoder import Encoder
from habeas.people.comparison.weights import Weights
from habeas.people.labelled_names import read_pairs
from names.training import export, sources
from names.training.arguments import training_arguments
from names.training.corpus import make_corpus, rarity_of_words
from names.training.encoder_training import train_encoder
from names.training.heldout import SetAside, read_set_aside
from names.training.invented_names import Inventor
from names.training.kana_names import kana_names, kana_pairs
from names.training.labelled import TrainingPair
from names.training.pairs import make_pairs
from names.training.slips import Slips
from names.training.sources import NamedPerson, WordPair
from names.training.split import nobody, teaches_trees
from names.training.trees_training import Lesson, Trees, measured, train_trees
from names.training.variations import Variations

# Of the labelled pairs, those whose source is CC0.
_FREE_SOURCES = frozenset({"everypolitician", "netranslit-he", "netranslit-ko"})
_INVENTED_WORDS = 110_000
_INVENTED_PEOPLE, _KANA_NAMES, _SLIPPED_NAMES = 5_000, 2_500, 6_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What is learned from.

    Attributes:
        aside: Names that nothing is learned from.
        persons: None of whose names is set aside.
        words: None of which is set aside.
    """

    aside: SetAside
    persons: list[NamedPerson]
    words: list[WordPair]


_START = time.monotonic()


def main() -> int:
    """Train from the sources to the file."""
    given = training_arguments()
    try:
        train(given)
    except (sources.WrongSource, HabeasError, OSError, ValueError) as error:
        sys.exit(f"train: {error}")
    return 0


def train(given: argparse.Namespace) -> None:
    """Run all steps; each draws from a generator of its own, made of the seed.

    Raises:
        WrongSource, HabeasError, OSError, ValueError: Something to be read is not what it should
            be.
    """
    if not given.output.parent.is_dir():
        raise OSError(f"no folder {given.output.parent} to write to")
    names = read_names(given)
    seeds = np.random.SeedSequence(given.seed)
    draw_words, draw_first, draw_encoder, *draws = map(np.random.default_rng, seeds.spawn(8))
    invented = Inventor(names.words, names.aside, draw_words).words(_INVENTED_WORDS // given.one_in)
    corpus = make_corpus(names.persons, names.words + invented)
    say(f"{corpus.size:,} spellings, {len(corpus.runs):,} runs of letters")
    rarity = rarity_of_words(names.persons)
    table = train_encoder(corpus, teaches_trees, given.steps, draw_first, say)
    trees = learn_trees(given, names, export.without_trees(corpus.runs, table, rarity), draws)
    table = train_encoder(corpus, nobody, given.steps, draw_encoder, say)
    weights = export.with_trees(export.without_trees(corpus.runs, table, rarity), trees)
    judged = [
        TrainingPair(pair.left, pair.right, same=pair.same)
        for pair in read_pairs(given.names / "pairs-dev.tsv.gz")
    ]
    same = np.array([pair.same for pair in judged], dtype=bool)
    weights = export.calibrated(weights, measured(weights, judged), same)
    export.save(weights, given.output)
    say(f"{given.output}: {given.output.stat().st_size:,} bytes")


def read_names(given: argparse.Namespace) -> Names:
    """Read the sources and take out what is set aside; of the rest one in so many."""
    aside = read_set_aside(given.names)
    politicians = sources.read_files(given.everypolitician, sources.EVERYPOLITICIAN)
    transliterations = sources.read_files(given.netransliteration, sources.NETRANSLITERATION)
    persons = [
        *sources.everypolitician_persons(politicians),
        *sources.netransliteration_persons(transliterations),
    ]
    words = sources.netransliteration_words(transliterations)
    left, words_left = aside.persons_left(persons), aside.words_left(words)
    say(f"{len(persons):,} persons, {len(persons) - len(left):,} of them set aside")
    say(f"{len(words):,} pairs of words, {len(words) - len(words_left):,} of them set aside")
    return Names(
        aside=aside,
        persons=sorted(left, key=lambda person: person.id)[:: given.one_in],
        words=words_left[:: given.one_in],
    )


def learn_trees(
    given: argparse.Namespace,
    names: Names,
    weights: Weights,
    draws: list[np.random.Generator],
) -> Trees:
    """Learn trees from pairs, which the encoder of these weights measures."""
    lessons = make_lessons(given, names, Encoder(weights), draws)
    for lesson in lessons:
        ones = sum(pair.same for pair in lesson.pairs)
        say(f"pairs, {lesson.name}: {ones:,} of one, {len(lesson.pairs) - ones:,} of two")
    features = measured(weights, [pair for lesson in lessons for pair in lesson.pairs])
    say(f"{features.shape[1]} features of {len(features):,} pairs")
    trees = train_trees(features, lessons, given.seed)
    say(f"{len(trees.features):,} trees")
    return trees


def make_lessons(
    given: argparse.Namespace,
    names: Names,
    encoder: Encoder,
    draws: list[np.random.Generator],
) -> list[Lesson]:
    """Make the pairs that the trees learn from. What each weighs was chosen on the dev pairs."""
    draw_pairs, draw_varied, draw_people, draw_kana, draw_slips = draws
    found = make_pairs(names.persons, encoder, draw_pairs)
    variations = Variations(found, draw_varied)
    inventor = Inventor(names.words, names.aside, draw_people)
    kana = kana_pairs(kana_names(names.persons), _KANA_NAMES // given.one_in, draw_kana)
    slips = Slips(names.persons, names.words, draw_slips)
    labelled = names.aside.pairs_left(
        pair
        for pair in read_pairs(given.names / "pairs-train.tsv.gz")
        if pair.source in _FREE_SOURCES
    )
    listed = [TrainingPair(pair.left, pair.right, same=pair.same) for pair in labelled]
    return [
        Lesson(name="names of the sources", pairs=list(map(variations.vary, found)), weight=1),
        Lesson(
            name="invented people",
            pairs=inventor.pairs(_INVENTED_PEOPLE // given.one_in),
            weight=0.03,
        ),
        Lesson(name="names in kana", pairs=kana, weight=0.06),
        Lesson(name="labelled pairs", pairs=listed[:: given.one_in], weight=0.2),
        Lesson(
            name="slips of the pen",
            pairs=slips.pairs(_SLIPPED_NAMES // given.one_in),
            weight=0.2,
        ),
    ]


def say(message: str) -> None:
    """Tell how far it is, on stderr."""
    print(f"{time.monotonic() - _START:6.0f} s  {message}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
