"""A conflict in one sentence: its arithmetic, and who gives each figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from habeas.accounts import wording
from habeas.accounts.figured import Figured
from habeas.accounts.populations import EVERYBODY
from habeas.accounts.solving import Core, Side, Term
from habeas.model.claims import Claim
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Explainer:
    """Writes why figures cannot all be right.

    Attributes:
        claims: Of names counted, by id.
        reports: By id.
        people: Who is counted: "those freed".
    """

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    people: str

    def explain(self, core: Core, figures: Mapping[str, Figured], *, tight: str = "") -> str:
        """One sentence.

        Args:
            core: The conflict, in ids of `figures`.
            figures: By id.
            tight: What is added where only the usual reading conflicts.
        """
        told = [t for t in core.terms if figures[t.statement].assumption is None]
        lows = [t for t in told if t.side is Side.LOW]
        highs = [t for t in told if t.side is Side.HIGH]
        if not lows or not highs:
            return self._without_sum(core, figures, tight)
        if len(lows) == len(highs) == 1 and lows[0].times == highs[0].times:
            return self._two(figures[lows[0].statement], figures[highs[0].statement], tight)
        return wording.capital(
            wording.CONFLICT.format(
                lows=self._side(lows, figures), highs=self._side(highs, figures), tight=tight
            )
        )

    def _two(self, low: Figured, high: Figured, tight: str) -> str:
        if low.claims:
            everybody = high.population == EVERYBODY
            return (wording.TOO_MANY_NAMES if everybody else wording.TOO_MANY_OF).format(
                whom=self._whom(high),
                named=wording.number_words(low.bounds.low or 0),
                namers=self._namers(low),
                total=wording.number_words(high.bounds.high or 0),
                speakers=self._speakers(high),
            )
        if low.population == high.population:
            first, second = sorted((low, high), key=_first_told)
            return wording.DIFFER.format(
                whom=self._whom(high),
                first=self._figure(first),
                others=self._figure(second),
                tight=tight,
            )
        return wording.capital(
            wording.LARGER_PART.format(
                part=wording.part_words(low.counts[0].claim),
                speakers=self._speakers(low),
                whole=wording.figure_words(high.counts[0].claim),
                others=self._speakers(high),
                tight=tight,
            )
        )

    def _without_sum(self, core: Core, figures: Mapping[str, Figured], tight: str) -> str:
        """Figures that conflict with what is assumed alone, or in whole numbers only."""
        listed = [figures[key] for key in core.statements if figures[key].assumption is None]
        phrases = [self._part(figure) for figure in listed]
        template = wording.NOT_TOGETHER if core.terms else wording.NO_WHOLE_NUMBERS
        return wording.capital(template.format(figures=wording.join_words(phrases), tight=tight))

    def _side(self, terms: Sequence[Term], figures: Mapping[str, Figured]) -> str:
        phrases = [self._term(t, figures[t.statement]) for t in terms]
        if len(terms) == 1 and terms[0].times == 1:
            return phrases[0]
        total = sum((t.times * t.number for t in terms), Fraction(0))
        return wording.SUMMED.format(
            terms=" + ".join(phrases), sum=wording.number_words(int(total))
        )

    def _term(self, term: Term, figure: Figured) -> str:
        phrase = self._part(figure, term)
        if term.times == 1:
            return phrase
        return wording.TIMES.format(times=int(term.times), phrase=phrase)

    def _figure(self, figure: Figured) -> str:
        return f"{wording.figure_words(figure.counts[0].claim)} ({self._speakers(figure)})"

    def _part(self, figure: Figured, term: Term | None = None) -> str:
        """A figure in a sum, with the place that sets it off, and who gives it.

        Where its words are no plain number, the number that the sum has of it as well.
        """
        if figure.claims:
            return wording.NAMED_FIGURE.format(
                number=wording.number_words(figure.bounds.low or 0), speakers=self._namers(figure)
            )
        count = min(figure.counts, key=lambda c: c.claim.place is None)
        words, speakers = wording.part_words(count.claim), self._speakers(figure)
        if term is None or figure.bounds.low == figure.bounds.high:
            return f"{words} ({speakers})"
        return (wording.AT_LEAST if term.side is Side.LOW else wording.AT_MOST).format(
            number=wording.number_words(term.number), words=words, speakers=speakers
        )

    def _namers(self, figure: Figured) -> str:
        """Who names the people that a figure counts by name."""
        return wording.speakers_words((self.claims[key] for key in figure.claims), self.reports)

    def _speakers(self, figure: Figured) -> str:
        return wording.speakers_words((c.claim for c in figure.counts), self.reports)

    def _whom(self, figure: Figured) -> str:
        return wording.population_words(figure.population, self.people)


def _first_told(figure: Figured) -> tuple[int, bool, str]:
    """The figure most voices give comes first; an exact one before others."""
    return -figure.weight, figure.counts[0].exact is None, figure.id


def claims_of(figures: Iterable[Figured]) -> list[str]:
    """Ids of the claims of some figures, each once."""
    return list(dict.fromkeys(key for figure in figures for key in figure.ids))
