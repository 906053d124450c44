"""Names against counts. Everybody here is invented."""

from __future__ import annotations

from accounts.disputes.notation import Dispute

PEOPLE = {
    "more are named than were freed": Dispute(
        told="""
        Ministry: release 2 people, by Belarus
        Watch: release Ana Example & Ida Sample & Leo Muster""",
        conflicts=("2 people | Ana Example",),
        repairs=("2 people (1)", "Ana Example (1)"),
        bounds={"everybody": (2, None)},
        sentences=("3 people are named, more than the 2",),
    ),
    "two spellings may be one person": Dispute(
        told="""
        Ministry: release 2 people, by Belarus
        Watch: release Maria Kalesnikava & Ida Sample
        Families: release Maria Kolesnikova""",
        bounds={"everybody": (2, 2)},
        unnamed=(0, 0),
        questions=("Are Maria Kalesnikava and Maria Kolesnikova one person?",),
    ),
    "two speakers name one each of one": Dispute(
        told="""
        Ministry: release 1 person, by Belarus
        Watch: release Ana Example
        Families: release Leo Muster""",
        conflicts=("1 person | Ana Example | Leo Muster",),
    ),
    "a list is part of the figure": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release 12 people, by Belarus
        report list Watch, 2025-12-13
        release Ana Example, by Belarus
        release Ida Sample, by Belarus
        release Leo Muster, by Belarus
        release Eva Beispiel, by Belarus
        release Jan Vzor, by Belarus""",
        bounds={"everybody": (12, 12)},
        unnamed=(7, 7),
        questions=("7 of 12 are not named.",),
    ),
    "a list is longer than the figure": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release up to 3 people, by Belarus, on 2025-12-13
        report list Watch, 2025-12-13
        release Ana Example, by Belarus, on 2025-12-13
        release Ida Sample, by Belarus, on 2025-12-13
        release Leo Muster, by Belarus, on 2025-12-13
        release Eva Beispiel, by Belarus, on 2025-12-13""",
        conflicts=("up to 3 | Ana Example | Ida Sample | Leo Muster | Eva Beispiel",),
        sentences=("4 people are named, more than the 3",),
    ),
    "one of the nine is named": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Embassy: release 9 people, by Belarus, to Lithuania
        Embassy: release Ana Example, by Belarus, to Lithuania""",
        bounds={"everybody": (123, 123), "to LT": (9, 9)},
        unnamed=(122, 122),
        questions=("Who are the other 8 of the 9 people taken to Lithuania?",),
    ),
    "two spellings of one who reached a place": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Embassy: release 9 people, by Belarus, to Lithuania
        Embassy: release Maria Kalesnikava, by Belarus, to Lithuania
        Families: release Maria Kolesnikova, by Belarus, to Lithuania""",
        bounds={"to LT": (9, 9)},
        unnamed=(121, 122),
        questions=("Who are the other 7 to 8 of the 9 people taken to Lithuania?",),
    ),
    "six are not named": Dispute(
        told="""
        Ministry: release 7 people, by Belarus
        Embassy: release 7 people
        Families: release Ana Example
        withhold, by Belarus, about the names of the others""",
        bounds={"everybody": (7, 7)},
        unnamed=(6, 6),
        questions=("6 of 7 are not named.", "Who are they? Not said by Belarus."),
    ),
    "more are named at a place than reached it": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Embassy: release 1 person, by Belarus, to Lithuania
        Families: release Ana Example & Ida Sample, by Belarus, to Lithuania""",
        conflicts=("1 person | Ana Example",),
        bounds={"everybody": (123, 123)},
    ),
    "more of one citizenship are named than counted": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Ministry: release 1 Latvian citizen, of LV
        Families: release Ana Example (LV) & Ida Sample (LV)""",
        conflicts=("1 Latvian | Ana Example",),
        bounds={"everybody": (52, 52)},
    ),
    "names raise a floor": Dispute(
        told="""
        Ministry: release several people, by Belarus
        Watch: release Ana Example & Ida Sample & Leo Muster""",
        bounds={"everybody": (3, None)},
    ),
    "everybody is named": Dispute(
        told="""
        Ministry: release 2 people, by Belarus
        Watch: release Ana Example & Ida Sample""",
        bounds={"everybody": (2, 2)},
        unnamed=(0, 0),
    ),
    "one person, freed by one account and deported by another": Dispute(
        told="""
        Ministry: release 1 person, by Belarus
        Families: release Ana Example
        Watch: exile Ana Example, by Belarus, to Lithuania""",
        bounds={"everybody": (1, 1)},
        unnamed=(0, 0),
    ),
    "the unnamed are fewer than a destination needs": Dispute(
        told="""
        Ministry: release 5 people, by Belarus
        Embassy: release 2 people, by Belarus, to Lithuania
        Watch: release Ana Example & Ida Sample & Leo Muster""",
        bounds={"everybody": (5, 5), "to LT": (2, 2)},
        unnamed=(2, 2),
    ),
    "rows that name nobody fill places": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release 12 people, by Belarus, on 2025-12-13
        report list Watch, 2025-12-13
        release Ana Example, by Belarus, on 2025-12-13
        release Ida Sample, by Belarus, on 2025-12-13
        release 1, by Belarus, on 2025-12-13
        release 1, by Belarus, on 2025-12-13""",
        bounds={"everybody": (12, 12)},
        unnamed=(10, 10),
    ),
    "with rows that name nobody a list is longer than the figure": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release 3 people, by Belarus, on 2025-12-13
        report list Watch, 2025-12-13
        release Ana Example, by Belarus, on 2025-12-13
        release Ida Sample, by Belarus, on 2025-12-13
        release 1, by Belarus, on 2025-12-13
        release 1, by Belarus, on 2025-12-13""",
        conflicts=("3 people | Ana Example | Ida Sample | release 1",),
        bounds={"everybody": (3, None)},
    ),
    "a list of foreigners counts its citizens": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release 12 people, by Belarus, on 2025-12-13
        Ministry: release 2 Latvian citizens, of LV
        report list Watch, 2025-12-13
        release Ana Example (LV), by Belarus, on 2025-12-13
        release Ida Sample (LV), by Belarus, on 2025-12-13
        release Leo Muster (LT), by Belarus, on 2025-12-13""",
        bounds={"everybody": (12, 12), "of LV": (2, 2)},
        unnamed=(9, 9),
    ),
    "a list grows by two": Dispute(
        told="""
        report list Watch, 2025-12-13
        release Ana Example, by Belarus, on 2025-12-13
        release Ida Sample, by Belarus, on 2025-12-13
        release Leo Muster, by Belarus, on 2025-12-13
        report list Watch, 2025-12-14
        release Ana Example, by Belarus, on 2025-12-13
        release Ida Sample, by Belarus, on 2025-12-13
        release Leo Muster, by Belarus, on 2025-12-13
        release Eva Beispiel, by Belarus, on 2025-12-13
        release Jan Vzor, by Belarus, on 2025-12-13""",
        sentences=(
            "3 on the list of Watch and 2 not on it were freed, by the list of Watch: so 2 were "
            "added since.",
        ),
    ),
    "two lists of one release, in two alphabets": Dispute(
        told="""
        report Daily, 2025-12-12
        Ministry: release 2 people, announced, by Belarus, on 2025-12-13
        report list Watch, 2025-12-13
        release Maryja Kalesnikava, by Belarus, on 2025-12-13
        release Ana Example, by Belarus, on 2025-12-13
        report list Forum, 2025-12-14
        release Мария Колесникова, by Belarus, on 2025-12-13
        release Ana Example, by Belarus, on 2025-12-13""",
        bounds={"everybody": (2, 2)},
        sentences=(
            "1 to 2 on the list of Watch and 0 to 1 not on it were freed, by the list of Forum. "
            "0 to 1 is on the list of Watch alone. Which of them are the same hangs on one pair "
            "of names, proposed and not decided.",
        ),
        questions=("Are Maryja Kalesnikava and Мария Колесникова one person?",),
    ),
}
