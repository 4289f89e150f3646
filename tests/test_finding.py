"""Finding that goes on while articles are grouped, and telling by workers: the same desk as in turn."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rashomon import finding, pipeline, settings
from rashomon.engines import LocalEngine, on_desk
from rashomon.engines.guard import Findings, find_in_article
from rashomon.engines.on_desk import Asked, OnDesk
from rashomon.finding import Finder
from rashomon.interop.export import TABLES, export
from rashomon.model import Article
from rashomon.progress import Progress
from rashomon.store import Desk, read, todo, write

NEWSROOM = Path(__file__).resolve().parents[1] / "examples" / "newsroom"
_TEXT = (
    "“We came on Friday,” captain Olaf Brenn told reporters in Port Elsa. He went home on Monday."
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with one page, which nobody has looked through."""
    (tmp_path / "a.jsonl").write_text(
        f'{{"id": "x", "title": "Ferry", "text": "{_TEXT}", "published": "2031-05-12"}}'
    )
    with Desk(tmp_path / "desk.db", write=True) as opened, LocalEngine(1) as engine:
        pipeline.read_pages(opened, [str(tmp_path / "a.jsonl")], engine, Progress(), None)
        pipeline.group_articles(opened, Progress())
        yield opened


class _Late:
    """Stands in for an engine whose workers are done with all when they are first waited for."""

    processes = 2
    prepared = True

    def __init__(self) -> None:
        self.found: list[str] = []

    def map(self, function: Callable[[Any], Any], records: Iterable[Any], **_: object) -> _Held:
        self.found.append(function.__name__)
        return _Held([[(record, function(record))] for record in records])


class _Held(list[list[tuple[Any, Any]]]):
    spread = True

    def finished(self) -> Iterator[list[tuple[Any, Any]]]:
        return iter(())


def dates_of(desk: Desk) -> list[str | None]:
    (article,) = read.articles(desk.db)
    return [moment.date for moment in read.moments(desk.db, [article.id])]


def date_anew(desk: Desk, published: str) -> None:
    (article,) = read.articles(desk.db)
    with desk.transaction() as db:
        write.dates(db, [replace(article, published=published)])


def test_of_an_article_that_is_dated_meanwhile_the_moments_are_those_of_the_new_date(
    desk: Desk,
) -> None:
    finder = Finder(desk, _Late(), Progress())  # type: ignore[arg-type]
    finder.begin()
    date_anew(desk, "2031-06-16")
    finder.finish(Progress().stage("none").__enter__())
    assert dates_of(desk) == ["2031-06-13", "2031-06-16"]
    assert todo.count(desk.db, "findings") == 0


def test_where_the_date_alone_changes_nothing_else_is_found_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalEngine(1) as engine:
        pipeline.find_in_articles(desk, engine, Progress())
        assert dates_of(desk) == ["2031-05-09", "2031-05-12"]
        (article,) = read.articles(desk.db)
        said = read.statements(desk.db, [article.id])
        assert said

        def again(_article: Article) -> Findings:
            raise AssertionError("looked through again")

        monkeypatch.setattr(finding, "find_in_article", again)
        date_anew(desk, "2031-06-16")
        pipeline.find_in_articles(desk, engine, Progress())
        assert dates_of(desk) == ["2031-06-13", "2031-06-16"]
        assert read.statements(desk.db, [article.id]) == said
        date_anew(desk, "2031-06-16")
        pipeline.find_in_articles(desk, engine, Progress())
    assert todo.count(desk.db, "findings") == 0


def test_names_and_statements_do_not_hang_on_the_date(desk: Desk) -> None:
    (article,) = read.articles(desk.db)
    one, other = (find_in_article(replace(article, published=d)) for d in ("2031-05-12", None))
    assert (one.mentions, one.statements) == (other.mentions, other.statements)
    assert one.moments != other.moments


def test_a_function_over_a_desk_goes_to_a_worker_without_it(desk: Desk) -> None:
    with LocalEngine(1) as engine:
        pipeline.find_in_articles(desk, engine, Progress())
    (story,) = [Asked(row["id"], 1) for row in desk.db.execute("SELECT id FROM stories")]
    here = OnDesk(on_desk.tell, desk)
    sent = pickle.loads(pickle.dumps(here))
    with sent:
        assert sent(story) == here(story)
        assert sent(story).mark
        assert sent(Asked("none", 0)) == on_desk.Answer()
    with pytest.raises(AssertionError):
        sent(story)  # it holds the desk no longer


def test_two_workers_make_the_desk_that_one_process_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    monkeypatch.setattr(settings, "INLINE_CHARACTERS", 5_000)
    monkeypatch.setattr(settings, "FIND_CHARACTERS", 2_000)
    for processes in (1, 2):
        path = tmp_path / f"{processes}.db"
        with Desk(path, write=True) as desk, LocalEngine(processes) as engine:
            pipeline.build(desk, [str(NEWSROOM)], engine, Progress())
            assert engine.prepared == (processes == 2)
            export(desk, tmp_path / str(processes))
        made.append([(tmp_path / str(processes) / f"{t}.jsonl").read_bytes() for t in TABLES])
    assert made[0] == made[1]
