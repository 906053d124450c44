"""A short page about the API, made of its own description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from habeas.public.api.routes import api
from habeas.public.freshness import edition_page
from habeas.public.showing import shown

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

EXAMPLE = """curl {edition}
curl -H 'Content-Type: application/json' -d '{{"sought": "…"}}' {search}"""


def _is_open(operation: dict[str, Any]) -> bool:
    """True for an address that can be asked as it stands."""
    return not any(each["required"] for each in operation["parameters"])


@edition_page
def about_api(request: HttpRequest) -> HttpResponse:
    """Every address of the API with what it gives."""
    described = api.get_openapi_schema()
    rows = [
        (method.upper(), path, operation["description"], method == "get" and _is_open(operation))
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
    ]
    context = {
        "rows": rows,
        "description": described["info"]["description"],
        "openapi": reverse("api-1:openapi-json"),
        "example": EXAMPLE.format(
            edition=request.build_absolute_uri(reverse("api-1:edition")),
            search=request.build_absolute_uri(reverse("api-1:search")),
        ),
    }
    return shown(request, "api", context)
