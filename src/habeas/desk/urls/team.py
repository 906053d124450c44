"""Addresses of the team."""

from __future__ import annotations

from django.urls import path

from habeas.desk.views import team

urlpatterns = [
    path("team/", team.team, name="team"),
    path("team/invite/", team.invite_somebody, name="team_invite"),
    path("team/invitations/<int:number>/withdraw/", team.withdraw_invitation, name="team_withdraw"),
    path("team/invitations/<int:number>/restore/", team.restore_invitation, name="team_restore"),
    path("team/<int:number>/role/", team.change_role, name="team_role"),
    path("team/<int:number>/renew/", team.renew_access, name="team_renew"),
    path("team/<int:number>/undo/", team.undo_role, name="team_undo"),
]
