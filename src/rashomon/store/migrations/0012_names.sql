-- Names are known by a number within the file: their ids stood in four tables and as many indexes.

DROP VIEW who_said_what;
CREATE TABLE names_numbered (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    canonical TEXT NOT NULL,
    type TEXT NOT NULL,
    variants TEXT NOT NULL,      -- JSON
    evidence TEXT NOT NULL       -- JSON
);
INSERT INTO names_numbered
SELECT NULL, id, canonical, type, variants, evidence FROM names ORDER BY id;
-- What articles call a name; `name_links` says it in ids.
CREATE TABLE name_places (
    name INTEGER NOT NULL REFERENCES names (number) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    form TEXT NOT NULL,          -- empty where it is the canonical one
    PRIMARY KEY (name, article, form)
) WITHOUT ROWID;
INSERT INTO name_places
SELECT n.number, a.number, CASE l.referent WHEN n.canonical THEN '' ELSE l.referent END
FROM name_links l JOIN names_numbered n ON n.id = l.name_id JOIN articles a ON a.id = l.article_id
ORDER BY 1, 2, 3;
CREATE INDEX name_places_article ON name_places (article);
-- Keys under which names of the desk may be one, as hashes: only names that share one are folded.
CREATE TABLE name_keys_small (
    key INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names (number) ON DELETE CASCADE,
    PRIMARY KEY (key, name)
) WITHOUT ROWID;
INSERT OR IGNORE INTO name_keys_small
SELECT rashomon_key(k.key), n.number FROM name_keys k JOIN names_numbered n ON n.id = k.name_id;
-- The forms of a name, by which it is found while it is typed.
CREATE TABLE name_forms_small (
    form TEXT NOT NULL COLLATE NOCASE,
    name INTEGER NOT NULL,
    PRIMARY KEY (form, name)
) WITHOUT ROWID;
INSERT INTO name_forms_small
SELECT f.form, n.number FROM name_forms f JOIN names_numbered n ON n.id = f.name_id;
DROP TABLE name_links;
DROP TABLE name_keys;
DROP TABLE name_forms;
DROP TABLE names;
ALTER TABLE names_numbered RENAME TO names;
ALTER TABLE name_keys_small RENAME TO name_keys;
ALTER TABLE name_forms_small RENAME TO name_forms;
CREATE INDEX names_canonical ON names (canonical);
CREATE INDEX name_keys_name ON name_keys (name);
CREATE INDEX name_forms_name ON name_forms (name);
CREATE TRIGGER names_form AFTER INSERT ON names BEGIN
    INSERT OR IGNORE INTO name_forms SELECT new.canonical, new.number;
    INSERT OR IGNORE INTO name_forms SELECT value, new.number FROM json_each(new.variants)
    WHERE type = 'text';
END;
CREATE TRIGGER names_unform AFTER DELETE ON names BEGIN
    DELETE FROM name_forms WHERE name = old.number;
END;

CREATE VIEW name_links AS
SELECT a.id AS article_id, CASE p.form WHEN '' THEN n.canonical ELSE p.form END AS referent,
       n.id AS name_id
FROM name_places p JOIN names n ON n.number = p.name JOIN articles a ON a.number = p.article;

CREATE VIEW who_said_what AS
SELECT s.number,
       coalesce((SELECT n.canonical FROM name_places p JOIN names n ON n.number = p.name
                 WHERE p.article = a.number
                 AND CASE p.form WHEN '' THEN n.canonical ELSE p.form END = s.speaker),
                s.speaker) AS speaker,
       s.kind, s.cue, s.denied, s.words, s.via, a.outlet, a.published, a.title,
       a.id AS article_id, sa.story_id
FROM statements s
JOIN articles a ON a.id = s.article_id
LEFT JOIN story_articles sa ON sa.article_id = s.article_id;
