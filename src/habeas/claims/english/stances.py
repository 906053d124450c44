"""How the speaker stands to the act: done, announced, promised, hoped for, denied."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from habeas.claims.english.conditions import find_condition, is_conditional, is_within
from habeas.claims.english.disclosure import is_question
from habeas.claims.english.frames import Form, Frame, opens_under_which
from habeas.claims.english.grammar import (
    auxiliaries,
    child,
    children,
    is_negated,
    is_under,
    is_verb,
)
from habeas.claims.english.lexicon import english
from habeas.claims.english.speakers import governing_verb, is_background
from habeas.claims.english.voice import Voice
from habeas.claims.english.wishes import is_wish
from habeas.model.claims import Act, Stance

_HINGING = frozenset({"depend", "hinge", "hang", "rest", "require", "follow", "turn"})
_DECISIONS = frozenset({"decision", "ruling", "order", "verdict", "judgment", "court"})
_ALLOWING = frozenset("allow permit enable empower authorise authorize entitle".split())
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
    decided = any(v.head.lemma_ in _DECISIONS for v in voices) and _asks_by_modal(frame.clause)
    if frame.form is not Form.NOUN and (decided or _is_ruled(frame.clause)):
        return Standing(stance=Stance.ANNOUNCED, demand=None, top=top)
    demand = _demand(frame)
    if demand is not None:
        return Standing(stance=Stance.DEMANDED, demand=demand, top=demand)
    if frame.act in _AGAINST_PEOPLE and _asking_verb(frame) is not None:
        return Standing(stance=Stance.DEMANDED, demand=None, top=top)
    own = _own_stance(frame)
    if frame.act is not Act.MEET and frame.act is not Act.WITHHOLD:
        own = _under_voices(own, frame, voices)
    if _is_called_false(frame.clause):
        own = Stance.DENIED
    if frame.act is Act.WITHHOLD:
        own = Stance.ANNOUNCED if _will_withhold(frame) else Stance.REPORTED
    elif frame.act is Act.MEET and own is Stance.REPORTED and _is_appointed(frame.clause):
        own = Stance.ANNOUNCED
    return Standing(stance=own, demand=None, top=top)


def _is_ruled(clause: Token) -> bool:
    """ "the court ruled that they should be freed": decided by who can, and not asked for."""
    decided = clause.dep_ == "ccomp" and clause.head.lemma_ in english().words["ruling"]
    return decided and (_asks_by_modal(clause) or _is_subjunctive(clause))


def _will_withhold(frame: Frame) -> bool:
    """ "will not publish the names": what is going to stay unpublished, not a refusal to say."""
    ahead = any(t.lower_ in ("will", "shall") for t in auxiliaries(frame.clause))
    return ahead and frame.trigger.lemma_ in ("publish", "release", "disclose", "name", "make")


def _is_appointed(verb: Token) -> bool:
    """ "the chief meets party leaders at noon": a present that tells of a day to come."""
    present = verb.tag_ in ("VBZ", "VBP") and verb.dep_ in ("ROOT", "conj", "ccomp")
    times = [t for t in verb.subtree if t.ent_type_ in ("TIME", "DATE")]
    return present and bool(times) and not any(t.lemma_ == "every" for t in times)


def _is_called_false(clause: Token) -> bool:
    """ "the claim that thousands were arrested is false", "it is not true that …"."""
    noun = clause.head
    if clause.dep_ == "ccomp" and noun.lemma_ == "be":
        said = {t.lower_ for t in children(noun, "acomp", "attr")}
        if is_negated(noun):
            return bool(said & {"true", "correct", "so", "case"})
        return bool(said & english().attribution["false"])
    if clause.dep_ not in ("acl", "ccomp") or noun.pos_ != "NOUN":
        return False
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.lemma_ not in english().voicing_nouns:
        return False
    return any(
        t.lower_ in english().attribution["false"]
        for t in children(noun.head, "acomp", "attr", "oprd")
    ) and not is_negated(noun.head)


def is_asserted(frame: Frame) -> bool:
    """True where the sentence says the act is so, will be, or is wanted.

    False inside questions, conditions, purposes ("to secure the release") and
    things left unsaid.
    """
    clause = frame.clause
    if clause.sent.text.rstrip().endswith("?"):
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
        if verb.dep_ in ("advcl", "acl", "relcl") and _is_infinitive(verb):
            ordered = verb is clause and verb.head.lemma_ in english().deciding
            return ordered or (_demand(frame) is not None and verb is clause)
        if verb.dep_ == "pcomp" and verb.head.lower_ not in (
            "as",
            "after",
            "since",
            "by",
            "in",
            "with",
        ):
            return _is_accusation(verb)
    return True


def is_in_prospect(verb: Token) -> bool:
    """ "lifting them is conceivable", "… would depend on": of what may be done, not of doing it."""
    above = verb.head
    if above.lemma_ in _HINGING:
        return True
    said = [*children(above, "acomp", "attr", "prep"), *children(above, "oprd")]
    words = {t.lower_ for t in said} | {t.lower_ for one in said for t in children(one, "pobj")}
    linked = above.lower_ in ("tied", "linked")
    return linked or (above.lemma_ == "be" and bool(words & english().words["prospects"]))


def _is_yet_to_be(verb: Token) -> bool:
    """ "before it lifts the embargo": nothing is said to be lifted."""
    before = any(t.lower_ in ("before", "until", "till") for t in children(verb, "mark"))
    return before and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP")


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
    opens = verb.dep_ == "advcl" and verb.left_edge.i == verb.sent.start
    return opens and child(verb.head, "nsubj", "nsubjpass", "csubj", "expl") is None


def _is_to_cease(verb: Token) -> bool:
    """ "should stop arresting reporters": tells of no arrest."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in english().words["ceasing"]


def _is_a_norm(frame: Frame) -> bool:
    """ "no one should be jailed for", "should never have been held": of nobody in particular."""
    if frame.act not in _AGAINST_PEOPLE or frame.form is Form.NOUN:
        return False
    ought = any(t.lower_ in ("must", "should", "ought") for t in auxiliaries(frame.clause))
    return ought and is_negated(frame.clause)


def _is_accusation(verb: Token) -> bool:
    """ "accused the army of holding 40 villagers": what somebody says another did."""
    of = verb.head
    above = of.head if of.head.dep_ != "dobj" else of.head.head
    return of.lower_ == "of" and above.lemma_ in ("accuse", "suspect") and not is_negated(above)


def _is_infinitive(verb: Token) -> bool:
    to = any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)
    return verb.tag_ == "VB" and to


def _is_subjunctive(verb: Token) -> bool:
    """ "demanded that they be freed", "demanded that he free them"."""
    if verb.tag_ == "VBN" and not auxiliaries(verb):
        return verb.head.lemma_ in ("want", "like", "see")
    if any(t.dep_ == "auxpass" and t.lower_ == "be" for t in verb.children):
        return not any(t.tag_ == "MD" for t in verb.children)
    return verb.tag_ == "VB" and not auxiliaries(verb)


def _top_of(clause: Token) -> Token:
    while clause.dep_ == "xcomp" and (is_verb(clause.head) or clause.head.pos_ == "ADJ"):
        clause = clause.head
        if clause.pos_ == "ADJ":
            clause = clause.head
    return clause


def _by_construction(frame: Frame) -> Stance | None:
    """The stance that a whole construction settles; None for all others."""
    clause = frame.clause
    if frame.act is Act.EASE_SANCTIONS and clause.lemma_ in ("stay", "remain", "stand", "keep"):
        return Stance.DENIED  # "the bans stay until …"
    scheduled = frame.act is Act.RELEASE and clause.lemma_ in ("schedule", "slate")
    planned = opens_under_which(clause) and clause.tag_ in ("VBZ", "VBP")
    if scheduled or planned or (clause.dep_ == "csubj" and is_in_prospect(clause)):
        return Stance.EXPECTED
    return None


def _own_stance(frame: Frame) -> Stance:
    """Stance by the clause's own words: modals, negation, governing verbs."""
    clause = frame.clause
    stance = Stance.REPORTED
    if (set_by := _by_construction(frame)) is not None:
        return set_by
    if frame.form is Form.NOUN:
        governor, _ = governing_verb(frame.trigger)
        if is_background(frame.trigger):
            return stance
        stance = english().nominal.get(governor.lemma_.lower(), stance)
    verb = clause
    if clause.dep_ == "acl" and _is_infinitive(clause):
        return english().deciding.get(clause.head.lemma_, stance)
    while True:
        modal = _modal(verb, frame.act)
        if modal is not None:
            stance = modal
        if is_negated(verb) and frame.act is not Act.WITHHOLD:
            stance = Stance.DENIED
        if verb.dep_ != "xcomp":
            break
        verb = verb.head
        governed = english().governing.get(verb.lemma_.lower())
        if governed is not None and governed is not Stance.REPORTED and stance is not Stance.DENIED:
            stance = governed
        if not is_verb(verb) and not (verb.pos_ == "ADJ" and is_verb(verb.head)):
            break
        verb = verb if is_verb(verb) else verb.head
    return stance


def _modal(verb: Token, act: Act) -> Stance | None:
    of_sanctions = act in (Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS)
    ahead = Stance.PROMISED if of_sanctions else Stance.ANNOUNCED
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


def _demand(frame: Frame) -> Token | None:
    """The verb by which somebody asks for the act: "called for the release of"."""
    if frame.act not in (Act.RELEASE, Act.PARDON, Act.EASE_SANCTIONS, Act.IMPOSE_SANCTIONS):
        return None
    verb = frame.clause
    wished = frame.trigger == verb and is_wish(verb)
    if frame.form is not Form.NOUN and (wished or _asks_by_modal(verb) or _is_imperative(verb)):
        return verb
    return _asking_verb(frame)


def _asking_verb(frame: Frame) -> Token | None:
    """The verb of asking that governs an act: "demanded the arrest of", "asked them to free"."""
    demanding = english().words["demanding"]
    if frame.form is Form.NOUN:
        governor, preposition = governing_verb(frame.trigger)
        if governor.lemma_.lower() in demanding and preposition in ("", "for", "on", "that"):
            return governor
        if governor.lemma_ not in english().words["bringing_about"]:
            return None
        return _asker_above(governor)
    return _asker_above(frame.clause)


def _asker_above(verb: Token) -> Token | None:
    """The verb of asking of which a verb is the infinitive or the subjunctive."""
    demanding = english().words["demanding"]
    verb = _before_sharing(verb)
    while (
        verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "conj", "pcomp", "relcl")
        and verb.head is not verb
    ):
        infinitive = _is_infinitive(verb) or _is_subjunctive(verb)
        verb = verb.head
        asking = verb.lemma_.lower() in demanding | {"ask", "tell", "want", "beg"}
        if is_verb(verb) and asking and infinitive and not is_negated(verb):
            return verb
        if not infinitive:
            break
    return None


def _before_sharing(verb: Token) -> Token:
    """The verb whose place in the sentence a verb shares or is held under.

    "called on them to drop the charges and release", "asked to ensure that five are freed".
    """
    while is_verb(verb.head):
        shares = verb.dep_ == "conj" and verb.tag_ == "VB" and child(verb, "aux", "auxpass") is None
        shares = shares and child(verb, "nsubj", "nsubjpass") is None
        ensured = verb.dep_ == "ccomp" and verb.head.lemma_ in english().words["bringing_about"]
        if not shares and not (ensured and _is_infinitive(verb.head)):
            break
        verb = verb.head
    return verb


def _is_imperative(verb: Token) -> bool:
    """ "Free them all": an order that opens its sentence."""
    bare = verb.tag_ == "VB" and not auxiliaries(verb) and child(verb, "nsubj") is None
    opens = verb.dep_ == "ROOT" and verb.i == verb.sent[0].i
    after_colon = verb.i > verb.sent.start and verb.nbor(-1).text == ":"
    return bare and (opens or after_colon)


def _asks_by_modal(verb: Token) -> bool:
    return any(t.lower_ in ("must", "should") for t in auxiliaries(verb)) and not is_negated(verb)
