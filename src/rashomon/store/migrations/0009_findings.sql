-- What was found in an article, in one packed row instead of one for each name, statement and
-- moment; `migrating` carries over what there is. The next script gives the old names to views.

DROP VIEW who_said_what;
DROP VIEW what_happened_when;
DROP TABLE statements_fts;
CREATE TABLE findings (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    first INTEGER UNIQUE,        -- number of its first statement; the others follow it
    statements INTEGER NOT NULL, -- how many there are
    moments INTEGER NOT NULL,
    packed BLOB NOT NULL         -- JSON, zlib
);
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    words, speaker, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
