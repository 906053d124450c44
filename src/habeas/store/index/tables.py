"""Tables of the index: no facts of their own, not in the chain, rebuilt from the record at will.

They hold what the claims that stand say now: those of the last reading of every report, with
corrections in the place of what they correct, and without what a person rejected.
"""

from __future__ import annotations

from django.db import models

VERSION = 1
"""Of what the tables hold. Where another stands in the database, the index is made anew."""

_ID = 13
"""Length of an id of a person, a spelling or a mention."""


class IndexState(models.Model):
    """The one row that says what the index holds, and up to which audit record."""

    version = models.PositiveIntegerField()
    number = models.PositiveBigIntegerField()
    grouped = models.PositiveBigIntegerField(default=0)

    class Meta:
        app_label = "store"


class IndexReport(models.Model):
    """One report: which reading stands, and how much of it waits for somebody."""

    document = models.CharField(max_length=64, primary_key=True)
    reading = models.BigIntegerField()
    added_at = models.DateTimeField()
    published = models.DateField(null=True)
    claims = models.PositiveIntegerField()
    undecided = models.PositiveIntegerField()

    class Meta:
        app_label = "store"
        indexes = (
            models.Index(fields=["added_at", "document"], name="index_report_added"),
            models.Index(fields=["undecided", "added_at"], name="index_report_undecided"),
        )


class IndexMention(models.Model):
    """Somebody in a claim that stands, named or described."""

    document = models.CharField(max_length=64)
    claim = models.TextField()
    name = models.TextField()
    named = models.BooleanField()
    mention = models.CharField(max_length=_ID)
    base = models.CharField(max_length=_ID)
    node = models.CharField(max_length=_ID)
    person = models.CharField(max_length=_ID)

    class Meta:
        app_label = "store"
        indexes = (
            models.Index(fields=["document"], name="index_mention_document"),
            models.Index(fields=["claim"], name="index_mention_claim"),
            models.Index(fields=["mention"], name="index_mention_mention"),
            models.Index(fields=["node"], name="index_mention_node"),
            models.Index(fields=["person"], name="index_mention_person"),
        )


class IndexTrace(models.Model):
    """An id by which a report ever told of somebody, in any reading or correction."""

    key = models.CharField(max_length=_ID)
    document = models.CharField(max_length=64)

    class Meta:
        app_label = "store"
        constraints = (models.UniqueConstraint(fields=["key", "document"], name="trace_once"),)


class IndexMove(models.Model):
    """A mention of a claim that was corrected, and the same name in the correction."""

    document = models.CharField(max_length=64)
    old = models.CharField(max_length=_ID)
    new = models.CharField(max_length=_ID)

    class Meta:
        app_label = "store"
        indexes = (
            models.Index(fields=["document"], name="index_move_document"),
            models.Index(fields=["old"], name="index_move_old"),
        )


class IndexEdge(models.Model):
    """A judgement that nobody withdrew, between the nodes that its two ids stand for."""

    judgement = models.BigIntegerField(primary_key=True)
    left = models.TextField()
    right = models.TextField()
    left_node = models.TextField()
    right_node = models.TextField()

    class Meta:
        app_label = "store"
        indexes = (
            models.Index(fields=["left"], name="index_edge_left"),
            models.Index(fields=["right"], name="index_edge_right"),
            models.Index(fields=["left_node"], name="index_edge_left_node"),
            models.Index(fields=["right_node"], name="index_edge_right_node"),
        )


class IndexPerson(models.Model):
    """A person as `resolve_people` or `resolve_unnamed` gives them."""

    person = models.CharField(max_length=_ID, primary_key=True)
    name = models.TextField()
    order = models.TextField()
    named = models.BooleanField()
    spellings = models.PositiveIntegerField()
    mentions = models.PositiveIntegerField()
    claims = models.PositiveIntegerField()
    reports = models.PositiveIntegerField()

    class Meta:
        app_label = "store"
        indexes = (models.Index(fields=["named", "order", "person"], name="index_person_order"),)


class IndexName(models.Model):
    """A spelling of a person's name."""

    person = models.CharField(max_length=_ID)
    name = models.TextField()

    class Meta:
        app_label = "store"
        indexes = (models.Index(fields=["person"], name="index_name_person"),)


class IndexKey(models.Model):
    """A number that spellings of one name, or of one part of a name, share."""

    name = models.BigIntegerField(db_index=True)
    key = models.BigIntegerField()

    class Meta:
        app_label = "store"
        indexes = (models.Index(fields=["key", "name"], name="index_key_name"),)


class IndexEvent(models.Model):
    """An event, as `group_events` made it when the index last did so."""

    event = models.TextField(primary_key=True)
    position = models.PositiveIntegerField(db_index=True)
    title = models.TextField()
    acts = models.TextField()
    by = models.TextField(null=True)
    place = models.TextField(null=True)
    when = models.TextField(null=True)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    claims = models.PositiveIntegerField()
    reports = models.PositiveIntegerField()
    chronicle = models.TextField()

    class Meta:
        app_label = "store"


class IndexMember(models.Model):
    """A claim of an event, in its order."""

    event = models.TextField()
    position = models.PositiveIntegerField()
    claim = models.TextField()
    document = models.CharField(max_length=64)

    class Meta:
        app_label = "store"
        indexes = (
            models.Index(fields=["event"], name="index_member_event"),
            models.Index(fields=["claim"], name="index_member_claim"),
            models.Index(fields=["document"], name="index_member_document"),
        )


class IndexPair(models.Model):
    """Two persons who may be one, as last weighed."""

    left = models.CharField(max_length=_ID)
    right = models.CharField(max_length=_ID)
    score = models.FloatField(db_index=True)

    class Meta:
        app_label = "store"
        indexes = (
            models.Index(fields=["left"], name="index_pair_left"),
            models.Index(fields=["right"], name="index_pair_right"),
        )
        constraints = (models.UniqueConstraint(fields=["left", "right"], name="pair_once"),)


class IndexCompared(models.Model):
    """A person who was compared with whoever is alike, as they are now."""

    person = models.CharField(max_length=_ID, primary_key=True)

    class Meta:
        app_label = "store"


class ParsedList(models.Model):
    """A list of sanctions as it was read from a kept file, so that it need not be read again."""

    digest = models.CharField(max_length=64)
    file = models.TextField()
    reader = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        app_label = "store"
        constraints = (models.UniqueConstraint(fields=["digest", "file"], name="parsed_list_once"),)


class IndexTied(models.Model):
    """What a reading ties together, as JSON; empty where nothing. A text takes long to parse."""

    reading = models.BigIntegerField(primary_key=True)
    spans = models.TextField()

    class Meta:
        app_label = "store"


class IndexProposed(models.Model):
    """What the editions of a list propose for one object of a promise, as JSON."""

    key = models.CharField(max_length=64, primary_key=True)
    found = models.TextField()

    class Meta:
        app_label = "store"


DERIVED = (
    IndexReport,
    IndexMention,
    IndexTrace,
    IndexMove,
    IndexEdge,
    IndexPerson,
    IndexName,
    IndexKey,
    IndexEvent,
    IndexMember,
    IndexState,
)
"""The tables that hold at once what the record says."""

COMPARED = (IndexPair, IndexCompared, IndexTied, IndexProposed)
"""What is found out in time, by comparing persons, parsing texts and looking through lists; begun
anew with the index."""
