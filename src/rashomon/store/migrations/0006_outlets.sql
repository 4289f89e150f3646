-- Who copied an article is asked for on the pages of outlets; languages narrow lists down.
CREATE INDEX copies_parent ON copies (parent_id);
CREATE INDEX articles_language ON articles (language);
