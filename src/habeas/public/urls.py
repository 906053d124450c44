"""Addresses of the public site. An address holds an opaque id and never a name."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

import habeas.public.opaque  # noqa: F401 - it tells Django how an address holds an id
from habeas.public import citing, downloads, feeds, pledged, searching, views
from habeas.public.api.page import about_api
from habeas.public.api.routes import api

urlpatterns = [
    *i18n_patterns(
        path("", views.home, name="home"),
        path("accounts/", views.accounts, name="accounts"),
        path("accounts/<opaque:event_id>/", views.account, name="account"),
        path("reports/", views.reports, name="reports"),
        path("reports/<opaque:report_id>/", views.report, name="report"),
        path("people/", views.people, name="people"),
        path("people/<opaque:person_id>/", views.person, name="person"),
        path("promises/", pledged.pledges, name="pledges"),
        path("promises/<opaque:pledge_id>/", pledged.pledge, name="pledge"),
        path("targets/<opaque:aim_id>/", pledged.aim, name="aim"),
        path("deals/<opaque:deal_id>/", pledged.deal, name="deal"),
        path("claims/<opaque:claim_id>/", citing.claim, name="claim"),
        path("editions/", citing.editions, name="editions"),
        path("editions/<digest:digest>/", citing.edition, name="edition"),
        path("changes.atom", feeds.changes, name="changes"),
        path("api/", about_api, name="about-api"),
        path("search/", searching.search, name="search"),
        path("over-time/", views.over_time, name="over-time"),
        path("about/", views.about, name="about"),
        path("downloads/", downloads.downloads, name="downloads"),
        # Addresses given out before there were other languages stay as they were.
        prefix_default_language=False,
    ),
    path("api/1/", api.urls),
    path("cite/<opaque:kind>/<opaque:key>.<opaque:form>", citing.cite, name="cite"),
    path("accounts/<opaque:event_id>/figures.csv", downloads.figures, name="figures"),
    path("downloads/<slug:name>", downloads.whole, name="download"),
    path("promises/due.ics", pledged.due, name="due"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]

handler404 = "habeas.public.views.not_found"
handler500 = "habeas.public.views.failed"
