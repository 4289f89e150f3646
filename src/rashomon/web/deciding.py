"""Merge, split, move and undo from a page: the same commands as in the terminal.

A decision regroups the desk, which takes long on a large one. It is done by the command line's own
program, one at a time, so that pages are served meanwhile; who has decided waits a few seconds for
it, and is then shown a page that asks again.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import views
from rashomon.i18n import gettext as _
from rashomon.i18n import mark
from rashomon.store import lookup, read
from rashomon.store.desk import LOCK_SUFFIX
from rashomon.views import decisions, stored
from rashomon.web import pages, render
from rashomon.web.forms import Form

try:
    import fcntl
except ImportError:  # not on Windows; there SQLite's own locks are all
    fcntl = None  # type: ignore[assignment]

# Seconds that a form waits for its decision before it shows the page that asks again.
PATIENCE = 8.0
BUSY = mark(
    "A build is writing to this desk just now, and stories may change under your hands. Nothing was"
    " changed. Your choice is kept here; try again when the build is done."
)
STILL = mark("Another decision is still being laid over the desk. Nothing was changed; try again.")
_ADDRESS = re.compile(r"(?:.*/)?story/([0-9a-zA-Z_-]+)/?(?:[?#].*)?", re.DOTALL)
# A story or article is named by its id; a given article id may hold any signs.
_MOST_ARTICLES = 1_000


@dataclass(slots=True)
class Deciding:
    """A decision under way: `answer` is what the command said, or `failure` why it did not."""

    number: int
    back: str
    done: threading.Event = field(default_factory=threading.Event)
    answer: dict[str, Any] | None = None
    failure: str | None = None


class Decider:
    """Runs one decision at a time, and remembers the last ones."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        self._lock = threading.Lock()
        self._jobs: dict[int, Deciding] = {}

    def start(self, command: Sequence[str], back: str) -> Deciding | None:
        """Starts `rashomon COMMAND...`; None where another one is still running."""
        with self._lock:
            if any(not job.done.is_set() for job in self._jobs.values()):
                return None
            job = Deciding(max(self._jobs, default=0) + 1, back)
            self._jobs[job.number] = job
            for old in sorted(self._jobs)[:-20]:
                del self._jobs[old]
        threading.Thread(target=self._run, args=(job, list(command)), daemon=True).start()
        return job

    def job(self, number: int) -> Deciding | None:
        return self._jobs.get(number)

    def building(self) -> bool:
        """Whether another program holds the desk's lock."""
        if fcntl is None:
            return False
        try:
            lock = os.open(self.desk.with_name(self.desk.name + LOCK_SUFFIX), os.O_RDONLY)
        except OSError:
            return False
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(lock)
        return False

    def _run(self, job: Deciding, command: list[str]) -> None:
        name, *arguments = command
        line = [sys.executable, "-m", "rashomon", name, "--json", "--desk", str(self.desk), "--"]
        try:
            done = subprocess.run(
                line + arguments, capture_output=True, stdin=subprocess.DEVNULL, check=False
            )
            if done.returncode == 0:
                job.answer = json.loads(done.stdout)
            else:
                said = done.stderr.decode("utf-8", "replace").strip().splitlines()
                job.failure = (said[-1] if said else "it failed").removeprefix("rashomon: ")
        except (OSError, ValueError) as error:
            job.failure = str(error)
        finally:
            job.done.set()


def merge(request: Request, form: Form) -> Response:
    """Other stories become part of this one."""
    story = request.path_params["id"]
    others = [i for v in (*form.all("other"), form.one("named")) if (i := story_id_of(v))]
    if not others:
        return _refused(request, form, _("Choose the story that is to become part of this one."))
    return _decide(request, form, ["merge", story, *dict.fromkeys(others)], f"/story/{story}")


def split(request: Request, form: Form) -> Response:
    """Articles of this story become one of their own."""
    story = request.path_params["id"]
    articles = form.all("article")[:_MOST_ARTICLES]
    if not articles:
        return _refused(request, form, _("Tick the articles that are to be set apart."))
    return _decide(request, form, ["split", story, *articles], f"/story/{story}")


def move(request: Request, form: Form) -> Response:
    """Ticked articles of this story go to another one; one decision for each."""
    story = request.path_params["id"]
    articles = form.all("article")
    target = story_id_of(form.one("named") or form.one("other"))
    if len(articles) != 1:
        return _refused(
            request, form, _("Tick one article to move; its copies go with it. Several that belong"
            " together: set them apart first, then merge."),
        )  # fmt: skip
    if not target:
        return _refused(request, form, _("Choose the story that it goes to."))
    return _decide(request, form, ["move", articles[0], target], f"/story/{story}")


def undo(request: Request, form: Form) -> Response:
    number = form.one("number")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return _refused(request, form, _("There is no such decision."))
    return _decide(request, form, ["undo", number], "/decisions")


def story_id_of(value: str) -> str:
    """The id in what a reader typed or pasted: an id, or the address of a story."""
    value = value.strip()
    match = _ADDRESS.fullmatch(value)
    return match[1] if match else value


def _decide(request: Request, form: Form, command: list[str], back: str) -> Response:
    decider: Decider = request.app.state.decider
    if decider.building():
        return _refused(request, form, _(BUSY), status=503)
    job = decider.start(command, back)
    if job is None:
        return _refused(request, form, _(STILL), status=503)
    job.done.wait(PATIENCE)
    return _shown(request, job, form)


def waiting(request: Request) -> Response:
    """The page of a decision that is still being laid over the desk."""
    decider: Decider = request.app.state.decider
    job = decider.job(request.path_params["number"])
    if job is None:
        return RedirectResponse("/decisions", status_code=303)
    return _shown(request, job, None)


def _shown(request: Request, job: Deciding, form: Form | None) -> Response:
    if not job.done.is_set():
        if form is not None:
            return RedirectResponse(f"/decisions/under-way/{job.number}", status_code=303)
        answer = render.page("under_way.html", status=200, here="")
        answer.headers["Refresh"] = "3"
        return answer
    if job.failure is not None:
        return _refused(request, form, stored.said(_sentence(job.failure)))
    assert job.answer is not None
    number = int(job.answer["decision"]["number"])
    address = job.back
    if address.startswith("/story/"):
        # The story that was decided on may itself be no more.
        found = {story["id"] for story in job.answer["stories"]}
        moved = job.answer["moved"].get(address.removeprefix("/story/"))
        if address.removeprefix("/story/") not in found and moved:
            address = f"/story/{moved}"
    return RedirectResponse(f"{address}?decided={number}", status_code=303)


def _refused(request: Request, form: Form | None, message: str, status: int = 422) -> Response:
    """Says why nothing was changed; a form that may work later is shown again, filled in."""
    again = status == 503 and form is not None
    answer = render.page(
        "refused.html",
        status=status,
        message=message,
        here="",
        kept=form.kept() if again and form is not None else (),
        action=request.url.path if again else "",
        back=_back(request),
    )
    if status == 503:
        answer.headers["Retry-After"] = "30"
    return answer


def _back(request: Request) -> str:
    story = request.path_params.get("id")
    return f"/story/{story}#why" if story else "/decisions"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def listed(request: Request) -> Response:
    """The log of decisions, each with its undo."""
    with pages.database(request).reading() as db:
        view = decisions.decisions_of(db)
    return render.page(
        "decisions.html", view=view, here="decisions", decided=request.query_params.get("decided")
    )


def about(request: Request, view: views.StoryView) -> dict[str, Any]:
    """What a story's page needs to offer decisions: candidates, and the one just made."""
    asked = request.query_params.get("decided", "")
    find = request.query_params.get("find", "").strip()[: pages.QUERY_CHARACTERS]
    with pages.database(request).reading() as db:
        made = None
        if asked.isascii() and asked.isdigit() and len(asked) < 10:
            made = decisions.decision(db, int(asked))
        found: tuple[views.StoryLink, ...] = ()
        if find:
            ids = _stories_of(db, find)
            found = tuple(
                views.link_to(row) for row in lookup.story_rows_of(db, ids) if row.id != view.id
            )
        return {"choice": decisions.choice(db, view), "made": made, "find": find, "found": found}


def _stories_of(db: Any, find: str) -> list[str]:
    """Stories of the articles that hold all words of `find`, the best first."""
    one = story_id_of(find)
    if read.story(db, one) is not None:
        return [one]
    match = lookup.match_of(lookup.phrases_of(find))
    if not match:
        return []
    hits = lookup.search_articles(db, match, limit=60)
    homes = lookup.stories_of_articles(db, [h.article_id for h in hits])
    return list(dict.fromkeys(homes[h.article_id][0] for h in hits if h.article_id in homes))[:12]
