-- Inspections: the inspector's own work, until its report has been sent or it is discarded. At most
-- one is open. `looking` is the entry that was on the screen.
CREATE TABLE inspection (
  id TEXT PRIMARY KEY,
  head TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'paused', 'ended', 'sent')),
  looking TEXT
) STRICT;
CREATE UNIQUE INDEX one_open ON inspection (state) WHERE state = 'open';
-- Who was met: as the report gets it, and the ground to judge it again on. A removed entry waits
-- for another one, or the end, before it is gone.
CREATE TABLE met (
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL REFERENCES inspection ON DELETE CASCADE,
  body TEXT NOT NULL,
  ground TEXT,
  removed INTEGER NOT NULL DEFAULT 0,
  news TEXT
) STRICT;
CREATE INDEX met_in ON met (inspection);
CREATE TABLE site_picture (
  inspection TEXT NOT NULL REFERENCES inspection ON DELETE CASCADE,
  digest TEXT NOT NULL,
  body TEXT NOT NULL,
  file BLOB NOT NULL,
  PRIMARY KEY (inspection, digest)
) STRICT;
-- What is remembered from the last one for the next: place, industry, who took part.
CREATE TABLE begun_last (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  body TEXT NOT NULL
) STRICT;
