"""Stories of acts told by custom, circumstance or member of a group; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "bail denied": (
        "Two of her colleagues were denied bail on Friday.",
        ["hold reported [2,2]"],
    ),
    "bail denied, by whom": (
        "The court denied Ana Sol bail.",
        ["hold reported Ana Sol by court"],
    ),
    "sent to jail": (
        "Pavel Zorin was sent to jail pending trial.",
        ["hold reported Pavel Zorin"],
    ),
    "sent to custody by days": (
        "Ana Sol was sent to 14-day judicial custody.",
        ["hold reported Ana Sol"],
    ),
    "ordered back": (
        "A judge ordered Ihar Malin back to jail on Monday.",
        ["hold reported Ihar Malin by judge"],
    ),
    "held out of reach, told after an arrest": (
        "Ana Sol and Ihar Malin were arrested on 3 August and held incommunicado for weeks.",
        [
            "arrest reported Ana Sol",
            "arrest reported Ihar Malin",
            "hold reported Ana Sol",
            "hold reported Ihar Malin",
        ],
    ),
    "on death row": (
        "Pavel Zorin is still on death row.",
        ["hold reported Pavel Zorin"],
    ),
    "taken by agents of a state": (
        "Ana Sol was abducted by security agents on 3 May.",
        ["arrest reported Ana Sol by security agents"],
    ),
    "no arrest: taken by bandits": (
        "Ana Sol was kidnapped by bandits.",
        [],
    ),
    "imprisoned on a day": (
        "Ana Sol was imprisoned on 3 May 2021.",
        ["arrest reported Ana Sol"],
    ),
    "jailed for a term, on a day": (
        "Ana Sol was jailed for six years in 2021.",
        ["sentence reported Ana Sol"],
    ),
    "a release in the calendar": (
        "Pavel Zorin is scheduled for release on Friday.",
        ["release expected Pavel Zorin"],
    ),
    "a pardon that many benefit from": (
        "At least 40 inmates have benefited from pardons.",
        ["pardon reported [40,]"],
    ),
    "two verbs of one object": (
        "The government released and banished the writer Ana Sol.",
        [
            "release reported Ana Sol by government",
            "exile reported Ana Sol by government",
        ],
    ),
    "ruled is not asked for": (
        "A court ruled that the seven reporters should be freed.",
        ["release announced [7,7]"],
    ),
    "denied is not done": (
        "Police have denied holding Ana Sol.",
        ["hold denied Ana Sol by Police"],
    ),
    "what must stop tells of nobody": (
        "The ministry should stop arresting reporters.",
        [],
    ),
    "what an act would be tells of nobody": (
        "Arresting people for their opinions is a crime, she said.",
        [],
    ),
    "a release to be ensured": (
        "We call on the ministry to ensure the release of Ana Sol.",
        ["demand-release demanded Ana Sol"],
    ),
    "they are those named before": (
        "Ana Sol and Ihar Malin stood at the gate. They were arrested on Friday.",
        ["arrest reported Ana Sol", "arrest reported Ihar Malin"],
    ),
    "they are those counted before, uncounted": (
        "Four teachers were arrested on Monday. They were released the next day.",
        ["arrest reported [4,4]", "release reported teachers"],
    ),
    "they are those last spoken of": (
        "Three reporters stood at the gate. Police arrested them.",
        ["arrest reported reporters by Police"],
    ),
    "told again, they tell nothing": (
        "Forty men were freed. They were released at noon.",
        ["release reported [40,40]"],
    ),
    "they who arrest are not they who are held": (
        "Officers came at dawn. They arrested Ana Sol.",
        ["arrest reported Ana Sol"],
    ),
    "no news: when they were taken": (
        "Five students were freed. Two were asleep when they were arrested.",
        ["release reported [5,5]"],
    ),
    "their release, demanded": (
        "Ana Sol and Ihar Malin were arrested. Example Front urged their release.",
        [
            "arrest reported Ana Sol",
            "arrest reported Ihar Malin",
            "demand-release demanded Ana Sol > Example Front",
            "demand-release demanded Ihar Malin > Example Front",
        ],
    ),
    "her release, demanded": (
        "Ana Sol was arrested on Friday. The union called for her immediate release.",
        ["arrest reported Ana Sol", "demand-release demanded Ana Sol > The union"],
    ),
    "her release, only pointed at": (
        "Ana Sol was freed. After her release she thanked the union.",
        ["release reported Ana Sol"],
    ),
    "a relative is somebody": (
        "She said that her husband had been freed on Sunday.",
        ["release reported her husband"],
    ),
    "what became of them later": (
        "Ana Sol was arrested with two colleagues who were later released.",
        ["arrest reported Ana Sol", "arrest reported [2,2]", "release reported [2,2]"],
    ),
    "told of somebody named, between": (
        "The blogger Ana Sol who was detained on Saturday was sent to jail.",
        ["arrest reported Ana Sol", "hold reported Ana Sol"],
    ),
    "no release: figures": (
        "The office released its figures for June.",
        [],
    ),
    "members by name": (
        "Two teachers were freed. The freed men were identified as Ihar Malin and Pavel Zorin.",
        [
            "release reported [2,2]",
            "release reported Ihar Malin",
            "release reported Pavel Zorin",
        ],
    ),
    "who they are, told apart": (
        "Police arrested two teachers on Friday. They were identified as Ihar Malin and "
        "Pavel Zorin.",
        [
            "arrest reported [2,2] by Police",
            "arrest reported Ihar Malin part",
            "arrest reported Pavel Zorin part",
        ],
    ),
    "included in a pardon": (
        "Also included in the amnesty was the poet Ana Sol.",
        ["pardon reported Ana Sol"],
    ),
    "included, of a list": (
        "Ana Sol is included in the list of those pardoned.",
        ["pardon reported Ana Sol"],
    ),
    "what a list includes is told by what it is of": (
        "Police arrested 40 people. The list includes the poet Ana Sol.",
        ["arrest reported [40,40] by Police", "arrest reported Ana Sol part"],
    ),
    "named as": (
        "The paper has named Ana Sol and Ihar Malin as those granted clemency.",
        ["pardon reported Ana Sol", "pardon reported Ihar Malin"],
    ),
    "the best known of a count": (
        "Some 400 activists remain in jail. Among the best known are Ana Sol and Ihar Malin.",
        ["hold reported ~400", "hold reported Ana Sol part", "hold reported Ihar Malin part"],
    ),
    "no member: a name alone": (
        "Forty men were freed. A boy named Ihar waited at the gate.",
        ["release reported [40,40]"],
    ),
    "to free, and no adjective": (
        "Example Front calls on the ministry to free journalist Ana Sol.",
        ["demand-release demanded Ana Sol > Example Front"],
    ),
    "freed, and no arrest": (
        "Police have released detained journalist Ana Sol on Friday.",
        ["release reported Ana Sol by Police"],
    ),
    "a habit is no news": (
        "Norland normally grants amnesty to prisoners on the holiday.",
        [],
    ),
    "who may be pardoned is not pardoned": (
        "Smugglers are ineligible to receive amnesty.",
        [],
    ),
    "they, named in two clauses": (
        "Ana Sol was jailed for six months, and Ihar Malin was jailed for two years. "
        "They were arrested in May.",
        [
            "sentence reported Ana Sol",
            "sentence reported Ihar Malin",
            "arrest reported Ana Sol",
            "arrest reported Ihar Malin",
        ],
    ),
    "out on bail": (
        "Ana Sol is out on bail.",
        ["release reported Ana Sol"],
    ),
    "not identified": (
        "The editor was not identified by police.",
        ["withhold reported by police of editor"],
    ),
    "nothing withheld: somebody who asked for it": (
        "An official who asked not to be identified spoke of the court.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
