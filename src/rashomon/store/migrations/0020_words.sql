-- The word indexes hold which texts have a word and how often, and no longer where in the text;
-- `migrating` fills them (see 0024). What FTS5 does not keep then, how many words a text has, stands beside.

DROP TABLE articles_fts;
DROP TABLE statements_fts;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '!#~'"
);
CREATE VIRTUAL TABLE articles_fts_terms USING fts5vocab (articles_fts, 'row');
CREATE VIRTUAL TABLE articles_fts_places USING fts5vocab (articles_fts, 'instance');
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '!#~'"
);
CREATE VIRTUAL TABLE statements_fts_terms USING fts5vocab (statements_fts, 'row');
CREATE VIRTUAL TABLE statements_fts_places USING fts5vocab (statements_fts, 'instance');
-- How many words records have, two bytes each, those of 1,024 in a row.
CREATE TABLE word_counts (
    shelf INTEGER PRIMARY KEY,
    counts BLOB NOT NULL
);
