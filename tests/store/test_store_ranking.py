"""Stories in the order of the front page: as if all were weighed, whatever is written meanwhile."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.store import Desk, lists, ranking

_DAYS = st.one_of(
    st.none(),
    st.sampled_from(["2031", "2031-05", "2030-12", "2031-04-31"]),
    st.integers(0, 80).map(lambda n: f"2031-{4 + n // 28:02}-{1 + n % 28:02}"),
    st.integers(0, 80).map(lambda n: f"2031-{4 + n // 28:02}-{1 + n % 28:02}T{n % 24:02}:10Z"),
)
_STORIES = st.lists(st.tuples(st.sampled_from([1, 1, 1, 2, 2, 3, 4, 7, 30]), _DAYS), max_size=60)
# Every story weighed and put in order, as the definition says it.
_ALL = """
SELECT id FROM (
    SELECT id, last_published, tellings / (1.0 + CASE
        WHEN last_published GLOB '????-??-??*' THEN coalesce(max(0, julianday((
            SELECT max(substr(last_published, 1, 10)) FROM stories
            WHERE last_published GLOB '????-??-??*'
        )) - julianday(substr(last_published, 1, 10))), 60)
        ELSE 60 END / 7.0) AS weight
    FROM stories WHERE {0}
) ORDER BY weight DESC, last_published DESC, id
"""
_TOLD = {None: "1", True: "tellings > 1", False: "tellings <= 1"}


def _write(db: sqlite3.Connection, stories: list[tuple[int, str | None]], first: int = 0) -> None:
    db.executemany(
        "INSERT INTO stories VALUES (?, 'A title', ?, ?, '[]', ?)",
        [(f"s{first + n:04}", day, day, told) for n, (told, day) in enumerate(stories)],
    )


def _plain(db: sqlite3.Connection, several: bool | None) -> list[str]:
    return [row["id"] for row in db.execute(_ALL.format(_TOLD[several]))]


def _ids(db: sqlite3.Connection, several: bool | None, limit: int, offset: int = 0) -> list[str]:
    rows = ranking.story_rows(db, limit=limit, offset=offset, several=several)
    return [row.id for row in rows]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STORIES, st.integers(1, 12), st.sampled_from([None, True, False]))
def test_pages_are_those_of_all_stories_in_order(
    tmp_path: Path, stories: list[tuple[int, str | None]], size: int, several: bool | None
) -> None:
    (tmp_path / "x.db").unlink(missing_ok=True)
    with Desk(tmp_path / "x.db", write=True) as desk:
        _write(desk.db, stories)
        wanted = _plain(desk.db, several)
        pages = [_ids(desk.db, several, size, at) for at in range(0, 60, size)]
        assert [one for page in pages for one in page] == wanted
        assert _ids(desk.db, several, -1) == wanted  # all at once, as those far down are found
        assert ranking.story_count(desk.db, several=several) == len(wanted)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STORIES, st.integers(1, 12))
def test_a_cursor_goes_through_all_stories_once(
    tmp_path: Path, stories: list[tuple[int, str | None]], size: int
) -> None:
    (tmp_path / "x.db").unlink(missing_ok=True)
    with Desk(tmp_path / "x.db", write=True) as desk:
        _write(desk.db, stories)
        found: list[str] = []
        rows, key = lists.stories(desk.db, None, size)
        found += [row.id for row in rows]
        while key is not None:
            key = lists.key_of(lists.cursor(key), 4)
            rows, key = lists.stories(desk.db, key, size)
            found += [row.id for row in rows]
        assert found == _plain(desk.db, None)


def test_what_a_build_writes_is_in_the_next_order(tmp_path: Path) -> None:
    with Desk(tmp_path / "x.db", write=True) as writing:
        _write(writing.db, [(1 + n % 5, f"2031-05-{1 + n % 28:02}") for n in range(50)])
        with Desk(tmp_path / "x.db") as reading:
            assert _ids(reading.db, None, 24) == _plain(reading.db, None)[:24]
            with writing.transaction() as db:
                _write(db, [(9, "2031-05-20"), (3, "2031-07-01")], first=100)
                db.execute("UPDATE stories SET tellings = 8 WHERE id = 's0001'")
                db.execute("DELETE FROM stories WHERE id = 's0004'")
            now = _ids(reading.db, None, 24)
            # A newer day makes all others older: the order of what was there changes, too.
            assert now[0] == "s0101"
            assert now == _plain(reading.db, None)[:24]
            assert ranking.story_count(reading.db) == 51


def test_no_table_is_gone_through_for_the_first_page(tmp_path: Path) -> None:
    with Desk(tmp_path / "x.db", write=True) as desk:
        _write(desk.db, [(1 + n % 3, f"2031-05-{1 + n % 28:02}") for n in range(500)])
        asked: list[str] = []
        desk.db.set_trace_callback(asked.append)
        _ids(desk.db, None, 24)
        desk.db.set_trace_callback(None)
        plans = [row["detail"] for q in asked for row in desk.db.execute(f"EXPLAIN QUERY PLAN {q}")]
    assert not [p for p in plans if p.startswith("SCAN stories") or "TEMP B-TREE" in p]


def test_a_cursor_of_somebody_else_does_no_harm(tmp_path: Path) -> None:
    with Desk(tmp_path / "x.db", write=True) as desk:
        _write(desk.db, [(2, "2031-05-01"), (1, None)])
        for weight in (float("nan"), float("inf"), 5e-324, -1.0, 10**400):
            for day in ("2031-05-01", "no day", None, "0001-01-01", "9" * 10):
                lists.stories(desk.db, (day, weight, "x", "y"), 5)
