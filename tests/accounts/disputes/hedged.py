"""Vague figures beside others. Everything here is invented.

A figure that the words exclude is a conflict; one that their usual meaning excludes is a
tight conflict, which leaves the bounds as they are.
"""

from __future__ import annotations

from accounts.disputes.notation import Dispute, Ends


def _two(one: str, other: str, verdict: str = "", everybody: Ends | None = None) -> Dispute:
    """Two speakers' figures of everybody; `verdict` is empty, "conflict" or "tight"."""
    prefix = {"conflict": "", "tight": "tight: "}
    return Dispute(
        told=f"Ministry: release {one} people, by Belarus\nWatch: release {other} people",
        conflicts=(f"{prefix[verdict]}release {one} | release {other}",) if verdict else (),
        repairs=(f"release {one} (1)", f"release {other} (1)")
        if verdict == "conflict"
        else ("nothing",),
        bounds={} if everybody is None else {"everybody": everybody},
    )


HEDGED = {
    "about, and near": _two("about 100", "104", "", (104, 104)),
    "about a hundred and ten, and far": _two("about 110", "123", "tight", (123, 123)),
    "about a thousand and two hundred": _two("about 1,200", "1,197", "", (1197, 1197)),
    "about a hundred can be any from fifty": _two("about 100", "140", "", (140, 140)),
    "about a hundred, and far": _two("about 100", "160", "tight", (160, 160)),
    "two estimates apart": _two("about 110", "about 150", "tight"),
    "two estimates that meet": _two("around 100", "about 115"),
    "nearly, and a little less": _two("nearly 200", "195", "", (195, 195)),
    "nearly, and more": _two("nearly 200", "203", "conflict", (0, 203)),
    "nearly, and much less": _two("nearly 200", "150", "tight", (150, 150)),
    "nearly is less than": _two("nearly 200", "200", "conflict", (0, 200)),
    "dozens, and fewer than two dozen": _two("dozens of", "15", "conflict", (15, None)),
    "dozens": _two("dozens of", "60", "", (60, 60)),
    "dozens, and far more": _two("dozens of", "130", "tight", (130, 130)),
    "dozens, and a ceiling below them": _two("dozens of", "nearly 20", "conflict", (0, None)),
    "dozens, and a ceiling": _two("dozens of", "up to 50", "", (24, 50)),
    "hundreds, and fewer than two": _two("hundreds of", "150", "conflict", (150, None)),
    "hundreds": _two("hundreds of", "450", "", (450, 450)),
    "hundreds, and more than a thousand": _two("hundreds of", "1,400", "tight", (1400, 1400)),
    "thousands, and fewer": _two("thousands of", "1,900", "conflict", (1900, None)),
    "several is more than one": _two("several", "1", "conflict", (1, None)),
    "several, and thirty": _two("several", "30", "tight", (30, 30)),
    "up to, and more": _two("up to 50", "54", "conflict", (0, 54)),
    "up to, and less": _two("up to 50", "45", "", (45, 45)),
    "between, and above": _two("between 50 and 80", "82", "conflict", (50, 82)),
    "between": _two("between 50 and 80", "60", "", (60, 60)),
    "more than a number is not that number": _two("more than 100", "100", "conflict", (100, None)),
    "more than": _two("more than 100", "123", "", (123, 123)),
    "at least": _two("at least 30", "29", "conflict", (29, None)),
    "fewer than": _two("fewer than 20", "25", "conflict", (0, 25)),
    "two floors": _two("more than 100", "at least 120", "", (120, None)),
    "a floor above a ceiling": _two("more than 100", "fewer than 90", "conflict", (0, None)),
    "an estimate is no count": Dispute(
        told="""
        Ministry: release 180 people, by Belarus
        Watch: release 200 people, estimated""",
        bounds={"everybody": (180, 180)},
    ),
    "an estimate that is far off": Dispute(
        told="""
        Ministry: release 120 people, by Belarus
        Watch: release 210 people, estimated""",
        conflicts=("tight: 120 | 210",),
        bounds={"everybody": (120, 120)},
    ),
    "vague parts that can be more than the whole": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Coordination Staff: release about 110 civilians, by Belarus, to Ukraine
        Embassy: release 30 people, by Belarus, to Lithuania""",
        conflicts=("tight: about 110 | 30 people | 123 if nobody-twice",),
        bounds={"everybody": (123, 123), "to UA": (0, 93), "to LT": (30, 30)},
        sentences=(
            "+ 30 people to Lithuania = 129, but 123 people, if the words are read as usual.",
        ),
    ),
    "vague parts that fit": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Coordination Staff: release about 100 civilians, by Belarus, to Ukraine
        Embassy: release 30 people, by Belarus, to Lithuania""",
        bounds={"everybody": (123, 123), "to UA": (0, 93)},
    ),
    "floors of parts that are more than the whole": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Coordination Staff: release more than 100 civilians, by Belarus, to Ukraine
        Embassy: release at least 30 people, by Belarus, to Lithuania""",
        conflicts=("more than 100 | at least 30 | 123 if nobody-twice",),
        sentences=("= 131, but 123 people.",),
    ),
}
