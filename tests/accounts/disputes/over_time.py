"""Announced and done, revised, running totals, stocks of two days. All of it is invented."""

from __future__ import annotations

from accounts.disputes.notation import Dispute

OVER_TIME = {
    "announced, and fewer freed": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry (government): release 60 people, announced, by Belarus, on 2025-12-13
        report Weekly, 2025-12-15
        Watch (rights-group): release 45 people, confirmed, by Belarus, on 2025-12-13""",
        conflicts=("60 people | 45 people if announced-is-done",),
        repairs=("45 people (1)", "60 people (1)"),
        bounds={"everybody": (45, 60)},
    ),
    "announced, and done": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry (government): release 60 people, announced, by Belarus, on 2025-12-13
        report Weekly, 2025-12-15
        Watch (rights-group): release 60 people, confirmed, by Belarus, on 2025-12-13""",
        bounds={"everybody": (60, 60)},
    ),
    "promised is not done": Dispute(
        told="""
        Ministry: release 60 people, by Belarus
        Envoy: release 100 people, promised""",
        bounds={"everybody": (60, 60)},
    ),
    "a total is revised": Dispute(
        told="""
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus, on 2025-12-13
        report Daily, 2025-12-15
        Watch: release 123 people, by Belarus, on 2025-12-13""",
        bounds={"everybody": (123, 123)},
        revisions=("120 people | 123 people",),
    ),
    "one revises, another keeps the first figure": Dispute(
        told="""
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus, on 2025-12-13
        Ministry: release 120 persons, by Belarus, on 2025-12-13
        report Daily, 2025-12-15
        Watch: release 123 people, by Belarus, on 2025-12-13""",
        conflicts=("120 persons | 123 people",),
        repairs=("120 persons (1)", "123 people (1)"),
        bounds={"everybody": (120, 123)},
        revisions=("120 people | 123 people",),
    ),
    "a revision that ends a conflict": Dispute(
        told="""
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus, on 2025-12-13
        Ministry: release 123 persons, by Belarus, on 2025-12-13
        report Daily, 2025-12-15
        Watch: release 123 people, by Belarus, on 2025-12-13""",
        bounds={"everybody": (123, 123)},
        revisions=("120 people | 123 people",),
        sentences=("give the same figure: 123",),
    ),
    "a batch, and all since July": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release 30 people, by Belarus, on 2025-12-13
        Watch: release more than 430 people, by Belarus, on 2024-07/2025-12""",
        bounds={"everybody": (30, 30)},
    ),
    "a further number, and their sum": Dispute(
        told="""
        Court (court): release 60 people, by Cuba
        + Court (court): release a further 25 people
        + Court (court): release a total of 85 people""",
        of="total of 85",
        bounds={"everybody": (85, 85)},
        sentences=("85 = 60 + 25",),
    ),
    "a further number, and less than their sum": Dispute(
        told="""
        Court (court): release 60 people, by Cuba
        + Court (court): release a further 25 people
        Watch (rights-group): release a total of 80 people""",
        of="total of 80",
        conflicts=("60 people | further 25 | total of 80 if nobody-twice",),
        bounds={"everybody": (80, 85)},
        sentences=("60 people + a further 25 people = 85, but a total of 80 people.",),
    ),
    "a further number, and more than their sum": Dispute(
        told="""
        Court (court): release 60 people, by Cuba
        + Court (court): release a further 25 people
        Watch (rights-group): release a total of 90 people""",
        of="total of 90",
        conflicts=("60 people | further 25 | total of 90 if nobody-else",),
        bounds={"everybody": (85, 90)},
        sentences=("A total of 90 people, but 60 people + a further 25 people = 85.",),
    ),
    "a further number that adds to nothing that is told": Dispute(
        told="""
        Court (court): release a further 25 people, by Cuba
        Watch (rights-group): release a total of 80 people""",
        of="total of 80",
        bounds={"everybody": (80, 80)},
    ),
    "another number adds": Dispute(
        told="""
        Ministry: release 30 people, by Belarus
        Ministry: release another 12 people""",
        bounds={"everybody": (42, None)},
    ),
    "two days, two batches": Dispute(
        told="""
        report Daily, 2025-05-06
        Ministry: release 30 people, by Belarus, on 2025-05-01
        Ministry: release 25 people, by Belarus, on 2025-05-05""",
        bounds={"everybody": (30, 30)},
    ),
    "stocks of two days": Dispute(
        told="""
        report Daily, 2025-12-13
        Watch: hold 1,250 people, by Belarus, on 2025-09-11
        Watch: hold 1,197 people, by Belarus, on 2025-12-13""",
    ),
    "stocks of one day": Dispute(
        told="""
        report Daily, 2025-12-13
        Watch: hold 1,197 people, by Belarus, on 2025-12-13
        Prison Service: hold 1,050 people, by Belarus, on 2025-12-13""",
        conflicts=("1,197 | 1,050",),
        repairs=("1,197 (1)", "1,050 (1)"),
        bounds={"held": (1050, 1197)},
        questions=("How many are still held: 1,197 or 1,050?",),
    ),
    "stocks of no day, in one report": Dispute(
        told="""
        report Daily, 2025-12-13
        Ministry: release 30 people, by Belarus
        Watch: hold 1,197 people
        Prison Service: hold 1,050 people""",
        conflicts=("1,197 | 1,050 if same-day",),
        bounds={"everybody": (30, 30), "held": (1050, 1197)},
    ),
    "a stock that does not add up": Dispute(
        told="""
        report Daily, 2025-12-31
        Watch: hold 1,200 people, by Belarus, on 2025-09-11
        Watch: arrest 80 people, by Belarus, on 2025-10/2025-11
        Watch: release 123 people, by Belarus, on 2025-12-13
        Watch: hold 1,197 people, by Belarus, on 2025-12-31""",
        of="release 123",
        bounds={"everybody": (123, 123)},
        sentences=("1,200 + 80 - 123 = 1,157",),
    ),
    "a stock that adds up": Dispute(
        told="""
        report Daily, 2025-12-31
        Watch: hold 1,200 people, by Belarus, on 2025-09-11
        Watch: arrest 80 people, by Belarus, on 2025-10/2025-11
        Watch: release 123 people, by Belarus, on 2025-12-13
        Watch: hold 1,157 people, by Belarus, on 2025-12-31""",
        of="release 123",
        sentences=("1,200 + 80 - 123 = 1,157",),
    ),
    "some were arrested again": Dispute(
        told="""
        Ministry: release 20 people, by Belarus
        Watch: rearrest 3 people, by Belarus, part of 20""",
        bounds={"everybody": (20, 20)},
    ),
    "more were arrested again than freed": Dispute(
        told="""
        Ministry: release 20 people, by Belarus
        Watch: rearrest 25 people, by Belarus, part of 20""",
        conflicts=("20 people | 25 people if part-of",),
    ),
}
