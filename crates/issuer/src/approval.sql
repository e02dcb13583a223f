-- What customers tell the authority. The source is a keyed hash, for an hour. Some stores of
-- the first step have the table already.
CREATE TABLE IF NOT EXISTS tip (
  id TEXT PRIMARY KEY,
  company TEXT NOT NULL,
  place TEXT NOT NULL,
  seen TEXT NOT NULL,
  contact TEXT,
  at INTEGER NOT NULL,
  status TEXT NOT NULL,
  source BLOB
) STRICT;
CREATE INDEX IF NOT EXISTS tip_that_counts ON tip (at) WHERE source NOT NULL;
-- Which companies Arbeidstilsynet has approved for what.
CREATE TABLE approval (
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  industry INTEGER NOT NULL,
  since INTEGER NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (company, industry)
) STRICT;
