"""Which words an English sentence must hold before any rule of this analyser reads a claim in it.

Each clue stands for the finders of `acts.find_frames` named beside it, and asks for less than they
do: for their words in any form, and of their grammar only which words go together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from habeas.claims.english.acts.concessions import (
    AID,
    CURRENCIES,
    GIVING,
    LETTING,
    MISSIONS,
    NOUNS_OF_OPENING,
    OPENING,
    PROMISING,
    RESTORING,
    VISITORS,
)
from habeas.claims.english.acts.disclosure import EVADING
from habeas.claims.english.acts.seizures import FORCING, HOMES, SEIZING_VERBS, WAGONS
from habeas.claims.english.acts.terms import COURTS, TERM_VERBS
from habeas.claims.english.acts.turns_of_phrase import turns_of_phrase
from habeas.claims.english.acts.wishes import WISHING_VERBS
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.inflection import surface_forms
from habeas.claims.english.people.people import OFFICES
from habeas.claims.english.promises.promises import FREEDOM, OFFERING_VERBS
from habeas.claims.english.promises.ways_out import AT, way_out_verbs
from habeas.claims.screening import COLON, NUMBER, Clue, Screen
from habeas.model.claims import Act, Stance

_BE = word_list("claims", "screen.be")
_NEGATIONS = frozenset("not no never nobody none cannot nor neither".split()) | {
    f"{verb}n t" for verb in "is are was were do does did has have had wo would ca could".split()
}
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million dozen dozens score scores".split()
) | {NUMBER}

_EVERYDAY = frozenset({"call", "visit", "dinner", "lunch", "breakfast", "view", "exchange"})
"""Words of meetings that mean much else where nobody in office stands beside them."""
_PARTICLES = frozenset({"out", "away", "up", "free", "go"})

# Characters between the beginnings of words that the grammar joins; wide, since a name or
# an aside may stand between them.
_BESIDE = 15
_LABEL = 40
_PHRASE = 60
_CLAUSE = 120


@cache
def english_screen() -> Screen:
    """The screen for English texts; made once."""
    return Screen(tuple(english_clues()), charset="latin-1")


def english_clues() -> Iterator[Clue]:
    """All clues of English; together they ask for no more than its rules do."""
    yield from _acts()
    yield from _phrases()
    yield from _wishes()
    yield from _remands()
    yield from _seizures()
    yield from _penalties()
    yield from _meetings()
    yield from _states()
    yield from _ways_out()
    yield from _sanctions()
    yield from _concessions()
    yield from _untold()
    yield from _going_on()
    yield from _turns_of_phrase()
    yield from _idioms()


def _idioms() -> Iterator[Clue]:
    """`find_turn_of_phrase`: the verb, and what it needs besides a particle if anything."""
    for verb, turns in sorted(turns_of_phrase().items()):
        for turn in turns:
            needs = [n for n in turn.needs if not n.is_missing]
            needs = [n for n in needs if n.places != ("particle",)] or needs
            told = tuple(surface_forms({w.split()[-1] for w in need.words}) for need in needs)
            yield Clue(all_of=(surface_forms({verb}), *told), reach=_CLAUSE)


def _acts() -> Iterator[Clue]:
    """`_verb`, `_noun`, `_freed_count`, `find_fate`; captives, of `find_figure`."""
    words = english().words
    apart = _told_with_others()
    alone = set(words["captives"])
    for act, named in english().acts.items():
        if act not in apart:
            alone |= named.verbs | named.adjectives | named.nouns
            alone |= {f"{verb}d" if verb.endswith("e") else f"{verb}ed" for verb in named.verbs}
    detained = surface_forms(words["detention"] | words["holding"])
    beside = {"round": frozenset({"up"}), "keep": detained, "freedom": frozenset({"for"})}
    yield Clue(all_of=(surface_forms(alone - beside.keys()),))
    for verb, needed in beside.items():
        yield Clue(all_of=(surface_forms({verb}), needed), reach=_PHRASE)
    for act, needed in apart.items():
        named = english().acts[act]
        if needed:
            yield Clue(all_of=(surface_forms(named.verbs | named.nouns), needed), reach=_CLAUSE)
    yield Clue(all_of=(surface_forms({"accuse"}), surface_forms(words["accusers"])), reach=_CLAUSE)
    yield Clue(all_of=(surface_forms({"extradite", "extradition"}),))
    yield Clue(all_of=(surface_forms(OFFERING_VERBS), FREEDOM), reach=_CLAUSE)
    taken = surface_forms(words["abducting"])
    yield Clue(all_of=(taken, surface_forms(words["arresting"])), reach=_CLAUSE)


def _told_with_others() -> dict[Act, frozenset[str]]:
    """Acts that their words name only beside others; none where a function below says which."""
    words = english().words
    contested = surface_forms(words["contested"])
    inside = surface_forms(words["detention"])
    return {
        Act.MEET: frozenset(),
        Act.EASE_SANCTIONS: frozenset(),
        Act.IMPOSE_SANCTIONS: frozenset(),
        Act.TRANSFER: inside | surface_forms(words["facilities"]) | {"of", "s"},
        Act.EXCHANGE: frozenset({"for"}),
        Act.DIE: inside,
        Act.CRITICISE: contested,
        Act.WELCOME: contested,
    }


def _phrases() -> Iterator[Clue]:
    """`find_phrase`."""
    verbs: defaultdict[str, set[str]] = defaultdict(set)
    for act, named in english().acts.items():
        if act is not Act.MEET:
            for verb, word in named.phrases:
                verbs[word].add(verb)
    for word, beside in sorted(verbs.items()):
        reach = _LABEL if word in _PARTICLES else _PHRASE
        forms = surface_forms(beside) | (_BE if "be" in beside else frozenset())
        yield Clue(all_of=(surface_forms({word}), forms), reach=reach)


def _wishes() -> Iterator[Clue]:
    """`find_wish`."""
    out = frozenset({"home", "out", "back", "free", "go"})
    yield Clue(all_of=(surface_forms(WISHING_VERBS), out), reach=_PHRASE)


def _seizures() -> Iterator[Clue]:
    """`find_seizure`."""
    arresting = surface_forms(english().words["arresting"])
    taking = surface_forms(SEIZING_VERBS)
    yield Clue(all_of=(surface_forms(WAGONS), surface_forms(FORCING)), reach=_PHRASE)
    yield Clue(all_of=(frozenset({"questioning", "interrogation"}), taking), reach=_PHRASE)
    yield Clue(all_of=(surface_forms(HOMES), taking, arresting | {"men"}), reach=_CLAUSE)
    swept = surface_forms({"sweep", "scoop", "hoover", "haul", "pull"})
    yield Clue(all_of=(swept, frozenset({"up", "in"})), reach=_LABEL)
    yield Clue(all_of=(surface_forms({"net"}), _NUMBERS), reach=_BESIDE)
    came = surface_forms({"come"})
    yield Clue(all_of=(came, frozenset({"for"}), arresting | {"they"}), reach=_LABEL)
    given = surface_forms({"turn", "hand", "give", "surrender"})
    self = frozenset({"himself", "herself", "themselves"})
    yield Clue(all_of=(given, self), reach=_LABEL)
    yield Clue(all_of=(surface_forms({"surrender"}), arresting | {"authorities"}), reach=_LABEL)


def _penalties() -> Iterator[Clue]:
    """`find_term`."""
    terms = surface_forms({"year", "month", "sentence", "term", "verdict"}) | {"life"}
    inside = surface_forms(english().words["detention"])
    away = inside | {"down", "away", "up"}
    putting = surface_forms({"send", "put", "lock", "go", "dispatch"})
    yield Clue(all_of=(terms, putting, away | {"sentence", "term"}), reach=_CLAUSE)
    yield Clue(all_of=(inside, putting, surface_forms(COURTS)), reach=_CLAUSE)
    passing = surface_forms({"impose", "pass", "return", "deliver", "pronounce", "draw"})
    yield Clue(all_of=(terms, passing), reach=_PHRASE)
    yield Clue(all_of=(surface_forms({"condemn"}), terms | inside | {"death"}), reach=_PHRASE)
    yield Clue(all_of=(surface_forms({"year", "month"}), frozenset({COLON})), reach=_LABEL)


def _remands() -> Iterator[Clue]:
    """`find_remand`."""
    refused = surface_forms({"deny", "refuse"})
    yield Clue(all_of=(frozenset({"bail"}), refused), reach=_PHRASE)
    inside = surface_forms(english().words["detention"]) | {"remand"}
    sent = surface_forms({"send", "commit", "remand", "order", "take", "lead"})
    yield Clue(all_of=(inside, sent, frozenset({"to", "into"})), reach=_CLAUSE)
    yield Clue(all_of=(frozenset({"incommunicado"}),))
    longer = surface_forms({"extend", "prolong", "renew", "confine"})
    yield Clue(all_of=(longer, surface_forms({"custody"}) | {"home"}), reach=_LABEL)
    opened = surface_forms({"open"})
    doors = surface_forms({"gate", "door", "cell"})
    yield Clue(all_of=(opened, doors, frozenset({"for", "to"})), reach=_LABEL)
    courts = surface_forms(COURTS | {"defendant", "accused", "suspect", "applicant"})
    yield Clue(all_of=(surface_forms({"discharge"}), courts), reach=_PHRASE)
    yield Clue(all_of=(frozenset({"death"}), frozenset({"row"})), reach=_BESIDE)


def _turns_of_phrase() -> Iterator[Clue]:
    """More of `find_seizure` and `find_term`, and `find_whereabouts`."""
    words = english().words
    takers = surface_forms(words["arresting"] | {"gunman", "man", "people", "service"})
    taking = surface_forms(SEIZING_VERBS)
    yield Clue(all_of=(taking, takers), reach=_CLAUSE)
    yield Clue(all_of=(taking, frozenset({"from", "off", "into", "away", "out"})), reach=_PHRASE)
    lengths = surface_forms({"year", "month", "life", "death"})
    yield Clue(all_of=(surface_forms(TERM_VERBS), lengths), reach=_CLAUSE)
    yield Clue(all_of=(lengths, frozenset({"for"}), _NUMBERS), reach=_LABEL)
    yield Clue(all_of=(lengths, frozenset({COLON}), _NUMBERS), reach=_LABEL)
    yield Clue(all_of=(lengths, surface_forms(words["detention"])), reach=_BESIDE)
    refused = surface_forms({"refuse", "reject", "deny", "dismiss", "turn", "let"})
    yield Clue(all_of=(frozenset({"bail"}), refused), reach=_CLAUSE)
    served = surface_forms({"serve", "do", "spend", "pass", "confine"})
    inside = surface_forms(words["detention"] | {"remand", "home", "house", "flat", "year"})
    yield Clue(all_of=(served, inside), reach=_CLAUSE)
    yield Clue(
        all_of=(surface_forms({"term", "sentence"}), surface_forms({"end", "expire", "run"})),
        reach=_LABEL,
    )
    yield Clue(all_of=(frozenset({"free"}), surface_forms({"man", "woman"})), reach=_BESIDE)
    kept = surface_forms({"find", "have"})
    yield Clue(all_of=(surface_forms(words["detention"]), kept), reach=_CLAUSE)


def _meetings() -> Iterator[Clue]:
    """`find_meeting`; a meeting held needs its other side, after "with" or beside it."""
    named, words = english().acts[Act.MEET], english().words
    yield Clue(all_of=(surface_forms(named.verbs | {"receive"}),))
    sides = frozenset({"with", "between"})
    told = named.nouns - _EVERYDAY
    yield Clue(all_of=(surface_forms(told), sides), reach=_PHRASE)
    conferring = words["conferring"] - {"speak", "talk", "sit"}
    yield Clue(all_of=(surface_forms(conferring),))
    offices = surface_forms(OFFICES)
    others = words["conferring"] | words["hosting"] | _EVERYDAY | {"come", "shake"}
    yield Clue(all_of=(surface_forms(others), offices), reach=_PHRASE)
    held = surface_forms({verb for verb, _ in named.phrases} | words["going_to_talk"])
    yield Clue(all_of=(surface_forms(told), held, frozenset({"and", "by", "for"})), reach=_PHRASE)
    inside = surface_forms(words["detention"] | {"allow", "permit"})
    yield Clue(all_of=(surface_forms(words["visiting"]), inside), reach=_PHRASE)
    yield Clue(all_of=(frozenset({"face"}), frozenset({"with"})), reach=_BESIDE)
    called = frozenset({"phone", "telephone", "video", "exchange", "exchanged"})
    yield Clue(all_of=(frozenset({"call", "calls", "views"}), called, sides), reach=_LABEL)
    yield Clue(all_of=(frozenset({"hands"}), surface_forms({"shake"})), reach=_BESIDE)


def _states() -> Iterator[Clue]:
    """`find_confinement`, `find_conveyance`, `find_listing`, `_has_held`."""
    words = english().words
    staying = surface_forms(words["remaining"] | {"spend", "pass"}) | _BE
    detained = surface_forms(words["detention"])
    staying |= surface_forms(words["putting"] | {"have"})
    yield Clue(all_of=(detained, words["confining"], staying), reach=_CLAUSE)
    told = surface_forms({"speak", "put", "say"})
    yield Clue(all_of=(detained, told, _NUMBERS), reach=_CLAUSE)
    yield Clue(
        all_of=(surface_forms(words["holding"]), frozenset({"at", "in"}), staying), reach=_LABEL
    )
    yield Clue(all_of=(frozenset({"inside"}), staying), reach=_LABEL)
    yield Clue(all_of=(surface_forms({"remand"}),))
    yield Clue(all_of=(detained, words["confining"], frozenset({COLON})), reach=_LABEL)
    yield Clue(all_of=(frozenset({"out", "free"}), _BE), reach=_BESIDE)
    yield Clue(all_of=(frozenset({"inside", "out", "still"}), frozenset({COLON})), reach=_LABEL)
    yield Clue(all_of=(surface_forms(words["conveying"]), _NUMBERS), reach=_PHRASE)


def _ways_out() -> Iterator[Clue]:
    """`find_homecoming`, `find_way_out`; what goes on from people told before is in `_going_on`."""
    words = english().words
    leaving = words["leaving"] | words["permitting"] | words["reuniting"] | words["homecoming"]
    inside = surface_forms(words["detention"] | words["stations"])
    yield Clue(all_of=(inside, surface_forms(leaving - {"be"})), reach=_CLAUSE)
    yield Clue(all_of=(inside, frozenset({"home"}), _BE), reach=_CLAUSE)
    yield Clue(all_of=(frozenset({"liberty"}), _BE), reach=_LABEL)
    yield Clue(all_of=(AT, surface_forms(way_out_verbs())), reach=_LABEL, goes_on=True)


def _sanctions() -> Iterator[Clue]:
    """`find_easing`, `find_imposing`."""
    words = english().words
    yield Clue(all_of=(surface_forms(words["sanctions"] | words["delisting"] | {"blacklist"}),))
    changing = words["off_a_list"] | {"add", "put", "place"}
    for act in (Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS):
        changing |= english().acts[act].verbs | english().acts[act].nouns
    restrictions = surface_forms(words["restrictions"])
    yield Clue(all_of=(restrictions, surface_forms(changing)), reach=_CLAUSE)
    yield Clue(all_of=(restrictions, surface_forms(words["lapsing"])), reach=_CLAUSE)
    yield Clue(
        all_of=(surface_forms(words["licences"]), surface_forms(words["licensing"])), reach=_PHRASE
    )
    given_back = surface_forms(words["restoring"] | words["restorations"])
    yield Clue(
        all_of=(given_back, surface_forms(words["privileges"] | words["benefits"])), reach=_CLAUSE
    )
    off = surface_forms(words["off_a_list"])
    yield Clue(all_of=(off | {"removal"}, frozenset({"list"})), reach=_CLAUSE)
    onto = surface_forms({"add", "put", "place", "return", "restore"})
    yield Clue(all_of=(onto, frozenset({"list"}), surface_forms(words["listed"])), reach=_CLAUSE)
    allowing = surface_forms(words["allowing"])
    back = frozenset({"again", "back"})
    yield Clue(all_of=(allowing, surface_forms(words["trading"]), back), reach=_CLAUSE)
    ending = surface_forms({"come", "fall", "go", "drop", "stay", "remain"}) | _BE
    yield Clue(all_of=(restrictions, surface_forms(words["restricted"]), ending), reach=_CLAUSE)
    freezing = surface_forms(words["unfreezing"] | {"freeze"})
    yield Clue(all_of=(freezing, surface_forms(words["frozen"])), reach=_PHRASE)


def _concessions() -> Iterator[Clue]:
    """`find_concession`."""
    opened = surface_forms(OPENING | RESTORING | NOUNS_OF_OPENING)
    missions = surface_forms(MISSIONS) | {"diplomatic"}
    yield Clue(all_of=(opened, missions), reach=_CLAUSE)
    money = surface_forms(AID | CURRENCIES) | {"million", "billion", "trillion"}
    yield Clue(all_of=(surface_forms(GIVING | PROMISING), money), reach=_CLAUSE)
    visitors = surface_forms(VISITORS) | {"cross", "un", "nations", "osce"}
    letting = surface_forms(LETTING) | {"access"}
    yield Clue(all_of=(letting, visitors), reach=_CLAUSE)
    promised = {w for w, stance in english().governing.items() if stance is Stance.PROMISED}
    yield Clue(all_of=(frozenset({"visit"}), surface_forms(promised)), reach=_LABEL)


def _untold() -> Iterator[Clue]:
    """`find_withholding`."""
    words = english().words
    denied = _NEGATIONS | surface_forms(words["refusing"]) | {"without", "yet"}
    information = words["information"] | {"text"}
    untold = surface_forms(information) | words["asking"] | {"if"}
    # One word must not serve as both, as in "no name was on the list".
    both = words["telling"] & information | {"identify"}
    yield Clue(all_of=(denied, surface_forms(words["telling"] - both), untold), reach=_PHRASE)
    people = words["asking"] | {"them", "him", "her", "any", "that"}
    untold_too = surface_forms(information - both) | people
    yield Clue(all_of=(denied, surface_forms(both), untold_too), reach=_PHRASE)
    yield Clue(all_of=(frozenset({"identified", "named"}), _NEGATIONS, _BE), reach=_LABEL)
    yield Clue(all_of=(surface_forms(words["discussing"]), denied), reach=_LABEL)
    answered = surface_forms({"answer", "respond", "reply"})
    yield Clue(all_of=(answered, denied, untold), reach=_PHRASE)
    hidden = surface_forms({"withhold", "conceal", "hide"})
    yield Clue(all_of=(hidden, untold), reach=_PHRASE)
    silent = (english().words["silent"] - {"quiet", "mum"}) | {"lipped"}
    yield Clue(all_of=(silent, frozenset({"on", "about", "over"})), reach=_LABEL)
    yield Clue(
        all_of=(frozenset({"nothing"}), surface_forms({"say", "tell", "disclose"})), reach=_LABEL
    )
    secret = frozenset(
        {"secret", "confidential", "classified", "sealed", "undisclosed", "dark", "quiet"}
    )
    yield Clue(all_of=(secret, surface_forms(information)), reach=_PHRASE)
    sight = frozenset({"access", "copy", "copies"})
    yield Clue(all_of=(sight, surface_forms({"deny", "refuse"}), untold), reach=_PHRASE)
    asked = surface_forms({"answer", "respond", "reply", *EVADING})
    yield Clue(all_of=(asked, untold, surface_forms({"question", "request", "ask"})), reach=_PHRASE)
    over = frozenset({"longer", "stopped", "ceased", "going"})
    yield Clue(all_of=(over, surface_forms(words["telling"]), untold | people), reach=_PHRASE)
    named = surface_forms({"name", "identify"})
    yield Clue(all_of=(denied, named, surface_forms(words["captives"]) | {"those"}), reach=_PHRASE)
    yield Clue(all_of=(frozenset({"publication"}), _NEGATIONS), reach=_LABEL)
    published = _BE | surface_forms({"make"})
    yield Clue(all_of=(frozenset({"public"}), _NEGATIONS, published), reach=_LABEL)


def _going_on() -> Iterator[Clue]:
    """`find_membership`, `find_figure`, `find_members`, `find_parallels`: what only goes on from
    people told before."""
    echoing = _BE | surface_forms({"do", "have"})
    yield Clue(all_of=(frozenset({"so", "as"}), echoing), reach=_BESIDE, goes_on=True)
    others = frozenset("others rest first second third last another names name".split())
    yield Clue(all_of=(others, _BE | {COLON}), reach=_LABEL, goes_on=True)
    words = english().words
    including = surface_forms(words["including"])
    groups = surface_forms(words["collective"])
    yield Clue(all_of=(groups, including), reach=_PHRASE)
    some = frozenset("one part some among amongst".split())
    yield Clue(all_of=(groups, some, _BE), reach=_PHRASE)
    yield Clue(all_of=(frozenset({"among", "amongst"}),), goes_on=True)
    back = frozenset("them these those they whom".split()) | _NUMBERS
    yield Clue(all_of=(back, _BE | including), reach=_LABEL, goes_on=True)
    yield Clue(all_of=(frozenset({"home", "there", "where"}),), goes_on=True)
    gone = words["permitting"] | words["reuniting"] | words["homecoming"] | words["leaving"]
    yield Clue(
        all_of=(surface_forms(gone), frozenset({"out", "leave"})), reach=_LABEL, goes_on=True
    )
    family = surface_forms({"family", "wife", "husband", "parent", "mother", "father", "child"})
    yield Clue(all_of=(surface_forms(words["reuniting"]), family), reach=_PHRASE, goes_on=True)
    figures = surface_forms({"number", "figure", "total", "tally", "count", "estimate", "make"})
    yield Clue(all_of=(figures, _NUMBERS), reach=_PHRASE, goes_on=True)
    yield Clue(all_of=(surface_forms({"nationality", "citizenship", "passport"}),), goes_on=True)
    telling = surface_forms({*english().speech, "speak", "put", "give", "set", "place"})
    yield Clue(all_of=(telling, _NUMBERS), reach=_PHRASE, goes_on=True)
