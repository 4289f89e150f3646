-- Stories in the order of the front page, by how many tell them: no list looks at all of them.
CREATE INDEX stories_ranked ON stories (tellings, last_published DESC, id);
-- Those whose last day is not known well enough to be in that order.
CREATE INDEX stories_vague ON stories (tellings, last_published DESC, id)
WHERE last_published NOT GLOB '????-??-??*';
