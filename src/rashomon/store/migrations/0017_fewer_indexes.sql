-- Fewer indexes and shorter rows: what a name is called stands in its row, by which its forms and keys
-- are found; what was left out of a page stands under the page's number. Fingerprints stand in
-- smaller shards, which `migrating` cuts.

PRAGMA legacy_alter_table = ON;
DROP TRIGGER names_form;
DROP TRIGGER names_unform;
CREATE TABLE names_small (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: keys may outlive a name
    id TEXT NOT NULL UNIQUE,
    canonical TEXT NOT NULL,
    type TEXT NOT NULL,
    variants TEXT,               -- JSON; NULL where there is none but the canonical form
    evidence TEXT                -- JSON; NULL where there is none
);
INSERT INTO names_small
SELECT number, id, canonical, type,
       CASE WHEN variants <> json_array(canonical) THEN variants END, nullif(evidence, '[]')
FROM names ORDER BY number;
CREATE TABLE name_keys_small (
    key INTEGER NOT NULL,
    name INTEGER NOT NULL,
    PRIMARY KEY (key, name)
) WITHOUT ROWID;
INSERT INTO name_keys_small SELECT key, name FROM name_keys;
DROP TABLE name_keys;
ALTER TABLE name_keys_small RENAME TO name_keys;
DROP INDEX name_forms_name;
DROP TABLE names;
ALTER TABLE names_small RENAME TO names;
CREATE INDEX names_canonical ON names (canonical);
CREATE TRIGGER names_form AFTER INSERT ON names BEGIN
    INSERT OR IGNORE INTO name_forms SELECT new.canonical, new.number;
    INSERT OR IGNORE INTO name_forms SELECT value, new.number FROM json_each(new.variants)
    WHERE type = 'text';
END;
CREATE TRIGGER names_reform AFTER UPDATE OF variants ON names
WHEN old.variants IS NOT new.variants BEGIN
    DELETE FROM name_forms WHERE name = old.number AND form IN (
        SELECT value FROM json_each(old.variants) WHERE type = 'text'
    );
    INSERT OR IGNORE INTO name_forms SELECT new.canonical, new.number;
    INSERT OR IGNORE INTO name_forms SELECT value, new.number FROM json_each(new.variants)
    WHERE type = 'text';
END;
CREATE TRIGGER names_unform AFTER DELETE ON names BEGIN
    DELETE FROM name_forms WHERE name = old.number AND form IN (
        SELECT old.canonical
        UNION ALL SELECT value FROM json_each(old.variants) WHERE type = 'text'
    );
END;
-- Forms of names whose variants had changed were not kept up.
DELETE FROM name_forms;
INSERT OR IGNORE INTO name_forms SELECT canonical, number FROM names;
INSERT OR IGNORE INTO name_forms
SELECT v.value, n.number FROM names n, json_each(n.variants) v WHERE v.type = 'text';

DROP VIEW what_was_left_out;
CREATE TABLE left_out (
    page INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    start INTEGER,
    "end" INTEGER,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (page, place)
) WITHOUT ROWID;
INSERT INTO left_out
SELECT p.number, row_number() OVER (PARTITION BY p.number ORDER BY r.rowid), r.start, r."end",
       r.stage, r.reason
FROM rejected r JOIN pages p ON p.id = r.page_id;
DROP TABLE rejected;
CREATE VIEW rejected AS
SELECT p.id AS page_id, r.start, r."end", r.stage, r.reason
FROM left_out r JOIN pages p ON p.number = r.page;
CREATE VIEW what_was_left_out AS
SELECT p.origin, r.stage, r.reason, r.start, r."end", p.id AS page_id
FROM left_out r JOIN pages p ON p.number = r.page;
PRAGMA legacy_alter_table = OFF;
