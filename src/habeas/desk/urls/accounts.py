"""Addresses of events and their accounts."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import accounts

urlpatterns = [
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<opaque:event_id>/", accounts.account, name="account"),
    path("accounts/<opaque:event_id>/assumed/", accounts.decide, name="account_decide"),
]
