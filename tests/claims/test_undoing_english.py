"""Promises and steps taken back; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "an offer withdrawn": (
        "Norland has withdrawn its offer to lift sanctions on the airline.",
        ["ease-sanctions denied by Norland of sanctions on the airline"],
    ),
    "a decision revoked": (
        "The king revoked the decision to remove Arden from the list of sponsors of terrorism.",
        ["ease-sanctions denied by king of Arden"],
    ),
    "a decision revoked, in the passive": (
        "The decision to lift sanctions on the airline was revoked.",
        ["ease-sanctions denied of sanctions on the airline"],
    ),
    "a removal rescinded": (
        "The palace rescinded the removal of Arden from the list of sponsors of terrorism.",
        ["ease-sanctions denied by palace of Arden"],
    ),
    "an offer that stands": (
        "Norland has not withdrawn its offer to lift sanctions on the airline.",
        ["ease-sanctions promised of sanctions on the airline"],
    ),
    "a decision that only points back": (
        "Norland said it would lift sanctions on the airline. Its new government reversed the "
        "decision.",
        [
            "ease-sanctions promised > Norland by Norland of sanctions on the airline",
            "ease-sanctions denied by Its new government of sanctions on the airline",
        ],
    ),
    "of other decisions nothing is told": (
        "Norland said it would lift sanctions on the airline. A court reversed the decision on "
        "the bridge.",
        ["ease-sanctions promised > Norland by Norland of sanctions on the airline"],
    ),
    "a decision of nothing told before": (
        "The court reversed the decision. Norland lifted sanctions on the airline.",
        ["ease-sanctions reported by Norland of sanctions on the airline"],
    ),
    "back on the list": (
        "The new government put Arden back on the list of sponsors of terrorism.",
        ["impose-sanctions reported by new government of Arden"],
    ),
    "set again": (
        "Norland has reimposed sanctions on the airline.",
        ["impose-sanctions reported by Norland of sanctions on the airline"],
    ),
    "with effect at once": (
        "Norland lifted sanctions on potash with immediate effect.",
        ["ease-sanctions reported by Norland of sanctions on potash"],
    ),
    "two conditions, each of its own clause": (
        "Norland intends to ease sanctions on timber. This move is contingent on further talks "
        "and is expected to be followed by the removal of more sanctions if the talks succeed.",
        [
            "ease-sanctions promised by Norland of sanctions on timber if contingent on further"
            " talks",
            "ease-sanctions expected by Norland of more sanctions if if the talks succeed",
        ],
    ),
    "the US is no pronoun": (
        "The US will lift sanctions on the airline.",
        ["ease-sanctions promised by US of sanctions on the airline"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_told(text: str, expected: list[str]) -> None:
    claims = [told(claim) for claim in extract_claims(report(text))]
    assert [claim for claim in claims if "sanctions" in claim.split()[0]] == expected
