"""Who says it: one voice or several, and what each weighs. Everything here is invented."""

from __future__ import annotations

from accounts.disputes.notation import Dispute

_WIRE = "\n".join(
    f"report Paper {number}, 2025-12-13\n"
    "release 52 people held for what they wrote, by Belarus, on 2025-12-12"
    for number in range(40)
)

VOICES = {
    "a wire story printed forty times is one voice": Dispute(
        told=f"""{_WIRE}
        report Example Monitor, 2025-12-13
        Watch: release 54 people, by Belarus, on 2025-12-12""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
        bounds={"everybody": (52, 54)},
    ),
    "a headline above a wire story has counted nobody again": Dispute(
        told=f"""{_WIRE}
        release 52 people, by Belarus
        report Example Monitor, 2025-12-13
        Watch: release 54 people, by Belarus, on 2025-12-12""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
    ),
    "what a paper says besides a wire story is its own voice": Dispute(
        told=f"""{_WIRE}
        report Paper 7, 2025-12-14
        release 54 people, by Belarus, on 2025-12-12""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
    ),
    "two voices against one": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Embassy: release 52 people
        Watch: release 54 people""",
        conflicts=("52 people | 54 people",),
        repairs=("54 people (1)", "52 people (2)"),
        bounds={"everybody": (52, 54)},
        sentences=("Ministry and Embassy give the same figure: 52 people.",),
    ),
    "one speaker whom two papers quote is one voice": Dispute(
        told="""
        report Daily, 2025-12-13
        Daily > Ministry: release 52 people, by Belarus
        report Weekly, 2025-12-13
        Weekly > Ministry: release 52 people, by Belarus
        Watch: release 54 people, by Belarus""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
    ),
    "a paper without a source is no voice beside the one that has it": Dispute(
        told="""
        release 52 people, by Belarus
        Embassy: release 52 people
        Watch: release 54 people""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
    ),
    "state media speak for the state": Dispute(
        told="""
        Belarusian authorities (government): release 52 people, by Belarus
        Example Telegraph (state-media): release 52 people, by Belarus
        Watch: release 54 people""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
    ),
    "only the state says so": Dispute(
        told="""
        Belarusian authorities (government): release 52 people, by Belarus
        Example Telegraph (state-media): release 52 people, by Belarus""",
        bounds={"everybody": (52, 52)},
        questions=("Who confirms 52 people?",),
    ),
    "two organs of one state differ": Dispute(
        told="""
        Belarusian authorities (government): release 52 people, by Belarus
        Example Telegraph (state-media): release 54 people, by Belarus""",
        conflicts=("52 people | 54 people",),
        repairs=("52 people (1)", "54 people (1)"),
    ),
    "one speaker gives two figures in one breath": Dispute(
        told="""
        report Daily, 2025-12-13
        Watch: release 52 people, by Belarus
        Watch: release 54 people""",
        conflicts=("52 people | 54 people",),
        bounds={"everybody": (52, 54)},
    ),
    "two digits change places": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Embassy: release 123 people
        Watch: release 123 people
        Daily: release 132 people""",
        conflicts=("123 people | 132 people",),
        repairs=("132 people (1)", "123 people (3)"),
        bounds={"everybody": (123, 132)},
    ),
    "a denial counts nobody": Dispute(
        told="""
        Watch: release 14 people, by Belarus
        Ministry: release 14 people, denied""",
        bounds={"everybody": (14, 14)},
    ),
    "what is denied is not said": Dispute(
        told="""
        Watch: release 52 writers and editors, by Belarus
        Ministry: release 52 people, denied
        Ministry: release 14 writers and editors""",
        conflicts=("52 writers | 14 writers",),
    ),
    "three figures, each against each": Dispute(
        told="""
        Ministry: release 50 people, by Belarus
        Embassy: release 52 people
        Watch: release 54 people""",
        conflicts=(
            "50 people | 52 people",
            "50 people | 54 people",
            "52 people | 54 people",
        ),
        repairs=(
            "50 people | 52 people (2)",
            "50 people | 54 people (2)",
            "52 people | 54 people (2)",
        ),
        bounds={"everybody": (50, 54)},
    ),
    "two conflicts that have nothing to do with each other": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Watch: release 60 foreigners, part of 52
        Prison Service: hold 900 people, on 2025-12-13
        Families: hold 1,000 people, on 2025-12-13""",
        conflicts=("52 people | 60 foreigners", "900 people | 1,000 people"),
        repairs=(
            "52 people | 900 people (2)",
            "52 people | 1,000 people (2)",
            "60 foreigners | 900 people (2)",
            "60 foreigners | 1,000 people (2)",
        ),
    ),
    "a vague voice agrees with both": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Watch: release 54 people
        Daily: release more than 50 people""",
        conflicts=("52 people | 54 people",),
        bounds={"everybody": (52, 54)},
    ),
    "who is nearer to the parts": Dispute(
        told="""
        Ministry: release 120 people, by Belarus
        Watch: release 124 people
        Coordination Staff: release 114 civilians, by Belarus, to Ukraine
        Embassy: release 10 people, by Belarus, to Lithuania""",
        conflicts=(
            "120 people | 124 people",
            "114 civilians | 10 people | 120 people if nobody-twice",
        ),
        repairs=("120 people (1)", "124 people | 114 civilians (2)", "124 people | 10 people (2)"),
        bounds={"everybody": (120, 124), "to UA": (0, 114), "to LT": (0, 10)},
        sentences=(
            "124 = 114 + 10",
            "114 civilians to Ukraine + 10 people to Lithuania = 124, but 120 people.",
        ),
    ),
}
