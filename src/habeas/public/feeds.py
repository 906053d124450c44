"""An Atom feed of what the Edition adds and changes. It names nobody: feeds are kept for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from habeas.public.edition import current_edition
from habeas.public.freshness import edition_page
from habeas.public.presenters.changes import change_rows

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from habeas.model.editions import EditionSummary
    from habeas.public.presenters.changes import ChangeRow

    _Feed = Feed["_Entry", EditionSummary]
else:
    _Feed = Feed

MOST_ENTRIES = 100


class _Entry:
    """The Edition itself, or one thing that is new or otherwise in it."""

    def __init__(self, summary: EditionSummary, row: ChangeRow | None = None) -> None:
        self.summary = summary
        if row is None:
            self.guid = f"urn:habeas:{summary.digest}:edition"
            self.href = reverse("edition", args=[summary.digest])
            self.title = _("A new edition")
            self.text = _(
                "%(people)s persons, %(accounts)s accounts, %(reports)s reports; SHA-256 %(digest)s"
            ) % {
                "people": summary.people,
                "accounts": summary.accounts,
                "reports": summary.reports,
                "digest": summary.digest,
            }
        else:
            self.guid = f"urn:habeas:{summary.digest}:{row.id}"
            self.href = row.href
            self.title = row.title
            self.text = ", ".join(filter(None, (row.what, row.when)))


class _Changes(_Feed):
    """One entry for the Edition, then one for each account, report or promise that changed."""

    feed_type = Atom1Feed
    description_template = None

    def get_object(self, request: HttpRequest) -> EditionSummary:
        return current_edition().file.summary

    def title(self, summary: EditionSummary) -> str:
        return _("%(register)s: what is new") % {"register": summary.title}

    def link(self, summary: EditionSummary) -> str:
        return reverse("edition", args=[summary.digest])

    def feed_guid(self, summary: EditionSummary) -> str:
        return f"urn:habeas:{summary.digest}"

    def subtitle(self, summary: EditionSummary) -> str:
        return _("It arranges accounts; it does not decide who is right.")

    def items(self, summary: EditionSummary) -> list[_Entry]:
        file = current_edition().file
        rows = change_rows(file.changes_without_people(0, MOST_ENTRIES), file)
        return [_Entry(summary), *(_Entry(summary, row) for row in rows)]

    def item_title(self, item: _Entry) -> str:
        return item.title

    def item_description(self, item: _Entry) -> str:
        return item.text

    def item_link(self, item: _Entry) -> str:
        return item.href

    def item_guid(self, item: _Entry) -> str:
        return item.guid

    def item_updateddate(self, item: _Entry) -> datetime:
        return item.summary.known_at


_FEED = _Changes()


@edition_page
def changes(request: HttpRequest) -> HttpResponse:
    """The feed."""
    return _FEED(request)
