-- The reader's own layer: what was read, saved, found useful or not, noted and hidden. Nothing of it
-- hangs on rows that a build makes anew: there are no foreign keys, and beside an article's id stand
-- its address, its page and a hash of its text, by which it is found again.

CREATE TABLE reader_marks (
    kind TEXT NOT NULL CHECK (kind IN ('seen', 'read', 'saved', 'useful')),
    what TEXT NOT NULL CHECK (what IN ('article', 'story')),
    id TEXT NOT NULL,            -- the article's or story's, as it was called last
    value INTEGER NOT NULL,      -- 1; for "useful" -1 says that it was not
    text_hash TEXT,
    url TEXT,
    page_id TEXT,
    outlet TEXT,
    title TEXT,
    made_at TEXT NOT NULL,       -- ISO 8601, UTC
    PRIMARY KEY (kind, what, id)
) WITHOUT ROWID;
CREATE INDEX reader_marks_id ON reader_marks (id, kind);
CREATE INDEX reader_marks_url ON reader_marks (url);

CREATE TABLE reader_notes (
    id TEXT PRIMARY KEY,         -- a UUID
    article_id TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('text', 'title')),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,         -- the words, as they stood when the note was made
    prefix TEXT NOT NULL,        -- what stood before and after them
    suffix TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    url TEXT,
    page_id TEXT,
    outlet TEXT,
    title TEXT,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reader_notes_article ON reader_notes (article_id, start);

CREATE TABLE reader_hidden (
    outlet TEXT PRIMARY KEY,
    made_at TEXT NOT NULL
) WITHOUT ROWID;

-- When the desk was looked at: a visit ends with half an hour without any page.
CREATE TABLE reader_visits (
    number INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    last_at TEXT NOT NULL
);

-- When a page first came to the desk; pages from before this table have none.
CREATE TABLE arrivals (
    page_id TEXT PRIMARY KEY,
    at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER pages_arrive AFTER INSERT ON pages BEGIN
    INSERT INTO arrivals SELECT new.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE NOT EXISTS (SELECT 1 FROM arrivals WHERE page_id = new.id);
END;
INSERT INTO arrivals SELECT id, '' FROM pages;

CREATE INDEX articles_url ON articles (url);
-- Pages are listed and counted without their bodies.
CREATE INDEX pages_origin ON pages (origin);
-- Outlet and date of an article without its text: what a search is narrowed by.
CREATE INDEX articles_facets ON articles (number, outlet, published);

-- The forms of a name, by which it is found while it is typed.
CREATE TABLE name_forms (
    form TEXT NOT NULL COLLATE NOCASE,
    name_id TEXT NOT NULL,
    PRIMARY KEY (form, name_id)
) WITHOUT ROWID;
CREATE INDEX name_forms_name ON name_forms (name_id);
CREATE TRIGGER names_form AFTER INSERT ON names BEGIN
    INSERT OR IGNORE INTO name_forms SELECT new.canonical, new.id;
    INSERT OR IGNORE INTO name_forms SELECT value, new.id FROM json_each(new.variants)
    WHERE type = 'text';
END;
CREATE TRIGGER names_unform AFTER DELETE ON names BEGIN
    DELETE FROM name_forms WHERE name_id = old.id;
END;
INSERT OR IGNORE INTO name_forms SELECT canonical, id FROM names;
INSERT OR IGNORE INTO name_forms SELECT j.value, n.id FROM names n, json_each(n.variants) j
WHERE j.type = 'text';
