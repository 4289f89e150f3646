-- What is told of a story, its differences, what its tellings say alike, and the brief, stands in one
-- packed row; `migrating` carries over what there is. The old names are views.

PRAGMA legacy_alter_table = ON;
DROP VIEW where_they_differ;
DROP VIEW what_they_agree_on;
CREATE TABLE told (
    story_id TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    contrasts INTEGER NOT NULL,  -- how many there are
    packed BLOB NOT NULL         -- JSON, zlib
) WITHOUT ROWID;
CREATE INDEX told_contrasts ON told (story_id, contrasts) WHERE contrasts > 0;
