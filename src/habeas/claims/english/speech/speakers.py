"""Who says so: the chain of voices above a clause, outermost first."""

from __future__ import annotations

from spacy.tokens import Token

from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    child,
    children,
    is_contrast,
    is_negated,
    is_passive,
    is_verb,
    phrase_head,
    prepositional_objects,
    subject,
)
from habeas.claims.english.parse.trees import neighbour, sentence_of
from habeas.claims.english.people.people import is_human, is_participant
from habeas.claims.english.speech.asides import find_asides
from habeas.claims.english.speech.speaker_names import described_name, is_a_state, speaker_name
from habeas.claims.english.speech.voice import (
    Voice,
    behind_source,
    cue_of,
    is_mere_record,
    is_speech,
    saying_voice,
    stance_of,
)
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Speaker, SpeakerKind, Stance

_COMPLEMENTS = ("ccomp", "xcomp", "pcomp", "advcl", "parataxis", "acl")
_SPEAKING_CONTROL = word_list("speech", "speakers.speaking_control")
_OWNING_UP = frozenset({"acknowledge", "admit", "confirm", "report", "describe", "recall"})
"""Verbs of saying whose -ing clause tells what their subject does ("admits holding nine")."""
_UNTOLD = SpeakerKind.UNKNOWN
_PRONOUNS = word_list("speech", "speakers.pronouns")


def find_voices(clause: Token) -> list[Voice]:
    """The voices that a clause is said by, innermost first; empty for the report itself."""
    voices: list[Voice] = []
    seen: set[int] = set()
    while clause.i not in seen:
        seen.add(clause.i)
        voices += find_asides(clause)
        above = clause.head
        if clause.dep_ == "ROOT":
            break
        voice = _complement_voice(clause, above)
        if voice is not None:
            voices += [*_cited(voice.verb), voice]
            voices += _carried(voice.head)
        if above.pos_ == "NOUN" and clause.dep_ in ("acl", "ccomp") and above.dep_ == "dobj":
            judged = nominal_voice(above.head)
            voices += [judged] if judged is not None else []
        voices += _quoted(clause) + _accusing(clause)
        if is_contrast(clause):
            break
        clause = above
    voices = voices or _opening(clause) or _closing(clause)
    return [v for i, v in enumerate(voices) if v.head.i not in {w.head.i for w in voices[:i]}]


def _opening(clause: Token) -> list[Voice]:
    """ "According to X, 40 are held, nine were freed and …": of every clause of the sentence."""
    first = sentence_of(clause)[0]
    if first.lower_ != "according":
        return []
    return find_asides(first.head) if is_verb(first.head) else []


def _closing(clause: Token) -> list[Voice]:
    """ "40 are held, nine were freed and three fled, according to X": of every clause too."""
    joined = [t for t in children(clause, "conj") if is_verb(t) and not is_contrast(t)]
    if not joined or clause.dep_ != "ROOT":
        return []
    last = [v for v in find_asides(joined[-1]) if v.verb.lower_ == "according"]
    closes = [v for v in last if v.verb.right_edge.i >= clause.sent.end - 3]
    return [v for v in closes if neighbour(v.verb, -1).text == ","]


def _is_apart(clause: Token, speech: Token) -> bool:
    """ "Nine were freed; the ministry said that 30 remain": it speaks of the second alone."""
    own = any(t.i > speech.i for t in children(speech, "ccomp"))
    return own and any(t.text == ";" for t in clause.doc[clause.i : speech.i])


def _complement_voice(clause: Token, above: Token) -> Voice | None:
    if clause.dep_ not in _COMPLEMENTS:
        return None
    if above.pos_ == "NOUN" and clause.dep_ in ("acl", "ccomp"):
        return _voicing(above)
    if not is_verb(above) or not is_speech(above):
        return None
    if clause.i < above.i and is_negated(above):
        return None  # "nine were arrested; the police have not said why"
    if _is_apart(clause, above):
        return None
    if _is_citing(clause):
        head = subject(above)
        return saying_voice(head, above) if head is not None else None
    if clause.dep_ == "xcomp" and above.lemma_ not in _SPEAKING_CONTROL:
        owns = clause.tag_ == "VBG" and above.lemma_ in _OWNING_UP
        if not owns:
            return None
    if clause.dep_ in ("advcl", "pcomp") and not _is_quotation(clause, above):
        return None
    if is_passive(above):
        return None
    head = _sayer(above)
    if head is None:
        return None
    return Voice(
        head=head,
        cue=cue_of(above),
        stance=stance_of(above),
        verb=above,
        is_denied=is_negated(above),
    )


def _sayer(verb: Token) -> Token | None:
    """Who says what stands under a verb: its subject, or the source its subject comes from.

    "said …, adding that" has the subject of the verb above; "reported, citing
    X, that" says what X says.
    """
    head = subject(verb)
    if head is None and verb.dep_ == "pcomp":
        return _quoted_person(verb)
    if head is None and _is_citing(verb):
        return child(verb, "dobj")
    if head is None and verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_verb(verb.head):
        head = subject(verb.head)
    if head is None:
        return None
    found = behind_source(head)
    return None if is_mere_record(found) else found


def _is_citing(verb: Token) -> bool:
    return verb.lemma_ in ("cite", "quote") and verb.dep_ == "advcl" and verb.tag_ == "VBG"


def _voicing(noun: Token) -> Voice | None:
    """ "expressed optimism that …", "the group's claim that …"."""
    stance = english().voicing_nouns.get(noun.lemma_.lower())
    if stance is None:
        return None
    owner = child(noun, "poss") or next(
        iter(prepositional_objects(noun, "by", "from", "on", "of")), None
    )
    if owner is not None:
        return Voice(head=owner, cue=noun.text, stance=stance, verb=noun)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in english().voicing_verbs:
        head = subject(verb)
        if head is not None:
            return Voice(head=head, cue=f"{verb.text} {noun.text}", stance=stance, verb=verb)
    return None


def _is_quotation(clause: Token, above: Token) -> bool:
    """A quoted clause that the parser hung under its verb of saying as an adverbial."""
    if child(clause, "mark") is not None:
        return False
    between = clause.doc[min(clause.i, above.i) : max(clause.i, above.i)]
    return any(t.is_quote for t in between) or child(clause, "nsubj", "nsubjpass") is not None


def _quoted(clause: Token) -> list[Voice]:
    """ "Belta quoted Coale as saying": the outer voice of a quoted one."""
    if clause.dep_ != "pcomp" or clause.head.lower_ != "as" or not is_verb(clause.head.head):
        return []
    verb = clause.head.head
    if verb.lemma_ not in ("quote", "cite", "describe", "report"):
        return []
    outer = subject(verb)
    if is_passive(verb):
        by = child(verb, "agent")
        outer = child(by, "pobj") if by is not None else None
    if outer is None:
        return []
    return [Voice(head=outer, cue=verb.text, stance=Stance.REPORTED, verb=verb)]


def _accusing(clause: Token) -> list[Voice]:
    """ "Rights groups accuse the army of detaining 40 villagers"."""
    of = clause.head
    if clause.dep_ != "pcomp" or of.lower_ != "of":
        return []
    verb = of.head if of.head.dep_ != "dobj" else of.head.head
    if verb.lemma_ != "accuse":
        return []
    by = child(verb, "agent")
    head = child(by, "pobj") if by is not None else None
    head = subject(verb) if not is_passive(verb) else head
    return [Voice(head=head, cue=verb.text, stance=Stance.REPORTED, verb=verb)] if head else []


def _carried(head: Token) -> list[Voice]:
    """ "Sol, quoted by the Herald, said …": who carries the words of a speaker."""
    found = []
    for clause in children(head, "acl"):
        by = child(clause, "agent")
        outer = child(by, "pobj") if by is not None else None
        if outer is not None and clause.lemma_ in ("quote", "cite", "report", "carry"):
            cue = f"{clause.text} by"
            found.append(Voice(head=outer, cue=cue, stance=Stance.REPORTED, verb=clause))
    return found


def _cited(verb: Token) -> list[Voice]:
    """ "State media said …, citing prosecutors": whose words a speaker passes on."""
    found = []
    who = child(verb, "nsubj")
    beside = children(who, "acl", "prep", "advcl") if who is not None else []
    for clause in [*children(verb, "advcl", "prep"), *beside]:
        cites = clause.lemma_ in ("cite", "quote") and clause.tag_ == "VBG"
        whom = child(clause, "dobj", "pobj") if cites else None
        if whom is None and clause.lower_ == "as" and verb.lemma_ in ("quote", "cite"):
            whom = child(verb, "dobj") if child(clause, "pcomp") is not None else None
        if whom is not None:
            whom = behind_source(whom)
            if _can_be_cited(whom):
                voice = Voice(
                    head=whom, cue=clause.text, stance=Stance.REPORTED, verb=clause, aside=clause
                )
                found.append(voice)
    return found


def _can_be_cited(whom: Token) -> bool:
    if whom.ent_type_ in ("PERSON", "ORG") or is_participant(whom):
        return True
    return speaker_kind(described_name(whom)) is not _UNTOLD


def _quoted_person(saying: Token) -> Token | None:
    verb = saying.head.head
    if saying.head.lower_ != "as":
        return subject(verb)  # "pardoned 70 prisoners after vowing to free them all"
    return subject(verb) if is_passive(verb) else child(verb, "dobj")


def demanding_voice(verb: Token) -> Voice | None:
    """The voice of who asks for an act, by the verb of asking."""
    head = _asker(verb)
    if head is None or is_passive(verb):
        return None
    preposition = next((t for t in verb.rights if t.dep_ == "prep" and t.lower_ == "for"), None)
    cue = f"{verb.text} {preposition.text}" if preposition is not None else verb.text
    return Voice(head=head, cue=cue, stance=Stance.DEMANDED, verb=verb)


def _asker(verb: Token) -> Token | None:
    """ "Families rallied, demanding the release of"; nobody for "a chance to call for"."""
    head = subject(verb)
    if head is None and verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_verb(verb.head):
        head = subject(verb.head)
        return head if head is not None and _can_ask(head) else None
    if verb.dep_ == "acl" and head is not None and head.dep_ == "dobj":
        sources = english().attribution["sources"]
        writes = head.lemma_.lower() in sources and is_verb(head.head)
        return subject(head.head) if writes else head  # "issued a statement calling for"
    if verb.dep_ == "acl" and verb.tag_ == "VB" and head is not None and not is_human(head):
        return None
    return head


def _can_ask(head: Token) -> bool:
    """True for people and for bodies with a name."""
    return is_human(head) or head.pos_ == "PROPN" or speaker_kind(head.text) is not _UNTOLD


def told_by(teller: Token, verb: Token) -> Voice:
    """The voice of who gives a figure by a verb of counting."""
    return Voice(head=behind_source(teller), cue=verb.text, stance=Stance.REPORTED, verb=verb)


def nominal_voice(governor: Token) -> Voice | None:
    """The voice of a verb of saying that governs a noun of an act ("announced the release")."""
    lemma = governor.lemma_.lower()
    if governor.lower_ in english().attribution["moved"]:
        return _moved(governor)
    stance = english().speech.get(lemma)
    if stance is None and lemma not in english().attribution["attitudes"]:
        return None
    head = subject(governor)
    if head is None or is_passive(governor) or is_mere_record(head):
        return None
    if governor.dep_ == "acl" and governor.tag_ == "VBN":
        return None  # "40 men considered prisoners"
    return Voice(
        head=behind_source(head),
        cue=cue_of(governor),
        stance=stance or Stance.REPORTED,
        verb=governor,
        is_denied=is_negated(governor),
    )


def _moved(feeling: Token) -> Voice | None:
    """ "The embassy is concerned by the sentencing of": who says how they take an act."""
    copula = feeling.head if feeling.dep_ in ("acomp", "oprd", "attr") else feeling
    if copula is feeling and not is_passive(feeling):
        return None  # "the arrest of Ana Sol shocked her family"
    head = subject(copula) if is_verb(copula) else None
    if head is None or head.lower_ in ("it", "that", "this"):
        return None
    return Voice(head=head, cue=feeling.text, stance=Stance.REPORTED, verb=feeling)


def read_speaker(voice: Voice, *, head: Token | None = None) -> Speaker:
    """The speaker a voice names: name as written, and kind from data.

    Args:
        voice: The voice.
        head: Stands for the speaker where a pronoun was resolved to it.
    """
    who = head if head is not None else voice.head
    named = speaker_name(who)
    whole = described_name(who)
    kind = speaker_kind(named, whole)
    if kind is SpeakerKind.UNKNOWN and is_a_state(named):
        kind = SpeakerKind.GOVERNMENT
    return Speaker(name=named, kind=kind, cue=voice.cue)


def is_pronoun(head: Token) -> bool:
    """True for a speaker given only by a pronoun, and not for "one of the lawyers"."""
    if head.text == "US":
        return False
    one_of = head.lower_ == "one" and bool(prepositional_objects(head, "of"))
    return head.lower_ in _PRONOUNS and not one_of


def is_background(noun: Token) -> bool:
    """True for "after the release of 52 people": told in passing, by the report itself."""
    _, preposition = governing_verb(noun)
    return preposition in ("after", "following", "before", "since", "during")


def governing_verb(noun: Token) -> tuple[Token, str]:
    """The verb that governs a noun, and the preposition between them ("" where none)."""
    top = phrase_head(noun)
    above = top.head
    while above.pos_ == "ADP" and above.dep_ == "conj" and above.head.pos_ == "ADP":
        above = above.head  # "called for an inquiry and for the release"
    if above.pos_ == "ADP" or above.dep_ in ("prep", "agent"):
        return above.head, above.lower_
    return above, ""
