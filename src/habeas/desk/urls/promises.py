"""Addresses of promises and deals, and of what is decided about what they mean."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import promises

urlpatterns = [
    path("promises/", promises.promises, name="pledges"),
    path("promises/decide/", promises.decide, name="promise_decide"),
    path("promises/decided/<opaque:key>/undo/", promises.undo, name="promise_undo"),
    path("promises/<opaque:key>/", promises.promise, name="pledge"),
    path("deals/<opaque:key>/", promises.deal, name="deal"),
]
