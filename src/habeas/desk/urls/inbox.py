"""Addresses of the inbox, and of the ways in."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import adding, inbox

urlpatterns = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/waiting/", inbox.waiting, name="inbox_waiting"),
    path("inbox/waiting/<int:number>/retry/", inbox.retry, name="inbox_retry"),
    path("inbox/waiting/<int:number>/off/", inbox.take_off, name="inbox_off"),
    path("inbox/aside/", inbox.aside, name="inbox_aside"),
    path("inbox/add/", adding.add, name="inbox_add"),
    path("inbox/add/text/", adding.paste, name="inbox_paste"),
    path("inbox/add/files/", adding.files, name="inbox_files"),
    path("inbox/add/address/", adding.address, name="inbox_address"),
    path("inbox/add/feed/", adding.feed, name="inbox_feed"),
    path("inbox/<opaque:report>/aside/", inbox.set_aside, name="inbox_set_aside"),
    path("inbox/<opaque:report>/back/", inbox.bring_back, name="inbox_bring_back"),
    path("inbox/<opaque:report>/done/", inbox.finish, name="inbox_finish"),
    path("inbox/<opaque:report>/reopen/", inbox.reopen, name="inbox_reopen"),
    path("inbox/<opaque:report>/apart/<opaque:other>/", inbox.part, name="inbox_part"),
    path("inbox/<opaque:report>/together/<opaque:other>/", inbox.join, name="inbox_join"),
]
