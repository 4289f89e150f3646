-- What was found in articles stands several in a block, too, and beside it what it was made with.

CREATE TABLE finding_blocks (
    number INTEGER PRIMARY KEY,  -- below 0: of one article alone, until there are enough for a block
    records INTEGER NOT NULL,    -- how many there are in it
    size INTEGER NOT NULL,       -- bytes
    packed BLOB NOT NULL         -- JSON, one after the other, zlib
);
CREATE TABLE findings_small (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    first INTEGER UNIQUE,        -- number of its first statement; the others follow it
    statements INTEGER NOT NULL, -- how many there are
    less_sure INTEGER NOT NULL,  -- the last of these
    moments INTEGER NOT NULL,
    block INTEGER,
    start INTEGER,               -- where in the block, in bytes
    size INTEGER NOT NULL,       -- bytes
    mark BLOB                    -- what it was made with, a hash
);
-- A block goes with its last record.
CREATE TRIGGER pages_unblock AFTER DELETE ON pages BEGIN
    UPDATE page_blocks SET records = records - 1 WHERE number = old.block;
    DELETE FROM page_blocks WHERE number = old.block AND records < 1;
END;
DROP VIEW found;
DELETE FROM story_days;
