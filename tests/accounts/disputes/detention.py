"""Arrests, charges, sentences, deaths, exchanges. Everything here is invented."""

from __future__ import annotations

from accounts.disputes.notation import Dispute

DETENTION = {
    "a mass arrest, by the police and by a monitor": Dispute(
        told="""
        report Daily, 2025-05-10
        Police (government): arrest 1,200 people, by Georgia, on 2025-05-09
        Watch (rights-group): arrest over 2,000 people, by Georgia, on 2025-05-09""",
        conflicts=("1,200 | over 2,000",),
        repairs=("1,200 (1)", "over 2,000 (1)"),
        bounds={"arrested": (1200, None)},
    ),
    "a mass arrest, told by two papers": Dispute(
        told="""
        report Daily, 2025-05-10
        Police (government): arrest 1,200 people, by Georgia, on 2025-05-09
        report Weekly, 2025-05-11
        Watch (rights-group): arrest over 2,000 people, by Georgia, on 2025-05-09""",
        conflicts=("1,200 | over 2,000",),
    ),
    "protesters arrested are the people arrested": Dispute(
        told="""
        report Daily, 2025-05-10
        Police (government): arrest 1,200 protesters, by Georgia, on 2025-05-09
        Watch (rights-group): arrest over 2,000 people, by Georgia, on 2025-05-09""",
        conflicts=("1,200 | over 2,000",),
        bounds={"arrested": (1200, None)},
    ),
    "journalists among the arrested": Dispute(
        told="""
        report Daily, 2025-05-10
        Police (government): arrest 1,200 people, by Georgia, on 2025-05-09
        Guild: arrest 14 journalists, by Georgia, on 2025-05-09""",
        bounds={"arrested": (1200, 1200), "journalists": (14, 14)},
    ),
    "arrests in two towns are more than all": Dispute(
        told="""
        report Daily, 2025-05-10
        Police: arrest 65 people, by Belarus, on 2025-05-09
        Watch: arrest 40 people, by Belarus, in Hrodna, on 2025-05-09
        Watch: arrest 30 people, by Belarus, in Brest, on 2025-05-09""",
        conflicts=("40 people | 30 people | 65 people if nobody-twice",),
        sentences=("40 people in Hrodna + 30 people in Brest = 70, but 65 people.",),
    ),
    "sentenced are some of the arrested": Dispute(
        told="""
        report Daily, 2025-05-10
        Police: arrest 300 people, by Belarus, on 2025-05-09
        Court (court): sentence 120 people, by Belarus, part of 300""",
        bounds={"arrested": (300, 300), "sentenced": (120, 120)},
    ),
    "more were sentenced than arrested": Dispute(
        told="""
        report Daily, 2025-05-10
        Police: arrest 300 people, by Belarus, on 2025-05-09
        Court (court): sentence 340 people, by Belarus, part of 300""",
        conflicts=("300 people | 340 people if part-of",),
        sentences=("340 people are among 300 people, which are fewer.",),
    ),
    "charged, by two accounts": Dispute(
        told="""
        report Daily, 2025-05-10
        Police: charge 20 people, by Belarus, on 2025-05-09
        Lawyers (lawyer): charge 26 people, by Belarus, on 2025-05-09""",
        conflicts=("20 people | 26 people",),
    ),
    "freed and still held are more than were arrested": Dispute(
        told="""
        report Daily, 2025-05-12
        Police: arrest 100 people, by Belarus, on 2025-05-09
        Police: release 30 people, by Belarus, on 2025-05-12, part of 100
        Families: hold 80 people, by Belarus, on 2025-05-12, part of 100""",
        conflicts=("30 people | 80 people | 100 people if nobody-twice part-of",),
        sentences=("30 people + 80 people = 110, but 100 people.",),
    ),
    "deaths in custody": Dispute(
        told="""
        report Daily, 2025-05-12
        Prison Service (government): die 2 prisoners, by Belarus, on 2025-05-09
        Hospital staff: die at least 5 prisoners, by Belarus, on 2025-05-09""",
        conflicts=("2 prisoners | at least 5",),
        bounds={"dead": (2, None)},
    ),
    "held, by the prison and by the families": Dispute(
        told="""
        report Daily, 2025-05-12
        Prison Service (government): hold 9 people, by Belarus, on 2025-05-12
        Families (family): hold 14 people, by Belarus, on 2025-05-12""",
        conflicts=("9 people | 14 people",),
        bounds={"held": (9, 14)},
    ),
    "those who disappeared are not those held": Dispute(
        told="""
        report Daily, 2025-05-12
        Prison Service (government): hold 9 people, by Belarus, on 2025-05-12
        Families (family): disappear 14 people, by Belarus, on 2025-05-12""",
    ),
    "moved is not freed": Dispute(
        told="""
        report Daily, 2025-05-12
        Ministry: release 12 people, by Belarus
        Families: transfer 60 people, by Belarus""",
        bounds={"everybody": (12, 12)},
    ),
    "an exchange of 24 for 16": Dispute(
        told="""
        report Daily, 2025-05-12
        Ministry: exchange 24 people, by Belarus, on 2025-05-12
        Ministry: exchange 16 people, by Lithuania, on 2025-05-12""",
        bounds={"everybody": (24, 24)},
    ),
    "an exchange, and who counts whom": Dispute(
        told="""
        report Daily, 2025-05-12
        Ministry: exchange 24 people, by Belarus, on 2025-05-12
        Embassy: exchange 22 people, by Belarus, on 2025-05-12
        Ministry: exchange 16 people, by Lithuania, on 2025-05-12""",
        conflicts=("24 people | 22 people",),
        bounds={"everybody": (22, 24)},
    ),
    "a court counts verdicts": Dispute(
        told="""
        report Daily, 2025-05-12
        Court (court): sentence 31 verdicts, by Belarus, on 2025-05-12
        Lawyers (lawyer): sentence 37 people, by Belarus, on 2025-05-12""",
        bounds={"sentenced": (37, 37)},
    ),
    "sentenced, about": Dispute(
        told="""
        report Daily, 2025-05-12
        Court (court): sentence 37 people, by Belarus, on 2025-05-12
        Lawyers (lawyer): sentence about 40 people, by Belarus, on 2025-05-12""",
        bounds={"sentenced": (37, 37)},
    ),
    "women among the arrested": Dispute(
        told="""
        report Daily, 2025-05-12
        Police: arrest 90 people, by Belarus, on 2025-05-12
        Lawyers (lawyer): arrest 95 women, by Belarus, on 2025-05-12""",
        conflicts=("90 people | 95 women",),
    ),
    "an amnesty frees some at once": Dispute(
        told="""
        report Daily, 2025-05-12
        Parliament (government): pardon 1,500 people, announced, by Belarus, on 2025-05-12
        Prison Service (government): release 400 people, by Belarus, on 2025-05-12
        Watch (rights-group): release 12 political prisoners, by Belarus, on 2025-05-12""",
        conflicts=("1,500 | 400 if announced-is-done same-people",),
        bounds={"political": (12, 12)},
    ),
}
