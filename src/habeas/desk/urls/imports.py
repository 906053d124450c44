"""Addresses of lists that come in."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import imports

urlpatterns = [
    path("imports/", imports.imports, name="imports"),
    path("imports/<int:number>/", imports.import_one, name="import_list"),
    path("imports/<int:number>/now/", imports.import_now, name="import_now"),
]
