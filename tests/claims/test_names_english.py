"""Stories of people named, one by one and in lists, with names of many cultures; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "roles before names of a list": (
        "Among those freed were the editor, Adaeze Nwachukwu, her deputy, Tunde "
        "Bakare-Obi, and two photographers.",
        ["release reported Adaeze Nwachukwu", "release reported Tunde Bakare-Obi"],
    ),
    "Burmese names, and one that is a single word": (
        "Those freed are: U Kyaw Htet, Daw Mya Nandar, Ko Zin Maung and Suharto.",
        [
            "release reported Kyaw Htet",
            "release reported Mya Nandar",
            "release reported Ko Zin Maung",
            "release reported Suharto",
        ],
    ),
    "an age is no count; a wife after a role": (
        "Police arrested the 34-year-old blogger Juan Carlos Herrera Quispe and his "
        "wife, Rosa Mamani Flores.",
        [
            "arrest reported Juan Carlos Herrera Quispe by Police",
            "arrest reported Rosa Mamani Flores by Police",
        ],
    ),
    "an age and a role after the name": (
        "Farid al-Hashimi, 52, a Bahraini surgeon, was sentenced to ten years.",
        ["sentence reported Farid al-Hashimi"],
    ),
    "particles of an Arabic name": (
        "The lawyer Salma bint Rashid al-Balushi was detained at the airport in Muscat on Sunday.",
        ["arrest reported Salma bint Rashid al-Balushi in the airport in Muscat"],
    ),
    "a Chinese couple": (
        "Wang Xiaolan and her husband Liu Jianguo were arrested in Chengdu.",
        ["arrest reported Wang Xiaolan in Chengdu", "arrest reported Liu Jianguo in Chengdu"],
    ),
    "a counterpart by name": (
        "Prime minister Leila Haddad met her Bahraini counterpart, Dr Yusuf al-Mannai, in Geneva.",
        ["meet reported Leila Haddad, Yusuf al-Mannai in Geneva"],
    ),
    "a name in capitals": (
        "MARIA PETROVA was arrested on 3 March.",
        ["arrest reported MARIA PETROVA"],
    ),
    "West African names": (
        "Ibrahim Diallo, Aminata Traoré and Fanta Keïta were released on Thursday.",
        [
            "release reported Ibrahim Diallo",
            "release reported Aminata Traoré",
            "release reported Fanta Keïta",
        ],
    ),
    "a monk of one name": (
        "A court jailed Wirathu, a monk, for two years.",
        ["sentence reported Wirathu"],
    ),
    "a student of one name": (
        "Dewi, a student from Bandung, was arrested.",
        ["arrest reported Dewi"],
    ),
    "roles owned by the name before": (
        "The opposition politician Abdoulaye Sow, his lawyer Mariam Ba and a driver, "
        "Ousmane, were arrested.",
        ["arrest reported Abdoulaye Sow", "arrest reported Mariam Ba", "arrest reported Ousmane"],
    ),
    "initials": (
        "J. P. Okello and A. B. Atim were charged with treason.",
        ["charge reported J. P. Okello for treason", "charge reported A. B. Atim for treason"],
    ),
    "a courtesy is no name": (
        "Mr. Okello was released on Friday.",
        ["release reported Okello"],
    ),
    "a rank is no name": (
        "Former minister Gen. Carlos Alberto de la Torre Ruiz was pardoned.",
        ["pardon reported Carlos Alberto de la Torre Ruiz"],
    ),
    "a laureate": (
        "The Nobel laureate Tesfaye Bekele has been held since 2021.",
        ["hold reported Tesfaye Bekele"],
    ),
    "a list between dashes": (
        "Two journalists - Elif Demir and Ozan Kaya - were detained in Ankara.",
        ["arrest reported Elif Demir in Ankara", "arrest reported Ozan Kaya in Ankara"],
    ),
    "a list beside a number": (
        "The three, Elif Demir, Ozan Kaya and Deniz Ak, were freed.",
        ["release reported Elif Demir", "release reported Ozan Kaya", "release reported Deniz Ak"],
    ),
    "a list in brackets": (
        "Three men (Elif Demir, Ozan Kaya and Deniz Ak) were freed.",
        ["release reported Elif Demir", "release reported Ozan Kaya", "release reported Deniz Ak"],
    ),
    "peoples are no persons": (
        "The authorities received 114 civilians, Belarusians as well as Ukrainians.",
        ["release reported [114,114]"],
    ),
    "a list after a colon": (
        "Five people left detention last night: the former deputy Josué Arteaga, his "
        "assistants Mariela Pinto and Eudis Camejo, the reporter Efrén Carvallo and a"
        " driver.",
        [
            "release reported [5,5]",
            "release reported Josué Arteaga part",
            "release reported Mariela Pinto part",
            "release reported Eudis Camejo part",
            "release reported Efrén Carvallo part",
        ],
    ),
    "a Korean missionary": (
        "Lee Min-ho, a South Korean missionary, was deported to Seoul.",
        ["exile reported Lee Min-ho in Seoul"],
    ),
    "a Korean name without hyphen": (
        "Kim Chol Su was sentenced to 15 years of hard labour for espionage.",
        ["sentence reported Kim Chol Su for espionage"],
    ),
    "a second name": (
        "Le Van Dung, better known as Le Dung Vova, was sentenced to five years.",
        ["sentence reported Le Van Dung"],
    ),
    "clergy": (
        "Father Anselm Roux and Sister Marie Odile were freed on Tuesday.",
        ["release reported Anselm Roux", "release reported Marie Odile"],
    ),
    "a nisba that the tagger takes for an adjective": (
        "Mohammed bin Salem al-Kindi, known as Abu Salem, was arrested at his home in Sohar.",
        ["arrest reported Mohammed bin Salem al-Kindi in his home in Sohar"],
    ),
    "an editor of something": (
        "Zaw Min Oo, editor of the Example Herald, was given a three-year sentence.",
        ["sentence reported Zaw Min Oo"],
    ),
    "sons named after their father": (
        "Officers arrested Sheikh Omar Farouk Said, the imam of the mosque, and his "
        "sons Ali and Hassan.",
        [
            "arrest reported Omar Farouk Said by Officers",
            "arrest reported Ali by Officers",
            "arrest reported Hassan by Officers",
        ],
    ),
    "a husband told by his wife": (
        "Ana Sol's husband, Pavel Zorin, was arrested in 2019.",
        ["arrest reported Pavel Zorin"],
    ),
    "a wife told by her husband": (
        "The wife of Pavel Zorin, Ana Sol, was arrested.",
        ["arrest reported Ana Sol"],
    ),
    "terms apiece": (
        "The court sentenced Ana Sol and Pavel Zorin to six and eight years respectively.",
        ["sentence reported Ana Sol by court", "sentence reported Pavel Zorin by court"],
    ),
    "a release as a noun with a list and a count": (
        "The release of Ana Sol, Pavel Zorin and four others was announced by Norland.",
        ["release announced Ana Sol", "release announced Pavel Zorin", "release announced [4,4]"],
    ),
    "names and a count of others": (
        "Gurbanguly Saparov, Oguljan Meredova, Serdar Annayev and 12 other prisoners "
        "were pardoned.",
        [
            "pardon reported Gurbanguly Saparov",
            "pardon reported Oguljan Meredova",
            "pardon reported Serdar Annayev",
            "pardon reported [12,12]",
        ],
    ),
    "a demand for two": (
        "Rights groups called for the release of Bakhtiyar Yusupov and Dilnoza Karimova.",
        [
            "demand-release demanded Bakhtiyar Yusupov > Rights groups",
            "demand-release demanded Dilnoza Karimova > Rights groups",
        ],
    ),
    "a list with a last comma": (
        "Ana Sol, Pavel Zorin, and Ihar Malin remain in prison.",
        ["hold reported Ana Sol", "hold reported Pavel Zorin", "hold reported Ihar Malin"],
    ),
    "names of a described group": (
        "The journalists, Ana Sol and Pavel Zorin, were freed.",
        ["release reported Ana Sol", "release reported Pavel Zorin"],
    ),
    "a brother of the same name": (
        "Police released activist Ana Sol but arrested her brother Ihar Sol.",
        ["release reported Ana Sol by Police", "arrest reported Ihar Sol by Police"],
    ),
    "a prize is nobody": (
        "Among those freed are Ana Sol, an opposition leader, and Pavel Zorin, an "
        "Example Peace Prize recipient.",
        ["release reported Ana Sol", "release reported Pavel Zorin"],
    ),
    "who speaks is not freed": (
        "Two men were freed, Ana Sol and Pavel Zorin said.",
        ["release reported [2,2] > Ana Sol > Pavel Zorin"],
    ),
    "who gives an account is not freed": (
        "According to the lawyer Pavel Zorin, Ana Sol was arrested.",
        ["arrest reported Ana Sol > Pavel Zorin"],
    ),
    "acquitted before being freed": (
        "Ana Sol, acquitted of all charges, was set free.",
        ["release reported Ana Sol"],
    ),
    "a lawyer is not her client": (
        "Police arrested Pavel Zorin and Ana Sol's lawyer.",
        ["arrest reported Pavel Zorin by Police", "arrest reported Ana Sol's lawyer by Police"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
