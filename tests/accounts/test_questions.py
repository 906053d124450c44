"""What an account leaves open, as questions. Everyone in the stories is invented."""

from __future__ import annotations

import pytest

from accounts.telling import account_told

QUESTIONS = {
    "unnamed": ("release 123 people\nrelease Ana Example", "122 of 123 are not named."),
    "a range of unnamed": (
        "release 123 people\nrelease Maria Kalesnikava\nrelease Maria Kolesnikova",
        "121 to 122 of 123 are not named.",
    ),
    "one unnamed": ("release 2 people\nrelease Ana Example", "1 of 2 is not named."),
    "a floor of one": ("release several people\nrelease Ana Example", "At least 1 is not named."),
    "a floor": ("release more than 100 people", "At least 101 are not named."),
    "no figure": ("release Ana Example", "How many were freed? No report gives a figure."),
    "who are they": (
        "release 123 people, by Belarus\nrelease 9 people, by Belarus, to Lithuania",
        "Who are the 9 people taken to Lithuania?",
    ),
    "who are the others": (
        """release 123 people, by Belarus
        release 9 people, by Belarus, to Lithuania
        release Ana Example, by Belarus, to Lithuania""",
        "Who are the other 8 of the 9 people taken to Lithuania?",
    ),
    "who confirms": (
        "Belarusian authorities: release 123 people, by Belarus",
        "Who confirms 123 people? Only Belarusian authorities give this figure.",
    ),
    "one name of two people": (
        "report list Example, 2025-12-13\nrelease 2 people, by Belarus\n"
        "release Maria Example\nrelease Maria Example",
        "Is “Maria Example” one person? One list gives them two rows.",
    ),
    "one person": (
        "release Maria Kalesnikava\nrelease Maria Kolesnikova",
        "Are Maria Kalesnikava and Maria Kolesnikova one person?",
    ),
    "how many are held": (
        "release 9 people\nA: hold 1,197 people\nB: hold about 700 people",
        "How many are still held: 1,197 or about 700?",
    ),
    "criteria": (
        "release 9 people\nwithhold, by Belarus, about the criteria",
        "By what criteria? Not said by Belarus.",
    ),
    "something else is withheld": (
        "release 9 people\nwithhold, about the state of their health",
        "What is not said of the state of their health?",
    ),
    "one state media outlet confirms nothing": (
        """report Daily, 2025-12-13
        Telegraph (state-media): release 123 people, by Belarus
        report Weekly, 2025-12-13
        release 123 people, by Belarus""",
        "Who confirms 123 people? Only Telegraph gives this figure.",
    ),
    "three spellings are one question": (
        """release 10 people
        release Maria Kalesnikava & Maria Kolesnikova & Maryja Kalesnikava""",
        "Are Maria Kalesnikava, Maria Kolesnikova and Maryja Kalesnikava one person?",
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUESTIONS.values(), ids=QUESTIONS)
def test_questions(text: str, expected: str) -> None:
    account = account_told(text)
    assert expected in account.questions, account.questions


def test_no_question_is_asked_twice_and_none_repeats_a_long_passage() -> None:
    long = "the criteria by which " + "somebody chose somebody " * 20
    account = account_told(
        f"""release 10 people
        release Maria Kalesnikava & Maria Kolesnikova & Maryja Kalesnikava
        withhold, by Belarus, about {long}
        withhold, by Belarus, about {long}"""
    )
    assert len(account.questions) == len(set(account.questions)) == 3
    assert all(len(question) < 100 for question in account.questions)


def test_everybody_named_leaves_no_question_of_names() -> None:
    assert account_told("release 2 people\nrelease Ana Example & Ida Sample").questions == ()
