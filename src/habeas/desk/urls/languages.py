"""The address that a choice of language is sent to."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import languages

urlpatterns = [path("language/", languages.choose_language, name="language")]
