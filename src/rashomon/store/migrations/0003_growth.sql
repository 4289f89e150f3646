-- What lets a desk grow at the cost of what is new: work to be done by record, the index of
-- fingerprints, and where each article was grouped. All of it can be made again from the rest.

-- Records of a stage that are to be done; those of a stage that was raised are all put in.
CREATE TABLE todo (
    stage TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (stage, record)
) WITHOUT ROWID;

CREATE INDEX done_reading ON done (input) WHERE stage = 'reading';

-- Articles by number; those that nothing tells apart share the row of the first.
CREATE TABLE copy_rows (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    "row" INTEGER NOT NULL,
    twin INTEGER NOT NULL,       -- a hash of all that tells articles apart
    outlet INTEGER NOT NULL,     -- hashes, as the next three
    address INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    rare INTEGER NOT NULL,       -- fingerprints that are not common
    prints BLOB                  -- 4 bytes each, in the order of the text; NULL where row is another
);
CREATE INDEX copy_rows_twin ON copy_rows (twin);
CREATE INDEX copy_rows_twins ON copy_rows ("row") WHERE "row" <> number;
CREATE INDEX copy_rows_short ON copy_rows (rare) WHERE rare < 3;
CREATE TABLE copy_keys (
    key INTEGER NOT NULL,        -- a hash of an address, or of a title and its outlet
    "row" INTEGER NOT NULL,
    PRIMARY KEY (key, "row")
) WITHOUT ROWID;
CREATE TABLE copy_common (hash INTEGER PRIMARY KEY);
CREATE TABLE copy_edges (
    "row" INTEGER NOT NULL,
    other INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    large INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    part INTEGER NOT NULL,
    PRIMARY KEY ("row", other)
) WITHOUT ROWID;
-- Fingerprints in order, with the rows that have them: levels of growing size, each cut in shards.
CREATE TABLE copy_postings (
    shard INTEGER PRIMARY KEY,   -- level * 2**32 + the number of the shard in it
    hashes BLOB NOT NULL,        -- 4 bytes each
    rows BLOB NOT NULL           -- 4 bytes each
);
CREATE TABLE copy_levels (level INTEGER PRIMARY KEY, size INTEGER NOT NULL);

-- Dates that were completed before grouping, where they are not as reading found them.
CREATE TABLE first_dates (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    published TEXT,
    basis TEXT
) WITHOUT ROWID;

-- What was grouped: a copy family, or an article alone, by the number of the article that speaks
-- for it; its cluster is named by one of its items, its day is from 1 January of year 1.
CREATE TABLE story_items (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    item INTEGER NOT NULL,
    cluster INTEGER NOT NULL,
    day INTEGER NOT NULL,        -- -1 where the time is not known well enough
    met REAL NOT NULL            -- how near the nearest was that the item has met
);
CREATE INDEX story_items_cluster ON story_items (cluster);
CREATE INDEX story_items_item ON story_items (item) WHERE item <> number;
CREATE INDEX story_items_day ON story_items (day);
-- The features of the items of a day of late, packed; made again from the texts where missing.
CREATE TABLE story_days (
    day INTEGER PRIMARY KEY,
    numbers BLOB NOT NULL,       -- of the items, 8 bytes each
    items BLOB NOT NULL
);

-- Keys under which names of the desk may be one: only names that share a key are folded.
CREATE TABLE name_keys (
    key TEXT NOT NULL,
    name_id TEXT NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    PRIMARY KEY (key, name_id)
) WITHOUT ROWID;
CREATE INDEX name_keys_name ON name_keys (name_id);

DELETE FROM done WHERE stage IN ('corpus', 'findings', 'names', 'story');
