"""The form of a claim: what a report says, field by field, locked to its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from habeas.model.claims import (
    Act,
    Claim,
    Condition,
    Mention,
    Quantity,
    Speaker,
    SpeakerKind,
    Stance,
    Term,
    TermKind,
    TimeMention,
    Unit,
)
from habeas.model.dates import EdtfDate, InvalidDate
from habeas.public.presenters import wording
from habeas.register.quoting import NotQuoted, locate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habeas.model.reports import Passage, Report

_DURATION = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?")
_VOICES = {
    **wording.SPEAKER_KINDS,
    SpeakerKind.UNKNOWN: pgettext_lazy("speaker", "not known"),
}
_UNITS = {
    Unit.PEOPLE: pgettext_lazy("unit", "people"),
    Unit.CASES: pgettext_lazy("unit", "cases"),
    Unit.GROUPS: pgettext_lazy("unit", "groups"),
}
_STATE = re.compile(r"[A-Z]{2}")


class ReasonForm(forms.Form):
    """Why something is decided."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.TextInput(attrs={"autofocus": True})
    )


class MentionForm(forms.Form):
    """One person as the passage names them."""

    name = forms.CharField(label=_("Name, as written"), required=False)
    roles = forms.CharField(label=_("Called"), required=False)
    age = forms.IntegerField(label=_("Age"), required=False, min_value=0, max_value=150)
    nationality = forms.CharField(label=_("State (BY, US)"), required=False, max_length=2)
    described = forms.BooleanField(label=_("only described, not named"), required=False)

    def clean_nationality(self) -> str:
        """Two letters, as in ISO 3166-1."""
        return _states(self.cleaned_data["nationality"])

    def mention(self) -> Mention | None:
        """The person; None of an empty line."""
        told = self.cleaned_data
        if not told.get("name"):
            return None
        return Mention(
            name=told["name"],
            roles=_parts(told["roles"], ","),
            nationality=told["nationality"] or None,
            named=not told["described"],
            age=told["age"],
        )


class SpeakerForm(forms.Form):
    """One voice of the chain, outermost first."""

    name = forms.CharField(label=_("Who says so"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[(kind.value, _VOICES[kind]) for kind in SpeakerKind],
        initial=SpeakerKind.UNKNOWN.value,
    )
    cue = forms.CharField(label=_("By the words"), required=False)

    def speaker(self) -> Speaker | None:
        """The voice; None of an empty line."""
        told = self.cleaned_data
        if not told.get("name"):
            return None
        kind = SpeakerKind(told["kind"] or SpeakerKind.UNKNOWN)
        return Speaker(name=told["name"], kind=kind, cue=told["cue"])


MentionForms = forms.formset_factory(MentionForm, extra=2, max_num=500)
SpeakerForms = forms.formset_factory(SpeakerForm, extra=1, max_num=20)


class ClaimForm(forms.Form):
    """What a claim says, but for the people it names and the voices."""

    words = forms.CharField(
        label=_("Words of the report"),
        help_text=_("Copied from the report; what the claim says rests on them."),
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=True,
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    act = forms.ChoiceField(label=_("Act"), choices=[(a.value, wording.ACTS[a]) for a in Act])
    stance = forms.ChoiceField(
        label=_("Stance"), choices=[(s.value, wording.STANCES[s]) for s in Stance]
    )
    low = forms.IntegerField(label=_("At least"), required=False, min_value=0)
    high = forms.IntegerField(label=_("At most"), required=False, min_value=0)
    about = forms.FloatField(label=_("About"), required=False, min_value=0)
    unit = forms.ChoiceField(
        label=_("Unit"), required=False, choices=[(u.value, _UNITS[u]) for u in Unit]
    )
    count_words = forms.CharField(label=_("Words of the count"), required=False)
    group = forms.CharField(label=_("The people counted, as called"), required=False)
    nationalities = forms.CharField(
        label=_("Their states"), help_text=_("Two letters each: BY, US."), required=False
    )
    by = forms.CharField(label=_("Done by"), required=False)
    object = forms.CharField(label=_("Done to, where nobody"), required=False)
    place = forms.CharField(label=_("Where"), required=False)
    when = forms.CharField(
        label=_("When"), help_text=_("2024, 2024-02 or 2024-02-29."), required=False
    )
    when_words = forms.CharField(label=_("Words of the date"), required=False)
    charges = forms.CharField(
        label=_("Charges, a line each"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    term_kind = forms.ChoiceField(
        label=_("Term"),
        choices=[(t.value, wording.TERM_KINDS[t]) for t in TermKind],
        required=False,
    )
    term_words = forms.CharField(label=_("Words of the term"), required=False)
    term_duration = forms.CharField(
        label=_("Length"), help_text=_("P5Y, P1Y6M, P15D; empty for life."), required=False
    )
    condition = forms.CharField(label=_("On condition, as written"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=1000)

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report = report

    def clean_nationalities(self) -> tuple[str, ...]:
        """Two letters each."""
        return tuple(_states(code) for code in _parts(self.cleaned_data["nationalities"], ","))

    def clean_when(self) -> EdtfDate | None:
        """A date no more exact than its source (EDTF)."""
        text = self.cleaned_data["when"]
        if not text:
            return None
        try:
            return EdtfDate.parse(text)
        except InvalidDate as error:
            raise forms.ValidationError(_("Write 2024, 2024-02 or 2024-02-29.")) from error

    def clean_term_duration(self) -> str:
        """An ISO 8601 duration of years, months, weeks and days."""
        text = str(self.cleaned_data["term_duration"])
        if text and not _DURATION.fullmatch(text):
            raise forms.ValidationError(_("Write P5Y, P1Y6M or P15D."))
        return text

    def clean(self) -> dict[str, Any]:
        """The words stand in the report, and the bounds are in order."""
        told: dict[str, Any] = super().clean() or {}
        low, high = told.get("low"), told.get("high")
        if low is not None and high is not None and low > high:
            self.add_error("high", _("Less than “at least”."))
        if told.get("words"):
            told["passage"] = self._located("words", told["words"], told.get("start"))
        if told.get("condition"):
            passage = told.get("passage")
            near = passage.start if passage else None
            told["condition_passage"] = self._located("condition", told["condition"], near)
        return told

    def _located(self, field: str, words: str, near: int | None) -> Passage | None:
        try:
            return locate(self.report, words, near)
        except NotQuoted as error:
            again = _("The report has these words %(n)s times. Add a few words beside them.")
            missing = _("The report does not have these words. Copy them from it.")
            self.add_error(field, again % {"n": error.times} if error.times else missing)
            return None

    def claim(self, key: str, names: tuple[Mention, ...], speakers: tuple[Speaker, ...]) -> Claim:
        """The claim, of a form without errors.

        Args:
            key: Its id.
            names: People named.
            speakers: Voices, outermost first.
        """
        told = self.cleaned_data
        return Claim(
            id=key,
            report=self.report.id,
            act=Act(told["act"]),
            stance=Stance(told["stance"]),
            passage=told["passage"],
            count=_count(told),
            group=told["group"] or None,
            names=names,
            nationalities=told["nationalities"],
            by=told["by"] or None,
            object=told["object"] or None,
            charges=_parts(told["charges"], "\n"),
            term=_term(told),
            place=told["place"] or None,
            when=_when(told),
            condition=_condition(told),
            speakers=speakers,
        )


def told_by(claim: Claim) -> dict[str, Any]:
    """What the form shows at first, of a claim."""
    count, term, when = claim.count, claim.term, claim.when
    return {
        "words": claim.passage.exact,
        "start": claim.passage.start,
        "act": claim.act.value,
        "stance": claim.stance.value,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "about": count.about if count else None,
        "unit": (count.unit if count else Unit.PEOPLE).value,
        "count_words": count.words if count else "",
        "group": claim.group,
        "nationalities": ", ".join(claim.nationalities),
        "by": claim.by,
        "object": claim.object,
        "place": claim.place,
        "when": when.edtf.text if when else "",
        "when_words": when.words if when else "",
        "charges": "\n".join(claim.charges),
        "term_kind": term.kind.value if term else TermKind.SENTENCE.value,
        "term_words": term.words if term else "",
        "term_duration": term.duration if term else "",
        "condition": claim.condition.words if claim.condition else "",
    }


def people_told(claim: Claim) -> list[dict[str, Any]]:
    """What the lines of people show at first."""
    return [
        {
            "name": mention.name,
            "roles": ", ".join(mention.roles),
            "age": mention.age,
            "nationality": mention.nationality,
            "described": not mention.named,
        }
        for mention in claim.names
    ]


def voices_told(claim: Claim) -> list[dict[str, Any]]:
    """What the lines of voices show at first."""
    return [
        {"name": each.name, "kind": each.kind.value, "cue": each.cue} for each in claim.speakers
    ]


def _count(told: Mapping[str, Any]) -> Quantity | None:
    low, high, about, words = told["low"], told["high"], told["about"], told["count_words"]
    if low is high is about is None and not words:
        return None
    numbers = [value for value in (low, high, about) if value is not None]
    return Quantity(
        low=low,
        high=high,
        about=about,
        words=words or f"{numbers[0]:g}",
        unit=Unit(told["unit"] or Unit.PEOPLE),
    )


def _term(told: Mapping[str, Any]) -> Term | None:
    if not told["term_words"] and not told["term_duration"]:
        return None
    return Term(
        kind=TermKind(told["term_kind"] or TermKind.SENTENCE),
        duration=told["term_duration"] or None,
        words=told["term_words"] or told["term_duration"],
    )


def _when(told: Mapping[str, Any]) -> TimeMention | None:
    day = told["when"]
    if day is None:
        return None
    return TimeMention(edtf=day, words=told["when_words"] or day.text)


def _condition(told: Mapping[str, Any]) -> Condition | None:
    found = told.get("condition_passage")
    return found and Condition(words=found.exact, start=found.start, end=found.end)


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _states(code: str) -> str:
    code = code.strip().upper()
    if code and not _STATE.fullmatch(code):
        raise forms.ValidationError(_("Write two letters, such as BY or US."))
    return code
