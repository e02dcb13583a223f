-- Photos that a machine can't judge, for a person to look at. One that was decided keeps no
-- picture; the accepted ones lie in `photo`.
CREATE TABLE waiting_photo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  worker INTEGER NOT NULL REFERENCES worker (id),
  file BLOB,
  doubts TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  rejected TEXT,
  decided INTEGER,
  decided_by TEXT
) STRICT;
CREATE INDEX waiting_photo_of_worker ON waiting_photo (worker, id);
CREATE INDEX photo_that_waits ON waiting_photo (at) WHERE decided IS NULL;
