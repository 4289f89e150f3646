-- The word indexes know pairs of words with capitals in a row, too: `migrating` fills them anew, and for
-- the first time on a desk that had none of 0020.

INSERT INTO articles_fts (articles_fts) VALUES ('delete-all');
INSERT INTO statements_fts (statements_fts) VALUES ('delete-all');
DELETE FROM word_counts;
