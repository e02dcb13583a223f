-- Who stood before the office, with which document, before a phone got the card. Nobody noted
-- the document of those who came before this table.
CREATE TABLE identity_check (
  id INTEGER PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker (id),
  document TEXT,
  checked_by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX identity_check_of_worker ON identity_check (worker);
INSERT INTO identity_check (worker, checked_by, at)
  SELECT worker, checked_by, expires - 14 * 86400 FROM enrolment WHERE worker NOT NULL;
