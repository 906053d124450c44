"""How the speaker stands to the act: done, announced, promised, hoped for, denied."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from habeas.claims.english.acts.demands import (
    asking_word,
    asks_by_modal,
    find_demand,
    is_infinitive,
    is_subjunctive,
)
from habeas.claims.english.acts.disclosure import is_question
from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english, word_list
from habeas.claims.english.parse.grammar import (
    auxiliaries,
    child,
    children,
    is_negated,
    is_under,
    is_verb,
)
from habeas.claims.english.parse.trees import asks_a_question, sentence_of
from habeas.claims.english.promises.conditions import find_condition, is_conditional, is_within
from habeas.claims.english.promises.prospects import (
    is_headed_for,
    is_in_prospect,
    stance_by_construction,
)
from habeas.claims.english.promises.undoing import undoing_verb
from habeas.claims.english.speech.falsehoods import is_called_false
from habeas.claims.english.speech.speakers import governing_verb, is_background
from habeas.claims.english.speech.voice import Voice
from habeas.model.claims import CONCEDING, SANCTIONING, Act, Stance

_DECISIONS = frozenset({"decision", "ruling", "order", "verdict", "judgment", "court"})
_ALLOWING = frozenset("allow permit enable empower authorise authorize entitle".split())
_GRANTING = word_list("promises", "stances.granting")
_LAWS = word_list("promises", "stances.laws")
_AGAINST_PEOPLE = (Act.ARREST, Act.HOLD, Act.SENTENCE, Act.EXILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the grammar around a frame makes of it.

    Attributes:
        stance: The stance.
        demand: The verb that demands the act, or None.
        top: The highest verb that belongs to the clause ("is expected to be …").
    """

    stance: Stance
    demand: Token | None
    top: Token


def find_standing(frame: Frame, voices: list[Voice]) -> Standing:
    """The stance of a frame under its modals, governing verbs and voices."""
    top = _top_of(frame.clause)
    if (undone := undoing_verb(frame)) is not None:
        return Standing(stance=Stance.DENIED, demand=None, top=undone)
    decided = any(v.head.lemma_ in _DECISIONS for v in voices) and asks_by_modal(frame.clause)
    if frame.form is not Form.NOUN and (decided or _is_ruled(frame.clause)):
        return Standing(stance=Stance.ANNOUNCED, demand=None, top=top)
    demand = find_demand(frame)
    if demand is not None:
        return Standing(stance=Stance.DEMANDED, demand=demand, top=demand)
    if frame.act in _AGAINST_PEOPLE and asking_word(frame) is not None:
        return Standing(stance=Stance.DEMANDED, demand=None, top=top)
    own = _own_stance(frame)
    if frame.act is not Act.MEET and frame.act is not Act.WITHHOLD:
        own = _under_voices(own, frame, voices)
    if is_called_false(frame.clause):
        own = Stance.DENIED
    if frame.act is Act.WITHHOLD:
        own = Stance.ANNOUNCED if _will_withhold(frame) else Stance.REPORTED
    elif frame.act is Act.MEET and own is Stance.REPORTED and _is_appointed(frame.clause):
        own = Stance.ANNOUNCED
    return Standing(stance=own, demand=None, top=top)


def _is_ruled(clause: Token) -> bool:
    """ "the court ruled that they should be freed": decided by who can, and not asked for."""
    decided = clause.dep_ == "ccomp" and clause.head.lemma_ in english().words["ruling"]
    return decided and (asks_by_modal(clause) or is_subjunctive(clause))


def _will_withhold(frame: Frame) -> bool:
    """ "will not publish the names": what is going to stay unpublished, not a refusal to say."""
    ahead = any(t.lower_ in ("will", "shall") for t in auxiliaries(frame.clause))
    return ahead and frame.trigger.lemma_ in ("publish", "release", "disclose", "name", "make")


def _is_appointed(verb: Token) -> bool:
    """ "the chief meets party leaders at noon": a present that tells of a day to come."""
    present = verb.tag_ in ("VBZ", "VBP") and verb.dep_ in ("ROOT", "conj", "ccomp")
    times = [t for t in verb.subtree if t.ent_type_ in ("TIME", "DATE")]
    return present and bool(times) and not any(t.lemma_ == "every" for t in times)


def is_asserted(frame: Frame) -> bool:
    """True where the sentence says the act is so, will be, or is wanted.

    False inside questions, conditions, purposes ("to secure the release") and
    things left unsaid.
    """
    clause = frame.clause
    if asks_a_question(sentence_of(clause)):
        return False
    if is_within(frame.trigger, find_condition(clause)) or _is_a_norm(frame):
        return False
    if frame.act is Act.WITHHOLD and clause.dep_ == "pcomp" and clause.head.lower_ == "without":
        return True
    for verb in (clause, *clause.ancestors):
        if is_conditional(verb) or (is_question(verb) and is_under(frame.trigger, verb)):
            return False
        if _is_habit(verb) or _is_of_the_able(verb) or _is_allowed_by_rule(verb, frame):
            return False
        if verb.tag_ == "VBG" and _is_subject_clause(verb) and not is_in_prospect(verb):
            return False
        if verb.tag_ == "VBG" and _is_to_cease(verb):
            return False
        if _is_yet_to_be(verb):
            return False
        if verb.dep_ in ("advcl", "acl", "relcl") and is_infinitive(verb):
            ordered = verb is clause and verb.head.lemma_ in english().deciding
            return ordered or (find_demand(frame) is not None and verb is clause)
        if verb.dep_ == "pcomp" and not _is_told_after(verb):
            return _is_accusation(verb)
    return True


def _is_yet_to_be(verb: Token) -> bool:
    """ "before it lifts the embargo": nothing is said to be lifted."""
    before = any(t.lower_ in ("before", "until", "till") for t in children(verb, "mark"))
    return before and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP")


def _is_told_after(verb: Token) -> bool:
    """ "after freeing five", "would look at freeing five": told, done or in mind."""
    told = verb.head.lower_ in ("as", "after", "since", "by", "in", "with")
    return told or is_headed_for(verb)


def _is_habit(verb: Token) -> bool:
    """ "normally grants amnesty to prisoners": what is done over and over, told of nobody."""
    usual = english().words["usually"]
    present = verb.tag_ in ("VBZ", "VBP") and child(verb, "aux", "auxpass") is None
    return present and any(t.lower_ in usual for t in children(verb, "advmod"))


def _is_of_the_able(verb: Token) -> bool:
    """ "ineligible to receive amnesty": who may be freed, and not who is."""
    return verb.dep_ == "xcomp" and verb.head.lower_ in ("eligible", "ineligible", "unable")


def _is_allowed_by_rule(verb: Token, frame: Frame) -> bool:
    """ "the law allows suspects to be held for a year": what may be done, and to nobody yet."""
    rule = verb.head
    to = any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)
    ruled = verb.dep_ in ("ccomp", "xcomp") and rule.lemma_ in _ALLOWING and to
    present = rule.tag_ in ("VBZ", "VBP", "VBG") and not auxiliaries(rule)
    return ruled and present and frame.act in _AGAINST_PEOPLE


def _is_subject_clause(verb: Token) -> bool:
    """ "Sending them home could be a sign", also where the parser takes it for an adverbial."""
    if verb.dep_ == "csubj":
        return True
    opens = verb.dep_ == "advcl" and verb.left_edge.i == sentence_of(verb).start
    return opens and child(verb.head, "nsubj", "nsubjpass", "csubj", "expl") is None


def _is_to_cease(verb: Token) -> bool:
    """ "should stop arresting reporters": tells of no arrest."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in english().words["ceasing"]


def _is_a_norm(frame: Frame) -> bool:
    """ "no one should be jailed for", "should never have been held": of nobody in particular."""
    if frame.act not in _AGAINST_PEOPLE or frame.form is Form.NOUN:
        return False
    if _is_a_power(frame):
        return True
    if is_negated(frame.clause) and is_subjunctive(frame.clause):
        return True
    ought = any(t.lower_ in ("must", "should", "ought") for t in auxiliaries(frame.clause))
    return ought and is_negated(frame.clause)


def _is_a_power(frame: Frame) -> bool:
    """ "police can detain suspects", "the law lets them arrest people", "whoever … will be held":
    what is allowed or threatened; also "could get 12 years"."""
    clause, above = frame.clause, frame.clause.head
    modals = {t.lower_ for t in auxiliaries(clause)}
    may = bool(modals & {"can", "may", "could", "might"})
    if frame.act is Act.SENTENCE and may:
        return True
    anybody = all(_is_anybody(t) for t in frame.patients)
    granted = clause.dep_ in ("xcomp", "ccomp") and above.lemma_ in _GRANTING
    if granted and (law := child(above, "nsubj")) is not None and law.lemma_ in _LAWS:
        return True
    return anybody and (may or granted or bool(modals & {"will", "shall"}))


def _is_anybody(head: Token) -> bool:
    """People nobody counts, names or points at: "suspects", "anyone who films them"."""
    if head.lower_ in ("anyone", "anybody", "whoever", "everyone", "those"):
        return True
    told = any(t.dep_ in ("det", "nummod", "poss", "quantmod") for t in head.children)
    return head.tag_ == "NNS" and not told


def _is_accusation(verb: Token) -> bool:
    """ "accused the army of holding 40 villagers": what somebody says another did."""
    of = verb.head
    above = of.head if of.head.dep_ != "dobj" else of.head.head
    return of.lower_ == "of" and above.lemma_ in ("accuse", "suspect") and not is_negated(above)


def _top_of(clause: Token) -> Token:
    while clause.dep_ == "xcomp" and (is_verb(clause.head) or clause.head.pos_ == "ADJ"):
        clause = clause.head
        if clause.pos_ == "ADJ":
            clause = clause.head
    return clause


def _gives_a_figure(frame: Frame) -> bool:
    """ "She could confirm 380", "that would leave twenty": a figure told is no guess."""
    verb = frame.clause.lemma_.lower()
    told = frame.restates and verb in english().speech
    return told or (frame.rests and verb in ("leave", "make", "bring"))


def _own_stance(frame: Frame) -> Stance:
    """Stance by the clause's own words: modals, negation, governing verbs."""
    clause = frame.clause
    stance = Stance.REPORTED
    set_by = stance if _gives_a_figure(frame) else stance_by_construction(frame)
    if set_by is not None:
        return set_by
    if frame.form is Form.NOUN:
        governor, _ = governing_verb(frame.trigger)
        if is_background(frame.trigger):
            return stance
        stance = english().nominal.get(governor.lemma_.lower(), stance)
    verb = _told_by_means(clause)
    if clause.dep_ == "acl" and is_infinitive(clause):
        return english().deciding.get(clause.head.lemma_, stance)
    weighed = False
    while True:
        modal = _modal(verb, frame.act)
        if modal is not None and not (weighed and modal is Stance.PROMISED):
            stance = modal
        if is_negated(verb) and frame.act is not Act.WITHHOLD:
            stance = Stance.DENIED
        verb = _first_of_joined(verb)
        if verb.dep_ != "xcomp":
            break
        verb = verb.head
        if verb.lemma_ == "have" and any(t.lower_ == "yet" for t in verb.children):
            return Stance.DENIED  # "has yet to be freed"
        governed = english().governing.get(verb.lemma_.lower())
        if governed is not None and governed is not Stance.REPORTED and stance is not Stance.DENIED:
            stance = governed
        weighed = governed is Stance.EXPECTED  # "would consider lifting": nobody promises that
        if not is_verb(verb) and not (verb.pos_ == "ADJ" and is_verb(verb.head)):
            break
        verb = verb if is_verb(verb) else verb.head
    return stance


def _told_by_means(clause: Token) -> Token:
    """ "will respond by lifting them": the verb whose means a clause is, else the clause."""
    by = clause.head
    means = clause.dep_ == "pcomp" and by.lower_ == "by" and is_verb(by.head)
    return by.head if means else clause


def _first_of_joined(verb: Token) -> Token:
    """ "is ready to reopen the port and to lift the ban": one adjective rules both."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        if child(verb, "nsubj", "nsubjpass") is not None:
            break
        verb = verb.head
    return verb


def _modal(verb: Token, act: Act) -> Stance | None:
    ahead = Stance.PROMISED if act in SANCTIONING | CONCEDING else Stance.ANNOUNCED
    for auxiliary in auxiliaries(verb):
        word = auxiliary.lower_
        if word in ("will", "shall", "'ll", "wo", "would"):
            return ahead
        if word in english().modals:
            found = english().modals[word]
            # Of a state, "may still be held" is a guess about today, not a hope.
            guessed = act is Act.HOLD and found is Stance.EXPECTED
            return Stance.ESTIMATED if guessed else found
    going = verb.lemma_ == "go" and child(verb, "xcomp") is not None
    if going and any(t.lemma_ == "be" for t in auxiliaries(verb)):
        return ahead
    if verb.lemma_ == "be" and any(
        t.dep_ == "xcomp" and any(a.lower_ == "to" for a in auxiliaries(t)) for t in verb.children
    ):
        return Stance.EXPECTED
    return None


def _under_voices(own: Stance, frame: Frame, voices: list[Voice]) -> Stance:
    for voice in voices:
        if voice.is_denied and voice.stance is Stance.REPORTED:
            continue
        if voice.stance is Stance.DENIED:
            return Stance.DENIED
        if voice.stance is Stance.PROMISED and _is_done(frame):
            continue
        if own in (Stance.REPORTED, Stance.ESTIMATED) and voice.stance in (
            Stance.CONFIRMED,
            Stance.ESTIMATED,
            Stance.EXPECTED,
            Stance.PROMISED,
        ):
            own = voice.stance
        if own is Stance.REPORTED and voice.stance is Stance.ANNOUNCED and frame.form is Form.NOUN:
            own = Stance.ANNOUNCED
        if own is Stance.ANNOUNCED and voice.stance in (Stance.PROMISED, Stance.EXPECTED):
            own = voice.stance
    return own


def _is_done(frame: Frame) -> bool:
    """ "assured them that 120 had been sentenced": nobody promises what is done."""
    if frame.form is Form.NOUN or frame.clause.dep_ != "ccomp":
        return False
    words = [frame.clause, *auxiliaries(frame.clause)]
    if any(t.tag_ == "MD" or (t.lower_ == "to" and t.dep_ == "aux") for t in words):
        return False
    return any(t.tag_ == "VBD" or t.lower_ in ("have", "has") for t in words)
