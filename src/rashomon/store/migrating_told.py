"""0018: differences, points and briefs of stories, row by row before, into one row for each story."""

from __future__ import annotations

import sqlite3
from typing import Any

from rashomon.store import told

_AFTER = """
DROP TABLE contrast_tellings
DROP TABLE contrasts
DROP TABLE point_lacking
DROP TABLE point_tellings
DROP TABLE points
DROP TABLE briefs
PRAGMA legacy_alter_table = OFF
"""
# For people and their programs: what stands in the packed rows, row by row.
_VIEWS = (
    """CREATE VIEW told_things AS
SELECT story_id, CAST(sqlar_uncompress(packed, 1100 * length(packed)) AS TEXT) AS things
FROM told""",
    """CREATE VIEW contrasts AS
SELECT json_extract(c.value, '$[0]') AS id, t.story_id, json_extract(c.value, '$[1]') AS rank,
       json_extract(c.value, '$[2]') AS topic, json_extract(c.value, '$[3]') AS kind,
       json_extract(c.value, '$[4]') AS strength
FROM told_things t, json_each(t.things, '$.c') c""",
    """CREATE VIEW contrast_tellings AS
SELECT json_extract(c.value, '$[0]') AS contrast_id, x.key AS position,
       json_extract(x.value, '$[0]') AS article_id, json_extract(x.value, '$[1]') AS field,
       json_extract(x.value, '$[2]') AS start, json_extract(x.value, '$[3]') AS "end",
       json_extract(x.value, '$[4]') AS reading
FROM told_things t, json_each(t.things, '$.c') c, json_each(c.value, '$[5]') x""",
    """CREATE VIEW points AS
SELECT json_extract(p.value, '$[0]') AS id, t.story_id, json_extract(p.value, '$[1]') AS rank,
       json_extract(p.value, '$[2]') AS kind, json_extract(p.value, '$[3]') AS carried
FROM told_things t, json_each(t.things, '$.p') p""",
    """CREATE VIEW point_tellings AS
SELECT json_extract(p.value, '$[0]') AS point_id, x.key AS position,
       json_extract(x.value, '$[0]') AS article_id, json_extract(x.value, '$[1]') AS field,
       json_extract(x.value, '$[2]') AS start, json_extract(x.value, '$[3]') AS "end"
FROM told_things t, json_each(t.things, '$.p') p, json_each(p.value, '$[4]') x""",
    """CREATE VIEW point_lacking AS
SELECT json_extract(p.value, '$[0]') AS point_id, x.key AS position, x.value AS article_id
FROM told_things t, json_each(t.things, '$.p') p, json_each(p.value, '$[5]') x""",
    """CREATE VIEW briefs AS
SELECT t.story_id, b.key AS position, json_extract(b.value, '$[0]') AS article_id,
       json_extract(b.value, '$[1]') AS start, json_extract(b.value, '$[2]') AS "end"
FROM told_things t, json_each(t.things, '$.b') b""",
    """CREATE VIEW where_they_differ AS
SELECT t.story_id, json_extract(c.value, '$[1]') AS rank, json_extract(c.value, '$[3]') AS kind,
       json_extract(c.value, '$[4]') AS strength, json_extract(c.value, '$[2]') AS topic,
       a.outlet, a.published,
       CASE json_extract(y.value, '$[1]')
       WHEN 'title' THEN substr(a.title, json_extract(y.value, '$[2]') + 1,
                                json_extract(y.value, '$[3]') - json_extract(y.value, '$[2]'))
       ELSE substr(x.text, json_extract(y.value, '$[2]') + 1,
                   json_extract(y.value, '$[3]') - json_extract(y.value, '$[2]')) END AS words,
       json_extract(y.value, '$[4]') AS reading, a.id AS article_id
FROM told_things t, json_each(t.things, '$.c') c, json_each(c.value, '$[5]') y
JOIN articles a ON a.id = json_extract(y.value, '$[0]')
JOIN article_texts x ON x.article_id = a.id""",
    """CREATE VIEW what_they_agree_on AS
SELECT t.story_id, json_extract(p.value, '$[1]') AS rank, json_extract(p.value, '$[3]') AS carried,
       json_extract(p.value, '$[2]') AS kind, a.outlet, a.published,
       substr(x.text, json_extract(y.value, '$[2]') + 1,
              json_extract(y.value, '$[3]') - json_extract(y.value, '$[2]')) AS words,
       a.id AS article_id
FROM told_things t, json_each(t.things, '$.p') p, json_each(p.value, '$[4]') y
JOIN articles a ON a.id = json_extract(y.value, '$[0]')
JOIN article_texts x ON x.article_id = a.id""",
)


def carry_over(db: sqlite3.Connection) -> None:
    """What is told of each story, into its row."""
    things: dict[str, dict[str, list[Any]]] = {}

    def of(story_id: str) -> dict[str, list[Any]]:
        return things.setdefault(story_id, {"c": [], "p": [], "b": []})

    for row in db.execute("SELECT * FROM contrasts ORDER BY story_id, rank, id").fetchall():
        query = (
            'SELECT article_id, field, start, "end", reading FROM contrast_tellings'
            " WHERE contrast_id = ? ORDER BY position"
        )
        tellings = [list(t) for t in db.execute(query, (row["id"],))]
        of(row["story_id"])["c"].append(
            [row["id"], row["rank"], row["topic"], row["kind"], row["strength"], tellings]
        )
    for row in db.execute("SELECT * FROM points ORDER BY story_id, rank, id").fetchall():
        query = (
            'SELECT article_id, field, start, "end" FROM point_tellings'
            " WHERE point_id = ? ORDER BY position"
        )
        tellings = [list(t) for t in db.execute(query, (row["id"],))]
        query = "SELECT article_id FROM point_lacking WHERE point_id = ? ORDER BY position"
        lacking = [t[0] for t in db.execute(query, (row["id"],))]
        of(row["story_id"])["p"].append(
            [row["id"], row["rank"], row["kind"], row["carried"], tellings, lacking]
        )
    for row in db.execute("SELECT * FROM briefs ORDER BY story_id, position"):
        of(row["story_id"])["b"].append([row["article_id"], row["start"], row["end"]])
    for story_id, found in things.items():
        told.put(db, story_id, found)
    for statement in (*_AFTER.strip().splitlines(), *_VIEWS):
        db.execute(statement)
