-- What a reader decided on stories: a log that only grows. It speaks of articles, which may leave
-- the desk and come back, and so it has no foreign keys to them.

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,  -- from 1, in the order in which they were made
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'move', 'undo')),
    undoes INTEGER REFERENCES decisions (number),
    made_at TEXT                 -- ISO 8601, UTC
);
-- merge: a part for each story, 0 gives the id. split: 0 is set apart, 1 the rest.
-- move: 0 is moved, 1 the story that it goes to, 2 the rest of the one that it leaves.
CREATE TABLE decision_parts (
    decision INTEGER NOT NULL REFERENCES decisions (number),
    part INTEGER NOT NULL,
    story_id TEXT NOT NULL,      -- as the story was called then; not looked up again
    title TEXT NOT NULL,
    PRIMARY KEY (decision, part)
) WITHOUT ROWID;
CREATE TABLE decision_articles (
    decision INTEGER NOT NULL,
    part INTEGER NOT NULL,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (decision, part, position),
    FOREIGN KEY (decision, part) REFERENCES decision_parts (decision, part)
) WITHOUT ROWID;
CREATE INDEX decision_articles_article ON decision_articles (article_id);

-- Articles that went from one story to another, by a build on its own or by a decision.
CREATE TABLE story_changes (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,          -- merge: old_id is no more; split: new_id is new; move: neither
    old_id TEXT NOT NULL,
    new_id TEXT NOT NULL,
    articles INTEGER NOT NULL,   -- how many went
    decision INTEGER REFERENCES decisions (number)  -- NULL for a build on its own
);
