"""Pages of outlets, and the lists of outlets and names."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.store import reader
from rashomon.views import names as names_view
from rashomon.views import outlet as outlet_view
from rashomon.views import reader as layer
from rashomon.web import pages, render
from rashomon.web.address import number


def outlet(request: Request) -> Response:
    name = request.path_params["name"]
    page = number(request.query_params.get("page"), 1)
    with pages.database(request).reading() as db:
        view = outlet_view.outlet(db, name, page=page)
    if view is None:
        return pages.missing(request, "outlet", name)
    return render.page("outlet.html", view=view, here="outlets", path=request.url.path)


def outlets(request: Request) -> Response:
    with pages.database(request).reading() as db:
        found = outlet_view.listed(db)
        hidden = layer.Hidden(reader.hidden(db))
    shown = [one for one in found if one.name not in hidden]
    folded = [one for one in found if one.name in hidden]
    return render.page("outlets.html", outlets=shown, folded=folded, here="outlets")


def names(request: Request) -> Response:
    query = request.query_params
    with pages.database(request).reading() as db:
        view = names_view.names(
            db,
            type_=query.get("type"),
            start=query.get("start", ""),
            page=number(query.get("page"), 1),
        )
    return render.page("names.html", view=view, here="names", types=names_view.TYPES)
