-- Fingerprints are made again from the texts where they are asked for; which texts have one is kept
-- in fewer bytes.
ALTER TABLE copy_rows RENAME TO copy_rows_large;
DROP INDEX copy_rows_twin;
DROP INDEX copy_rows_twins;
DROP INDEX copy_rows_short;
CREATE TABLE copy_rows (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    "row" INTEGER NOT NULL,
    twin INTEGER NOT NULL,       -- a hash of all that tells articles apart
    outlet INTEGER NOT NULL,     -- hashes, as the next three
    address INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    rare INTEGER NOT NULL        -- fingerprints that are not common
);
INSERT INTO copy_rows
SELECT number, "row", twin, outlet, address, low, high, rare FROM copy_rows_large;
DROP TABLE copy_rows_large;
CREATE INDEX copy_rows_twin ON copy_rows (twin);
CREATE INDEX copy_rows_twins ON copy_rows ("row") WHERE "row" <> number;
CREATE INDEX copy_rows_short ON copy_rows (rare) WHERE rare < 3;
UPDATE copy_postings SET hashes = rashomon_keys(hashes), rows = rashomon_rows(rows);
