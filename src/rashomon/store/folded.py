"""The names of the desk, as they are folded: over all of it, and a few stories at a time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model import Article, Name, NameLink, Story, content_id
from rashomon.store import grown, read, rows

# Characters of a text that folding looks at: who wrote it is told by its dateline and first words.
_OPENING = 1_200


def openings(db: sqlite3.Connection) -> list[Article]:
    """All articles with the beginning of their text, which is all that folding reads of it."""
    # As they are stored, which opens each block once.
    found = (rows.article_of(row) for row in db.execute(f"{rows.ARTICLES} ORDER BY number"))
    made = [replace(one, text=one.text[:_OPENING], ranges=None, hints=()) for one in found]
    return sorted(made, key=lambda one: (one.page_id, one.place, one.id))


def homes(db: sqlite3.Connection) -> list[Story]:
    """All stories with the ids of their articles alone."""
    members: dict[str, list[str]] = defaultdict(list)
    for row in db.execute("SELECT * FROM story_articles ORDER BY story_id, position"):
        members[row["story_id"]].append(row["article_id"])
    return [Story(i, "", tuple(ids), None, None, (), 0) for i, ids in members.items()]


def articles(db: sqlite3.Connection) -> int:
    """How many articles the desk has."""
    return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])


def at_last_fold(db: sqlite3.Connection) -> int:
    """How many articles the desk had when all names were last folded together."""
    return _noted(db, "articles")


def since(db: sqlite3.Connection) -> int:
    """How many articles were bound since."""
    return _noted(db, "since")


def _noted(db: sqlite3.Connection, what: str) -> int:
    query = "SELECT input FROM done WHERE stage = 'names' AND record = ?"
    row = db.execute(query, (what,)).fetchone()
    return 0 if row is None else int(row[0])


def _note(db: sqlite3.Connection, what: str, value: int) -> None:
    db.execute("INSERT OR REPLACE INTO done VALUES ('names', ?, ?)", (what, str(value)))


def count_since(db: sqlite3.Connection, count: int) -> None:
    """So many more were bound."""
    _note(db, "since", since(db) + count)


def owe(db: sqlite3.Connection) -> None:
    """The names are to be folded over the whole desk, though nothing is new."""
    _note(db, "owed", 1)


def is_owed(db: sqlite3.Connection) -> bool:
    """Whether they are."""
    return bool(_noted(db, "owed"))


def replace_all(
    db: sqlite3.Connection, values: Sequence[Name], links: Sequence[NameLink], count: int
) -> list[str]:
    """All names of the desk, folded over `count` articles. Gives the stories whose names are other
    than they were."""
    before = {
        (r["article_id"], r["referent"]): r["name_id"]
        for r in db.execute("SELECT * FROM name_links")
    }
    shown = {r["id"]: r["canonical"] for r in db.execute("SELECT id, canonical FROM names")}
    now = {value.id: value.canonical for value in values}
    other = {
        x.article_id
        for x in links
        if before.get((x.article_id, x.referent)) != x.name_id
        or shown.get(x.name_id) != now[x.name_id]
    }
    kept = {(x.article_id, x.referent) for x in links}
    other |= {article for article, referent in before if (article, referent) not in kept}
    del before, kept
    db.execute("DELETE FROM name_keys")
    db.execute("DELETE FROM name_places")
    db.execute("DELETE FROM names")
    _write(db, values, links)
    _note(db, "articles", count)
    _note(db, "since", 0)
    _note(db, "owed", 0)
    query = "SELECT DISTINCT story_id FROM story_articles WHERE article_id IN ({ids})"
    return sorted({row[0] for row in read.select_in(db, query, sorted(other))})


def put(
    db: sqlite3.Connection, ids: Sequence[str], values: Sequence[Name], links: Sequence[NameLink]
) -> None:
    """`values` and the links of the articles `ids`, in place of those that they had."""
    query = "SELECT DISTINCT name_id FROM name_links WHERE article_id IN ({ids})"
    had = {row[0] for row in read.select_in(db, query, ids)}
    numbers = grown.numbers(db, ids).values()
    db.executemany("DELETE FROM name_places WHERE article = ?", [(n,) for n in numbers])
    _write(db, values, links)
    for name_id in sorted(had - {link.name_id for link in links}):
        query = "SELECT 1 FROM name_links WHERE name_id = ? LIMIT 1"
        if not db.execute(query, (name_id,)).fetchone():
            _forget(db, name_id)


def _forget(db: sqlite3.Connection, name_id: str) -> None:
    row = db.execute("SELECT * FROM names WHERE id = ?", (name_id,)).fetchone()
    value = rows.name_of(row)
    keys = {key_of(value.type, form) for form in (value.canonical, *value.variants)}
    db.executemany(
        "DELETE FROM name_keys WHERE key = ? AND name = ?",
        sorted((hashed(key), row["number"]) for key in keys if key is not None),
    )
    db.execute("DELETE FROM names WHERE id = ?", (name_id,))


def _write(db: sqlite3.Connection, values: Iterable[Name], links: Sequence[NameLink]) -> None:
    known: dict[str, Name] = {}
    for value in values:
        known[value.id] = value
        db.execute(
            "INSERT INTO names VALUES (NULL, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " variants = excluded.variants, evidence = excluded.evidence",
            rows.name_row(value),
        )
    put_links(db, links)
    keys = {
        (key, x.name_id)
        for x in links
        if (named := known.get(x.name_id)) is not None
        and everywhere(named)
        and (key := key_of(named.type, x.referent)) is not None
    }
    query = "SELECT id, number FROM names WHERE id IN ({ids})"
    found = read.select_in(db, query, sorted({i for _, i in keys}))
    numbers = {row["id"]: row["number"] for row in found}
    db.executemany(
        "INSERT OR IGNORE INTO name_keys VALUES (?, ?)",
        sorted((hashed(key), numbers[i]) for key, i in keys),
    )


def put_links(db: sqlite3.Connection, links: Iterable[NameLink]) -> None:
    """Links of names that are on the desk; each article calls one name so."""
    held = {(x.article_id, x.referent): x.name_id for x in links}
    articles = grown.numbers(db, sorted({article for article, _ in held}))
    query = "SELECT id, number, canonical FROM names WHERE id IN ({ids})"
    names = {row["id"]: row for row in read.select_in(db, query, sorted(set(held.values())))}
    db.executemany(
        "INSERT INTO name_places VALUES (?, ?, ?)",
        sorted(
            (
                names[i]["number"],
                articles[article],
                "" if referent == names[i]["canonical"] else referent,
            )
            for (article, referent), i in held.items()
        ),
    )


def hashed(key: str) -> int:
    """A key as it is stored: 63 bits of a hash."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1


def everywhere(value: Name) -> bool:
    """Whether a name holds over the desk, and not in one story alone."""
    return value.id == content_id("name", value.type, value.canonical)


def key_of(type_: str, form: str) -> str | None:
    """What a form is known by; None for the surname of a person, which says nothing alone."""
    if type_ == "person" and " " not in form.strip():
        return None
    return f"{type_} {form.casefold()}"


def known_by(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, list[str]]:
    """The names that are known by each of `keys`."""
    found: dict[str, list[str]] = defaultdict(list)
    query = (
        "SELECT k.key, n.id FROM name_keys k JOIN names n ON n.number = k.name"
        " WHERE k.key IN ({ids})"
    )
    called = {hashed(key): key for key in keys}
    for row in read.select_in(db, query, list(called), " ORDER BY n.id"):
        found[called[row["key"]]].append(row["id"])
    return found


def by_id(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Name]:
    """Names by id."""
    query = "SELECT * FROM names WHERE id IN ({ids})"
    return {row["id"]: rows.name_of(row) for row in read.select_in(db, query, ids)}
