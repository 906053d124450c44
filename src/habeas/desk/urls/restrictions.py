"""Addresses of who may see what, and of what is sealed."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import restrictions, sealed

urlpatterns = [
    path("restrictions/", restrictions.restrictions, name="restrictions"),
    path("restrictions/<slug:kind>/<opaque:record>/", restrictions.restriction, name="restriction"),
    path(
        "restrictions/<slug:kind>/<opaque:record>/undo/",
        restrictions.undo,
        name="restriction_undo",
    ),
    path(
        "restrictions/<slug:kind>/<opaque:record>/seal/",
        restrictions.seal,
        name="restriction_seal",
    ),
    path("sealed/<opaque:key>/", sealed.sealed, name="sealed"),
    path("sealed/<opaque:key>/open/", sealed.open_sealed, name="sealed_open"),
    path("sealed/<opaque:key>/release/", sealed.release, name="sealed_release"),
]
