-- Texts of pages stand several in a block, which takes less; `migrating` carries over what there is
-- and then takes the names below. What was read of a page in which version stands in its row, and so
-- does what findings were made with.

CREATE TABLE page_blocks (
    number INTEGER PRIMARY KEY,  -- below 0: of one page alone, until there are enough for a block
    records INTEGER NOT NULL,    -- how many there are in it
    size INTEGER NOT NULL,       -- bytes
    packed BLOB NOT NULL         -- UTF-8, one after the other, zlib
);
CREATE TABLE pages_small (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    media_type TEXT NOT NULL,
    fetched_at TEXT,
    address TEXT,
    chars INTEGER NOT NULL,
    block INTEGER,               -- with the text, which ranges index
    start INTEGER,               -- where in the block, in bytes
    size INTEGER NOT NULL,       -- bytes of the text
    rest INTEGER NOT NULL,       -- bytes after it: a record's body without the text
    reading TEXT                 -- the version that has read it
);
-- Bodies that hold more than a text, zlib with the text for a dictionary.
CREATE TABLE page_bodies (
    number INTEGER PRIMARY KEY REFERENCES pages (number) ON DELETE CASCADE,
    body BLOB NOT NULL
);
DROP INDEX done_reading;
DROP VIEW article_texts;
DELETE FROM story_days;
