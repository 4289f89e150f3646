-- The desk: one file that holds all that was read and found. Offsets are Unicode code points
-- from 0, end-exclusive; substr(text, start + 1, end - start) gives the words.

CREATE TABLE pages (
    id TEXT NOT NULL PRIMARY KEY,
    origin TEXT NOT NULL,
    media_type TEXT NOT NULL,
    fetched_at TEXT,
    address TEXT,
    chars INTEGER NOT NULL,
    body BLOB NOT NULL,          -- UTF-8, zlib
    text BLOB                    -- what ranges index, UTF-8, zlib; NULL where it is the body
);

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,  -- for the full-text index only
    id TEXT NOT NULL UNIQUE,
    page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,      -- position on its page, from 0
    kind TEXT NOT NULL,
    title TEXT,
    standfirst TEXT,
    byline TEXT,
    outlet TEXT,
    url TEXT,
    read_published TEXT,         -- the date as reading found it
    read_basis TEXT,
    published TEXT,              -- the date as completed from copies, neighbours and stories
    published_basis TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    ranges TEXT,                 -- JSON [[start, end], ...] into the page's text
    hints TEXT NOT NULL,         -- JSON [{kind, value, text}, ...]
    provenance TEXT NOT NULL     -- JSON [{kind, value, text}, ...]
);
CREATE INDEX articles_page ON articles (page_id, place);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet);

CREATE TABLE rejected (
    page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    start INTEGER,
    "end" INTEGER,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX rejected_page ON rejected (page_id, start);

CREATE TABLE copies (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    family_id TEXT NOT NULL,
    parent_id TEXT,
    relation TEXT NOT NULL,
    shared REAL NOT NULL,
    evidence TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX copies_family ON copies (family_id);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    first_published TEXT,
    last_published TEXT,
    outlets TEXT NOT NULL,       -- JSON
    tellings INTEGER NOT NULL    -- independent ones
) WITHOUT ROWID;
CREATE TABLE story_articles (
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,   -- oldest first, from 0
    other_id TEXT,               -- the article that it was joined to
    score REAL,
    reason TEXT,
    PRIMARY KEY (story_id, position)
) WITHOUT ROWID;
CREATE TABLE story_related (
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    other_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (story_id, position)
) WITHOUT ROWID;
-- Where the address of a story that is no more leads: to the one that most of it went to.
CREATE TABLE story_moved (
    old_id TEXT PRIMARY KEY,
    new_id TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE mentions (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    referent TEXT NOT NULL,
    role TEXT,
    PRIMARY KEY (article_id, start, "end", type)
) WITHOUT ROWID;
CREATE TABLE names (
    id TEXT PRIMARY KEY,
    canonical TEXT NOT NULL,
    type TEXT NOT NULL,
    variants TEXT NOT NULL,      -- JSON
    evidence TEXT NOT NULL       -- JSON
) WITHOUT ROWID;
CREATE INDEX names_canonical ON names (canonical);
CREATE TABLE name_links (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    referent TEXT NOT NULL,
    name_id TEXT NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, referent)
) WITHOUT ROWID;
CREATE INDEX name_links_name ON name_links (name_id);

CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    speaker TEXT,                -- as the article names it; see name_links for the canonical name
    speaker_start INTEGER,
    speaker_end INTEGER,
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    content TEXT NOT NULL,       -- JSON [[start, end], ...]
    words TEXT NOT NULL,         -- the content's words, for search
    kind TEXT NOT NULL,
    via TEXT NOT NULL,           -- JSON, outermost first
    via_spans TEXT NOT NULL,     -- JSON
    within TEXT,
    denied INTEGER NOT NULL,
    speech INTEGER NOT NULL
);
CREATE INDEX statements_article ON statements (article_id);
CREATE INDEX statements_speaker ON statements (speaker);

CREATE TABLE moments (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    date TEXT,
    precision TEXT NOT NULL,
    planned INTEGER NOT NULL,
    start INTEGER NOT NULL,      -- the sentence
    "end" INTEGER NOT NULL,
    expression_start INTEGER NOT NULL,
    expression_end INTEGER NOT NULL,
    basis TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX moments_article ON moments (article_id);
CREATE INDEX moments_date ON moments (date);

CREATE TABLE contrasts (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    strength TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX contrasts_story ON contrasts (story_id, rank);
CREATE TABLE contrast_tellings (
    contrast_id TEXT NOT NULL REFERENCES contrasts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reading TEXT NOT NULL,
    PRIMARY KEY (contrast_id, position)
) WITHOUT ROWID;
CREATE INDEX contrast_tellings_article ON contrast_tellings (article_id);

CREATE TABLE briefs (
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (story_id, position)
) WITHOUT ROWID;

-- Work that is done: a record is done again only when what went into it (`input`) has changed.
CREATE TABLE done (
    stage TEXT NOT NULL,
    record TEXT NOT NULL,
    input TEXT NOT NULL,
    PRIMARY KEY (stage, record)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content = 'articles', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    speaker, words, content = 'statements', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, speaker, words)
    VALUES (new.number, new.speaker, new.words);
END;
CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, speaker, words)
    VALUES ('delete', old.number, old.speaker, old.words);
END;

-- To be read by people: open the desk with any SQLite tool and look here first.
CREATE VIEW who_said_what AS
SELECT s.id AS statement_id, coalesce(n.canonical, s.speaker) AS speaker, s.kind, s.cue,
       s.denied, s.words, s.via, a.outlet, a.published, a.title, a.id AS article_id,
       sa.story_id
FROM statements s
JOIN articles a ON a.id = s.article_id
LEFT JOIN name_links l ON l.article_id = s.article_id AND l.referent = s.speaker
LEFT JOIN names n ON n.id = l.name_id
LEFT JOIN story_articles sa ON sa.article_id = s.article_id;

CREATE VIEW what_happened_when AS
SELECT m.date, m.precision, m.planned,
       substr(a.text, m.start + 1, m."end" - m.start) AS sentence,
       substr(a.text, m.expression_start + 1, m.expression_end - m.expression_start) AS expression,
       m.basis, a.outlet, a.title, a.id AS article_id, sa.story_id
FROM moments m
JOIN articles a ON a.id = m.article_id
LEFT JOIN story_articles sa ON sa.article_id = m.article_id;

CREATE VIEW where_they_differ AS
SELECT c.story_id, c.rank, c.kind, c.strength, c.topic, a.outlet, a.published,
       CASE t.field WHEN 'title' THEN substr(a.title, t.start + 1, t."end" - t.start)
                    ELSE substr(a.text, t.start + 1, t."end" - t.start) END AS words,
       t.reading, a.id AS article_id
FROM contrasts c
JOIN contrast_tellings t ON t.contrast_id = c.id
JOIN articles a ON a.id = t.article_id;

CREATE VIEW what_was_left_out AS
SELECT p.origin, r.stage, r.reason, r.start, r."end", p.id AS page_id
FROM rejected r JOIN pages p ON p.id = r.page_id;
