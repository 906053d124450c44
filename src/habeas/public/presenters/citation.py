"""How something of an Edition is cited: as a line, and for programmes that keep references."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.public.presenters import wording

if TYPE_CHECKING:
    from habeas.model.claims import Claim
    from habeas.model.editions import EditionSummary
    from habeas.public.presenters.claims import ClaimLine

FORMS = {
    "bib": ("BibTeX", "application/x-bibtex"),
    "ris": ("RIS", "application/x-research-info-systems"),
    "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
}
"""Ending of the address → name and media type."""

_DIGITS = 12
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One entry of a bibliography.

    Attributes:
        key: Unlike that of any other entry of any Edition.
        title: What is cited; empty for the register itself.
        register: Title of the register.
        said: Who says what in which words, and where; empty for what is no claim.
        as_of: Day the Edition answers for, ISO 8601.
        known_at: Moment up to which it knows, ISO 8601 in UTC.
        digest: SHA-256 of the Edition, 64 hex digits.
        address: Where it stands.
    """

    key: str
    title: str
    register: str
    said: str
    as_of: str
    known_at: str
    digest: str
    address: str

    @property
    def note(self) -> str:
        """What a reader needs to find the same Edition."""
        edition = f"As of {self.as_of}, as known at {self.known_at}, SHA-256 {self.digest}"
        return f"{self.said}. {edition}" if self.said else edition

    def written(self, form: str) -> str:
        """The entry as BibTeX (`bib`), RIS (`ris`) or CSL-JSON (`json`)."""
        match form:
            case "bib":
                return _bibtex(self)
            case "ris":
                return _ris(self)
            case _other:
                return _csl(self)


def citation(
    summary: EditionSummary, *, key: str, title: str, address: str, said: str = ""
) -> Citation:
    """Cite something of an Edition.

    Args:
        summary: Of the Edition.
        key: Id of what is cited.
        title: Its title.
        address: Where it stands.
        said: Who says it; see `said_by`.
    """
    return Citation(
        key=f"habeas-{key[:_DIGITS]}-{summary.digest[:_DIGITS]}",
        title=_line(title),
        register=_line(summary.title),
        said=_line(said),
        as_of=summary.as_of.isoformat(),
        known_at=summary.known_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        digest=summary.digest,
        address=address,
    )


def forms_of(kind: str, key: str) -> list[tuple[str, str]]:
    """Names and addresses of an entry for a bibliography, in every form."""
    return [
        (name, reverse("cite", args=[kind, key, form])) for form, (name, _type) in FORMS.items()
    ]


def said_by(claim: Claim, line: ClaimLine) -> str:
    """Who says it in which words, and in which report: `the Court Gazette: “…”, in “…”, …`."""
    who = line.voice.name if line.voice else line.source.outlet
    place = [f"“{line.source.title}”", line.source.outlet, line.source.published]
    words = wording.short(claim.passage.exact)
    return _("%(who)s: “%(words)s”, in %(place)s") % {
        "who": who,
        "words": words,
        "place": ", ".join(filter(None, place)),
    }


def claim_title(line: ClaimLine) -> str:
    """A claim as a title: `123 prisoners, pardoned, announced`; nobody's name."""
    counted = " ".join(filter(None, (line.figure, line.group)))
    return ", ".join(filter(None, (counted or line.object, line.act, line.stance)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _bibtex(cited: Citation) -> str:
    fields = {
        "title": cited.title or cited.register,
        "author": f"{{{_escaped(cited.register)}}}",
        "year": cited.known_at[:4],
        "month": cited.known_at[5:7].lstrip("0"),
        "version": cited.digest,
        "note": cited.note,
        "url": cited.address,
    }
    own = {"author"}
    lines = [
        f"  {name} = {{{value if name in own else _escaped(value)}}}"
        for name, value in fields.items()
    ]
    return f"@misc{{{cited.key},\n" + ",\n".join(lines) + "\n}\n"


def _escaped(text: str) -> str:
    return "".join(
        _ESCAPED.get(sign) or (f"\\{sign}" if sign in "{}$&%#_" else sign) for sign in text
    )


def _ris(cited: Citation) -> str:
    year, month, day = cited.known_at[:10].split("-")
    lines = [
        ("TY", "DATA"),
        ("ID", cited.key),
        ("TI", cited.title or cited.register),
        ("AU", cited.register),
        ("T2", cited.register),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}"),
        ("ET", cited.digest),
        ("N1", cited.note),
        ("UR", cited.address),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _csl(cited: Citation) -> str:
    parts = [int(part) for part in cited.known_at[:10].split("-")]
    entry = {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title or cited.register,
        "container-title": cited.register,
        "author": [{"literal": cited.register}],
        "issued": {"date-parts": [parts]},
        "version": cited.digest,
        "note": cited.note,
        "URL": cited.address,
    }
    return json.dumps([entry], ensure_ascii=False, indent=1) + "\n"
