"""Errors of the API, in the one shape of RFC 9457: application/problem+json."""

from __future__ import annotations

import json
from http import HTTPStatus

from starlette.responses import Response


def problem(status: int, detail: str, *, instance: str | None = None) -> Response:
    """An error answer: `type`, `title`, `status`, `detail`, and the address that was asked."""
    try:
        title = HTTPStatus(status).phrase
    except ValueError:
        title = "Error"
    value = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if instance is not None:
        value["instance"] = instance
    return Response(
        json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"),
        status_code=status,
        media_type="application/problem+json",
        headers={"Cache-Control": "no-store"},
    )
