"""Who tells of himself or herself: "Ana Sol said she was held"."""

from __future__ import annotations

from habeas.claims.english.drafting import Draft
from habeas.claims.english.lexicon import word_list
from habeas.claims.english.people.people import is_named, named_head, read_mention
from habeas.claims.english.speech.speakers import is_pronoun
from habeas.claims.speaker_kinds import speaker_kind
from habeas.model.claims import Act, Mention, SpeakerKind

_UNTOLD = SpeakerKind.UNKNOWN
_SPOKESPEOPLE = word_list("people", "singulars.spokespeople")


def who_tells_of_self(draft: Draft) -> Mention | None:
    """ "Ana Sol, a trader, said she was held in May": herself, unless she speaks for others."""
    pronoun, clause = draft.person, draft.frame.clause
    if pronoun is None or not draft.voices or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    voice = draft.voices[-1]
    if clause.head != voice.verb or clause.dep_ != "ccomp" or pronoun.head != clause:
        return None
    name = named_head(voice.head)
    if voice.head.i > pronoun.i or draft.claim.act is Act.DEMAND_RELEASE:
        return None
    if not is_named(name) or name.ent_type_ != "PERSON" or is_pronoun(voice.head):
        return None
    told = read_mention(voice.head)
    speaks_for = {w.lower() for role in told.roles for w in role.split()}
    if not speaks_for.isdisjoint(_SPOKESPEOPLE) or speaker_kind(*told.roles) is not _UNTOLD:
        return None
    return Mention(name=told.name, nationality=told.nationality)
