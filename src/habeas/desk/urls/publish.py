"""Addresses of publishing."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import publish

urlpatterns = [
    path("publish/", publish.publish, name="publish"),
    path("publish/propose/", publish.propose, name="publish_propose"),
    path("publish/preparing/", publish.preparing, name="publish_preparing"),
    path("publish/rule/", publish.rule, name="publish_rule"),
    path("publish/<int:number>/", publish.proposal, name="publish_proposal"),
    path("publish/<int:number>/file/", publish.draft, name="publish_draft"),
    path("publish/<int:number>/approve/", publish.approve, name="publish_approve"),
    path("publish/<int:number>/withdraw/", publish.withdraw, name="publish_withdraw"),
    path("publish/<int:number>/go/", publish.go, name="publish_go"),
    path("publish/editions/<opaque:digest>/", publish.past, name="publish_past"),
]
