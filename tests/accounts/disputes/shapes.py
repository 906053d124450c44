"""Parts that do not fit into their whole, and parts that do. Everything here is invented.

States are real names only so that they can be recognised.
"""

from __future__ import annotations

from accounts.disputes.notation import Dispute

SHAPES = {
    "a part is larger than its whole": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Watch: release 60 foreigners, part of 52""",
        conflicts=("52 people | 60 foreigners",),
        repairs=("52 people (1)", "60 foreigners (1)"),
        bounds={"everybody": (52, None), "foreigners": (0, 60)},
        sentences=("60 foreigners are among 52 people, which are fewer.",),
    ),
    "three destinations come to one more than all": Dispute(
        told="""
        Example Telegraph (state-media): pardon 123 citizens, by Belarus
        Coordination Staff: release 114 civilians, by Belarus, to Ukraine
        Embassy: release 9 people, by Belarus, to Lithuania
        release 1 person, by Belarus, to Poland""",
        conflicts=(
            "114 civilians | 9 people | 1 person | 123 citizens if nobody-twice same-people",
        ),
        repairs=("123 citizens (1)", "114 civilians (1)", "9 people (1)", "1 person (1)"),
        bounds={"everybody": (123, None), "to UA": (0, 114), "to PL": (0, 1)},
        sentences=(
            "114 civilians to Ukraine + 9 people to Lithuania + 1 person to Poland = 124, "
            "but 123 citizens.",
        ),
    ),
    "two destinations come to more than all, told in two languages": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: pardon 123 people, by Belarus
        report Пример, 2025-12-13
        Штаб: release 114 гражданских лиц, by Беларуси, to Украину
        Посольство: release 10 человек, by Беларуси, to Литву
        Штаб: release 12 женщин, by Беларуси, to Украину""",
        conflicts=("114 гражданских | 10 человек | 123 people if nobody-twice same-people",),
        bounds={"everybody": (123, None), "women, to UA": (12, 12), "to LT": (0, 10)},
    ),
    "those taken to two countries and one who stayed come to more than all": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Coordination Staff: release 114 civilians, by Belarus, to Ukraine
        Embassy: release 9 people, by Belarus, to Lithuania
        release 1 person who stayed, by Belarus, in Belarus""",
        conflicts=("114 civilians | 9 people | 1 person | 123 people if nobody-twice",),
        bounds={"everybody": (123, None), "to LT": (0, 9)},
    ),
    "two destinations leave four who went elsewhere": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Coordination Staff: release 114 civilians, by Belarus, to Ukraine
        Embassy: release 5 people, by Belarus, to Lithuania""",
        bounds={"everybody": (123, 123), "not to LT or UA": (4, 4)},
    ),
    "two destinations are all": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Coordination Staff: release 114 civilians, by Belarus, to Ukraine
        Embassy: release 9 people, by Belarus, to Lithuania""",
        bounds={"everybody": (123, 123), "not to LT or UA": (0, 0)},
        sentences=("123 = 114 + 9: 123 people are 114 civilians to Ukraine and 9 people",),
    ),
    "more women reached a place than people did": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Embassy: release 9 people, by Belarus, to Lithuania
        Families: release 11 women, by Belarus, to Lithuania""",
        conflicts=("9 people | 11 women",),
        bounds={"everybody": (123, 123), "to LT": (9, 123)},
    ),
    "women of one destination, and women in all": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Families: release 10 women, by Belarus
        Embassy: release 9 people, by Belarus, to Lithuania
        Embassy: release 5 women, by Belarus, to Lithuania, part of 9""",
        bounds={"women": (10, 10), "women, to LT": (5, 5), "women, not to LT": (5, 5)},
    ),
    "citizens of three states are more than the foreigners": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Ministry: release 14 foreigners, part of 52
        Watch: release 6 Lithuanians, of LT
        Watch: release 5 Poles, of PL
        Watch: release 4 Latvians, of LV""",
        conflicts=("6 Lithuanians | 5 Poles | 4 Latvians | 14 foreigners if nobody-twice",),
        bounds={"everybody": (52, 52), "of LT": (0, 6), "foreigners": (14, 52)},
        sentences=("6 Lithuanians + 5 Poles + 4 Latvians = 15, but 14 foreigners.",),
    ),
    "foreigners and citizens of the state are more than all": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Watch: release 14 foreigners
        Families: release 40 Belarusian citizens, of BY""",
        conflicts=("14 foreigners | 40 Belarusian | 52 people",),
        sentences=("14 foreigners + 40 Belarusian citizens = 54, but 52 people.",),
    ),
    "two citizenships come to more than all, unless somebody has both": Dispute(
        told="""
        Ministry: release 10 people, by Belarus
        Embassy of Lithuania: release 6 Lithuanian citizens, of LT
        Embassy of Poland: release 5 Polish citizens, of PL""",
        conflicts=("6 Lithuanian | 5 Polish | 10 people if nobody-twice",),
        repairs=("10 people (1)", "6 Lithuanian (1)", "5 Polish (1)"),
        bounds={"everybody": (10, None), "of LT": (0, 6), "of PL": (0, 5)},
        sentences=("6 Lithuanian citizens + 5 Polish citizens = 11, but 10 people.",),
    ),
    "a part of a part is larger than it": Dispute(
        told="""
        Ministry: release 52 people, by Belarus
        Ministry: release 14 foreigners, part of 52
        Watch: release 16 Lithuanians, of LT, part of 14""",
        conflicts=("14 foreigners | 16 Lithuanians",),
        bounds={"everybody": (52, 52)},
    ),
    "women and men are all": Dispute(
        told="""
        Ministry: release 110 people, by Belarus
        Watch: release 40 women
        Watch: release 70 men""",
        bounds={"everybody": (110, 110), "women": (40, 40), "men": (70, 70)},
        sentences=("110 = 40 + 70",),
    ),
    "women and men are more than all": Dispute(
        told="""
        Ministry: release 110 people, by Belarus
        Watch: release 40 women
        Watch: release 75 men""",
        conflicts=("40 women | 75 men | 110 people",),
        repairs=("110 people (1)", "40 women (1)", "75 men (1)"),
        sentences=("40 women + 75 men = 115, but 110 people.",),
    ),
    "women and men are fewer than all, where nobody is told of as neither": Dispute(
        told="""
        Ministry: release 110 people, by Belarus
        Watch: release 40 women
        Watch: release 60 men""",
        conflicts=("40 women | 60 men | 110 people if nobody-else",),
        bounds={"everybody": (100, 110)},
        sentences=("110 people, but 40 women + 60 men = 100.",),
    ),
    "women among the others can be none or all of them": Dispute(
        told="""
        Ministry: release 30 people, by Belarus
        Watch: release 16 political prisoners
        Watch: release 14 women""",
        bounds={
            "not political": (14, 14),
            "women, not political": (0, 14),
            "women, political": (0, 14),
        },
    ),
    "women among the others are the rest of the women": Dispute(
        told="""
        Ministry: release 100 people, by Belarus
        Watch: release 60 political prisoners
        Watch: release 34 women
        Watch: release 20 women political prisoners""",
        bounds={"women, not political": (14, 14), "women, political": (20, 20)},
    ),
    "political and common prisoners are more than all, by one account": Dispute(
        told="""
        Ministry: release 100 people, by Belarus
        Watch: release 40 political prisoners
        Watch: release 70 common prisoners""",
        conflicts=("40 political | 70 common | 100 people",),
        sentences=("40 political prisoners + 70 common prisoners = 110, but 100 people.",),
    ),
    "whom one calls political another may call common": Dispute(
        told="""
        Ministry: release 100 people, by Belarus
        Watch (rights-group): release 60 political prisoners
        Prison Service (government): release 50 common prisoners""",
        conflicts=("60 political | 50 common | 100 people if nobody-twice",),
        bounds={"everybody": (100, 110)},
    ),
    "political prisoners by two criteria": Dispute(
        told="""
        Ministry: release 100 people, by Belarus
        Watch (rights-group): release 60 political prisoners
        Forum (rights-group): release 45 political prisoners""",
        conflicts=("60 political | 45 political if same-people",),
        bounds={"everybody": (100, 100), "political": (45, 60)},
    ),
    "women and journalists overlap": Dispute(
        told="""
        Ministry: release 123 people, by Belarus
        Watch: release 100 women
        Guild: release 40 journalists""",
        bounds={"women": (100, 100), "women, journalists": (17, 40)},
    ),
    "common prisoners are never all": Dispute(
        told="""
        Watch: release 14 common prisoners, by Belarus
        Families: release Ana Example""",
        bounds={"everybody": (14, None), "not political": (14, 14)},
    ),
    "common prisoners and political ones, where nobody counts all": Dispute(
        told="""
        Watch: release 14 common prisoners, by Belarus
        Watch: release 10 political prisoners""",
        bounds={"everybody": (24, 24), "not political": (14, 14), "political": (10, 10)},
    ),
    "cases differ from cases": Dispute(
        told="""
        Ministry: pardon 12 people, by Belarus
        Court (court): pardon 7 cases, by Belarus
        Lawyers (lawyer): pardon 9 cases""",
        conflicts=("7 cases | 9 cases",),
        repairs=("7 cases (1)", "9 cases (1)"),
        bounds={"everybody": (12, 12)},
    ),
    "cases are no people": Dispute(
        told="""
        Ministry: pardon 12 people, by Belarus
        Court (court): pardon 7 cases, by Belarus""",
        bounds={"everybody": (12, 12)},
    ),
    "families are no people": Dispute(
        told="""
        Ministry: release 40 people, by Belarus
        Parish (church): release 11 families, by Belarus""",
        bounds={"everybody": (40, 40)},
    ),
    "a floor that the parts raise": Dispute(
        told="""
        Ministry: release more than 100 people, by Belarus
        Coordination Staff: release 114 civilians, by Belarus, to Ukraine
        Embassy: release 9 people, by Belarus, to Lithuania""",
        bounds={"everybody": (123, None)},
    ),
    "minors and children are the same": Dispute(
        told="""
        Ministry: release 50 people, by Belarus
        Ministry: release 8 minors, part of 50
        Watch: release 12 children, part of 50""",
        conflicts=("8 minors | 12 children",),
        bounds={"everybody": (50, 50), "minors": (8, 12)},
    ),
    "pardoned, and across the border": Dispute(
        told="""
        Ministry: pardon 52 people, by Belarus
        Border Guard: release 50 people, by Belarus, to Lithuania""",
        bounds={"everybody": (52, 52), "to LT": (50, 50), "not to LT": (2, 2)},
    ),
    "more crossed the border than were pardoned": Dispute(
        told="""
        Ministry: pardon 52 people, by Belarus
        Border Guard: exile 54 people, by Belarus, to Lithuania""",
        conflicts=("52 people | 54 people if same-people",),
        repairs=("52 people (1)", "54 people (1)"),
        bounds={"everybody": (52, None)},
    ),
}
