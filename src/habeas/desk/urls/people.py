"""Addresses of who is who. None holds a name."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import pairs, people

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/pairs/", pairs.queue, name="pairs"),
    path("people/pairs/<opaque:left>/<opaque:right>/", pairs.pair, name="pair"),
    path(
        "people/judgements/<opaque:judgement>/withdraw/", pairs.withdraw, name="judgement_withdraw"
    ),
    path("people/<opaque:person_id>/", people.person, name="person"),
    path("people/<opaque:person_id>/apart/", people.apart, name="person_apart"),
]
