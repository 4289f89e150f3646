-- What tellings of a story say alike, and what one of two says alone.

CREATE TABLE points (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL,          -- fact, quotation
    carried TEXT NOT NULL        -- by all independent tellings, by most, several, or one of two
) WITHOUT ROWID;
CREATE INDEX points_story ON points (story_id, rank);
CREATE TABLE point_tellings (
    point_id TEXT NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (point_id, position)
) WITHOUT ROWID;
CREATE INDEX point_tellings_article ON point_tellings (article_id);
-- Full tellings in which it was not found.
CREATE TABLE point_lacking (
    point_id TEXT NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (point_id, position)
) WITHOUT ROWID;
CREATE INDEX point_lacking_article ON point_lacking (article_id);

CREATE VIEW what_they_agree_on AS
SELECT p.story_id, p.rank, p.carried, p.kind, a.outlet, a.published,
       substr(a.text, t.start + 1, t."end" - t.start) AS words, a.id AS article_id
FROM points p
JOIN point_tellings t ON t.point_id = p.id
JOIN articles a ON a.id = t.article_id;
