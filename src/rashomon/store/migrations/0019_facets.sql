-- Outlet and date of an article without the rest of its row: what a search is narrowed by.
CREATE INDEX IF NOT EXISTS articles_facets ON articles (number, outlet, published);
DROP VIEW IF EXISTS name_called;
