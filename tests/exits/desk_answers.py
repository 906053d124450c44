"""Ask every address of the desk as somebody, in a process of its own; prints JSON.

Arguments: role, then JSON of pattern → list of [method, address, fields].
"""

from __future__ import annotations

import base64
import json
import os
import sys
import time
from typing import Any

from habeas.server.desk_serving import configure_desk
from habeas.server.store_settings import store_place

ORIGIN = "http://localhost:1"


def signed_in(role: str) -> Any:
    """A client of somebody who signed in with two factors a moment ago."""
    from datetime import UTC, datetime

    from allauth.mfa.models import Authenticator
    from django.contrib.auth.models import User
    from django.test import Client

    from habeas.model.restrictions import Role
    from habeas.model.team import RoleDecision
    from habeas.store.roles import decide_role

    name = f"eve-{role}"
    user, _ = User.objects.get_or_create(username=name)
    Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.RECOVERY_CODES, defaults={"data": {}}
    )
    Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}}
    )
    decide_role(
        RoleDecision(
            name=name, role=Role(role), reason="for a test", by="owner", at=datetime.now(UTC)
        )
    )
    client = Client(HTTP_HOST="localhost:1", raise_request_exception=False)
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "username": name},
        {"method": "mfa", "at": time.time(), "type": "totp"},
    ]
    session.save()
    return client


def main() -> None:
    """Print pattern, name and declaration of every route, and what each answered."""
    role, asked = sys.argv[1], json.loads(sys.argv[2])
    configure_desk(store_place(os.environ), ORIGIN)
    from habeas.desk.routes import all_routes
    from habeas.store.schema import bring_up_to_date

    bring_up_to_date()
    client = signed_in(role)
    routes = [
        [pattern, declared and declared.discloses.value] for pattern, _, declared in all_routes()
    ]
    answers = []
    for method, address, fields in asked:
        answer = getattr(client, method)(address, fields)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        told = repr(dict(answer.headers)).encode() + body
        answers.append([method, address, answer.status_code, base64.b64encode(told).decode()])
    print(json.dumps({"routes": routes, "answers": answers}))


if __name__ == "__main__":
    main()
