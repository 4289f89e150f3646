-- A text that is words of its page is kept there alone, and others are packed. The full-text index
-- keeps no texts of its own; of the two, `text` comes first, which takes two bytes less a word.

DROP VIEW who_said_what;
DROP VIEW what_happened_when;
DROP VIEW where_they_differ;
DROP VIEW what_they_agree_on;
DROP TABLE articles_fts;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    text, title, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO articles_fts (rowid, text, title) SELECT number, text, title FROM articles ORDER BY number;

CREATE TABLE articles_small (
    number INTEGER PRIMARY KEY,  -- in the order in which they came
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
    ranges TEXT,                 -- JSON [[start, end], ...] into the page's text
    hints TEXT NOT NULL,         -- JSON [{kind, value, text}, ...]
    provenance TEXT NOT NULL,    -- JSON [{kind, value, text}, ...]
    own INTEGER NOT NULL,        -- 1: the text is in article_bodies; 0: it is its ranges of the page
    headed INTEGER NOT NULL      -- 1: the title is a headline, and not words of standfirst or text
);
INSERT INTO articles_small
SELECT a.number, a.id, a.page_id, a.place, a.kind, a.title, a.standfirst, a.byline, a.outlet, a.url,
       a.read_published, a.read_basis, a.published, a.published_basis, a.language, a.ranges,
       a.hints, a.provenance, NOT rashomon_joined(coalesce(p.text, p.body), a.ranges, a.text),
       coalesce(a.title <> coalesce(a.standfirst, '')
                AND NOT (length(a.title) > 60 AND substr(a.text, 1, length(a.title) - 1)
                         = substr(a.title, 1, length(a.title) - 1)), 0)
FROM articles a JOIN pages p ON p.id = a.page_id;
CREATE TABLE article_bodies (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    text BLOB NOT NULL           -- UTF-8, zlib
);
INSERT INTO article_bodies
SELECT a.number, rashomon_pack(a.text) FROM articles a JOIN articles_small s ON s.number = a.number
WHERE s.own;
DROP TABLE articles;
ALTER TABLE articles_small RENAME TO articles;
CREATE INDEX articles_page ON articles (page_id, place);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_facets ON articles (number, outlet, published);
CREATE INDEX articles_language ON articles (language);

-- A body of which the page has a text is packed with that text for a dictionary.
UPDATE pages SET body = rashomon_body(body, text) WHERE text IS NOT NULL;

-- The texts, for people and their programs. `sqlar_uncompress` is in SQLite's own shell.
CREATE VIEW article_texts AS
SELECT a.id AS article_id,
       CASE WHEN a.own THEN (
           SELECT CAST(sqlar_uncompress(b.text, 1100 * length(b.text)) AS TEXT)
           FROM article_bodies b WHERE b.number = a.number
       ) ELSE (
           SELECT coalesce(group_concat(substr(
                      shown.text, json_extract(r.value, '$[0]') + 1,
                      json_extract(r.value, '$[1]') - json_extract(r.value, '$[0]')
                  ), char(10, 10)), '')
           FROM (SELECT CAST(sqlar_uncompress(coalesce(p.text, p.body), 4 * p.chars + 16) AS TEXT)
                     AS text FROM pages p WHERE p.id = a.page_id LIMIT 1) shown,
                json_each(a.ranges) r
       ) END AS text
FROM articles a;

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
       substr(x.text, m.start + 1, m."end" - m.start) AS sentence,
       substr(x.text, m.expression_start + 1, m.expression_end - m.expression_start) AS expression,
       m.basis, a.outlet, a.title, a.id AS article_id, sa.story_id
FROM moments m
JOIN articles a ON a.id = m.article_id
JOIN article_texts x ON x.article_id = a.id
LEFT JOIN story_articles sa ON sa.article_id = m.article_id;

CREATE VIEW where_they_differ AS
SELECT c.story_id, c.rank, c.kind, c.strength, c.topic, a.outlet, a.published,
       CASE t.field WHEN 'title' THEN substr(a.title, t.start + 1, t."end" - t.start)
                    ELSE substr(x.text, t.start + 1, t."end" - t.start) END AS words,
       t.reading, a.id AS article_id
FROM contrasts c
JOIN contrast_tellings t ON t.contrast_id = c.id
JOIN articles a ON a.id = t.article_id
JOIN article_texts x ON x.article_id = a.id;

CREATE VIEW what_they_agree_on AS
SELECT p.story_id, p.rank, p.carried, p.kind, a.outlet, a.published,
       substr(x.text, t.start + 1, t."end" - t.start) AS words, a.id AS article_id
FROM points p
JOIN point_tellings t ON t.point_id = p.id
JOIN articles a ON a.id = t.article_id
JOIN article_texts x ON x.article_id = a.id;
