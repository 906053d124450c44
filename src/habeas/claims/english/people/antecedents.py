"""Whom a claim is about that says "he", "she", "I" or only a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.drafting import Draft
from habeas.claims.english.parse.grammar import children, prepositional_objects
from habeas.claims.english.parse.trees import sentence_of
from habeas.claims.english.people.people import is_close, is_named, read_mention
from habeas.claims.english.people.topics import Named, fits, fits_description, is_whereto, topic_for
from habeas.model.claims import Act, Claim, Mention, Speaker

_ABOUT = frozenset({"about", "of", "for", "from", "against"})
MYSELF = frozenset({"i", "me"})


def myself(speakers: Sequence[Speaker], floor: Speaker | None) -> Mention | None:
    """Who says "I": the innermost speaker by name, else who has the floor; None where unknown.

    Args:
        speakers: The speakers of the claim, outermost first.
        floor: Who holds the floor of a conversation, or None.
    """
    inner = speakers[-1] if speakers else floor
    if inner is None or inner.name.split()[0].islower() or inner.name.split()[-1].islower():
        return None
    return Mention(name=inner.name)


def told_by_role(draft: Draft, claim: Claim, before: Sequence[Claim]) -> Claim:
    """ "The lawyer was sentenced": the one person told before whose role that is, if only one."""
    person = draft.person
    if person is None or claim.names or claim.count is not None or person.tag_ != "NN":
        return claim
    if not any(t.lower_ == "the" for t in person.children) or len(list(person.subtree)) > 2:
        return claim
    known = {n.name: n for c in before for n in c.names if _has_role(n, person.lemma_)}
    if len(known) != 1:
        return claim
    name = next(iter(known.values()))
    return replace(claim, names=(name,), group=None)


def _has_role(mention: Mention, noun: str) -> bool:
    heads = (role.split(" of ")[0].split(" at ")[0].split(" for ")[0] for role in mention.roles)
    return mention.named and any(head.split()[-1].lower() == noun for head in heads)


def _whose_speaker(draft: Draft) -> Mention | None:
    """ "Relatives of Ana Sol said that she …": whose relatives or lawyer speak."""
    for voice in draft.voices:
        owners = children(voice.head, "poss") + prepositional_objects(voice.head, "of")
        named = [t for t in owners if is_named(t) and t.ent_type_ == "PERSON"]
        if named and is_close(voice.head):
            return read_mention(named[0])
    return None


def _named_in_sentence(draft: Draft, named: Named) -> Mention | None:
    """The person named before the pronoun in its own sentence, unless that is who speaks.

    Subjects and objects come first, then whom something is told about ("nothing of Ana Sol").
    """
    pronoun = draft.person
    if pronoun is None:
        return None
    if (owner := _whose_speaker(draft)) is not None:
        return owner
    speaking = {t.i for v in draft.voices for t in v.head.subtree}
    before = [
        t
        for t in reversed(pronoun.doc[sentence_of(pronoun).start : pronoun.i])
        if t.i not in speaking and t.pos_ == "PROPN" and is_named(t) and t.dep_ != "compound"
    ]
    before = [t for t in before if not _acts_on(t, pronoun) and not is_whereto(t)]
    before = [t for t in before if fits(pronoun, t.text, named.topics)]
    first = [t for t in before if _place_of(t) in ("nsubj", "nsubjpass", "dobj")]
    about = [t for t in before if t.dep_ == "pobj" and t.head.lower_ in _ABOUT]
    about = [t for t in about if t.ent_type_ == "PERSON"]
    return read_mention((first or about)[0]) if first or about else None


def _place_of(name: Token) -> str:
    """What a name is in its clause: "his deputy, Ana Sol, was" has her for the subject."""
    apart = name.dep_ == "appos" and name.head.pos_ == "NOUN"
    return str(name.head.dep_ if apart else name.dep_)


def _acts_on(name: Token, pronoun: Token) -> bool:
    """ "the judge let her go": who does it to somebody is not the one it is done to."""
    above = (pronoun.head, pronoun.head.head)
    done_to = pronoun.lower_ in ("him", "her", "them") and pronoun.dep_ != "poss"
    return done_to and name.dep_ == "nsubj" and name.head in above


def meant(draft: Draft, before: Sequence[Claim], named: Named) -> Mention | str | None:
    """Whom "he" or "she" means: the person named or claimed last, of the right gender."""
    pronoun = draft.person
    assert pronoun is not None
    if (here := _named_in_sentence(draft, named)) is not None:
        return here
    fitting = (c for c in reversed(before) if _can_be(pronoun, c, named))
    told = next((c for c in fitting if _is_of_one(c)), None)
    topic = topic_for(pronoun, named.topics, named.number)
    if topic is not None and (told is None or told.passage.end <= topic.start):
        return Mention(name=topic.mention.name, nationality=topic.mention.nationality)
    return _last_told([c for c in before if _can_be(pronoun, c, named)])


def _can_be(pronoun: Token, claim: Claim, named: Named) -> bool:
    if claim.names:
        return fits(pronoun, claim.names[0].name, named.topics)
    return claim.group is None or fits_description(pronoun, claim.group)


def _is_of_one(claim: Claim) -> bool:
    if claim.act is Act.MEET or claim.count is not None:
        return False
    if claim.names or claim.group is None:
        return bool(claim.names)
    return claim.act is not Act.DEMAND_RELEASE and not _is_of_several(claim.group)


def _last_told(before: Sequence[Claim]) -> Mention | str | None:
    """Whom the last claim on a person was about: by name, or as it described them.

    Somebody only described ("a man with a megaphone") is not passed over for
    the name before: the pronoun would then put a wrong person in prison.
    """
    for claim in reversed(before):
        if _is_of_one(claim):
            if not claim.names:
                return claim.group
            name = claim.names[0]
            return Mention(name=name.name, nationality=name.nationality)
    return None


def _is_of_several(group: str) -> bool:
    """True for "students held since May", whom "he" cannot mean."""
    words = group.split(",", maxsplit=1)[0].split()
    ends = next((n for n, w in enumerate(words) if w in ("who", "of", "in", "from")), len(words))
    plural = any(w.endswith("s") and len(w) > 3 for w in words[: min(ends, 2)])
    return bool(words) and words[0].islower() and plural
