"""Score pairs of names with one matcher, in a process of its own.

    PYTHON -P benchmarks/names/scorers.py MATCHER < pairs.json > scores.json

PYTHON is one that has the matcher installed. The input is an object with the lists `left` and
`right`; the output has `scores`, one a pair, higher meaning more alike, and the seconds of two
rounds over the same pairs: `cold` with whatever is loaded and prepared at first use, `warm` once
every name was seen. Each matcher is called as its documentation says, on names of persons and
nothing else; what an author left open is chosen so that it does best.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

type Scorer = Callable[[Sequence[str], Sequence[str]], list[float]]


def habeas() -> Scorer:
    """Our own probability."""
    from habeas.people.comparison import compare_many

    return lambda lefts, rights: [float(one) for one in compare_many(lefts, rights)]


def logic_v2() -> Scorer:
    """The matcher of nomenklatura that OpenSanctions recommends."""
    from nomenklatura.matching import LogicV2

    return _of_entities(LogicV2)


def name_based() -> Scorer:
    """Jaro-Winkler and Soundex of the words, of nomenklatura."""
    from nomenklatura.matching import NameMatcher

    return _of_entities(NameMatcher)


def ofac() -> Scorer:
    """What nomenklatura offers in place of its name-based matcher."""
    from nomenklatura.matching import OFACMatcher

    return _of_entities(OFACMatcher)


def compare_parts() -> Scorer:
    """Alignment of the parts of two names by rigour: the mean, a part left alone counting zero."""
    return _of_parts(str)


def compare_parts_ascii() -> Scorer:
    """The same on names in ASCII."""
    return _of_parts(_in_ascii())


def metaphone() -> Scorer:
    """Metaphone of each word in ASCII, words sorted, likeness of the whole by rapidfuzz."""
    from rapidfuzz.fuzz import token_sort_ratio

    return _of_metaphones(token_sort_ratio)


def metaphone_wratio() -> Scorer:
    """Metaphone of each word in ASCII, and the WRatio of rapidfuzz."""
    from rapidfuzz.fuzz import WRatio

    return _of_metaphones(WRatio)


def wratio() -> Scorer:
    """WRatio of rapidfuzz on names in ASCII."""
    from rapidfuzz.fuzz import WRatio

    ascii_name = _in_ascii()
    return _one_by_one(lambda left, right: WRatio(ascii_name(left), ascii_name(right)))


def token_sort() -> Scorer:
    """Ratio of the sorted words in ASCII, of rapidfuzz."""
    from rapidfuzz.fuzz import token_sort_ratio

    ascii_name = _in_ascii()
    return _one_by_one(lambda left, right: token_sort_ratio(ascii_name(left), ascii_name(right)))


def splink() -> Scorer:
    """A Fellegi-Sunter model of splink, fitted by expectation maximisation to these very pairs.

    Compared are the name, its sorted words, its first and its last word, in ASCII.
    """
    import splink.comparison_library as levels
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    ascii_name = _in_ascii()
    steps = [0.95, 0.9, 0.85, 0.8, 0.7]

    def rows(names: Sequence[str]) -> list[dict[str, object]]:
        made = []
        for number, name in enumerate(names):
            words = ascii_name(name).split() or [""]
            made.append(
                {
                    "unique_id": number,
                    "pair": number,
                    "name": " ".join(words),
                    "words": " ".join(sorted(words)),
                    "first": words[0],
                    "last": words[-1],
                }
            )
        return made

    def score(lefts: Sequence[str], rights: Sequence[str]) -> list[float]:
        import pandas as pd

        api = DuckDBAPI()
        settings = SettingsCreator(
            link_type="link_only",
            comparisons=[
                levels.JaroWinklerAtThresholds(column, steps)
                for column in ("name", "words", "first", "last")
            ],
            blocking_rules_to_generate_predictions=[block_on("pair")],
        )
        tables = [
            api.register(pd.DataFrame(rows(names)), dataset_display_name=side)
            for side, names in (("a", lefts), ("b", rights))
        ]
        linker = Linker(tables, settings, log_level="ERROR", validate_settings=False)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on("pair"), record_sample_proportion=1.0
        )
        found = linker.inference.predict().as_pandas_dataframe()
        scores = [-math.inf] * len(lefts)
        for number, weight in zip(found["unique_id_l"], found["match_weight"], strict=True):
            scores[int(number)] = float(weight)
        return scores

    return score


SCORERS: dict[str, Callable[[], Scorer]] = {
    "habeas": habeas,
    "nomenklatura logic-v2": logic_v2,
    "nomenklatura name-based": name_based,
    "nomenklatura ofac": ofac,
    "rigour compare_parts": compare_parts,
    "anyascii + rigour compare_parts": compare_parts_ascii,
    "anyascii + metaphone": metaphone,
    "anyascii + metaphone, WRatio": metaphone_wratio,
    "anyascii + rapidfuzz WRatio": wratio,
    "anyascii + rapidfuzz token_sort": token_sort,
    "splink": splink,
}


def _one_by_one(score: Callable[[str, str], float]) -> Scorer:
    return lambda lefts, rights: [
        float(score(left, right)) for left, right in zip(lefts, rights, strict=True)
    ]


def _in_ascii() -> Callable[[str], str]:
    from anyascii import anyascii

    return cache(lambda name: " ".join(re.findall(r"[a-z]+", anyascii(name).casefold())))


def _of_metaphones(ratio: Callable[[str, str], float]) -> Scorer:
    import jellyfish

    ascii_name = _in_ascii()

    @cache
    def sound(name: str) -> str:
        return " ".join(filter(None, map(jellyfish.metaphone, ascii_name(name).split())))

    return _one_by_one(lambda left, right: ratio(sound(left), sound(right)))


def _of_parts(written: Callable[[str], str]) -> Scorer:
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts

    @cache
    def parts(name: str) -> tuple[Any, ...]:
        made = analyze_names(NameTypeTag.PER, [written(name)])
        return tuple(part for one in made for part in one.parts)

    def score(left: str, right: str) -> float:
        ordered = align_person_name_order(list(parts(left)), list(parts(right)))
        found = compare_parts(*ordered)
        return math.fsum(one.score for one in found) / max(len(found), 1)

    return _one_by_one(score)


def _of_entities(matcher: Any) -> Scorer:
    from followthemoney import ValueEntity, model

    schema = model.get("Person")
    config = matcher.default_config()

    @cache
    def entity(name: str, side: str) -> Any:
        made = ValueEntity(schema, {"id": f"{side}-{name}"})
        made.add("name", name)
        return made

    return _one_by_one(
        lambda left, right: matcher.compare(entity(left, "q"), entity(right, "r"), config).score
    )


def main() -> int:
    """Read pairs, score them twice, write what was measured."""
    pairs = json.load(sys.stdin)
    began = time.perf_counter()
    scorer = SCORERS[sys.argv[1]]()
    scores = scorer(pairs["left"], pairs["right"])
    cold = time.perf_counter() - began
    began = time.perf_counter()
    scorer(pairs["left"], pairs["right"])
    json.dump({"scores": scores, "cold": cold, "warm": time.perf_counter() - began}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
