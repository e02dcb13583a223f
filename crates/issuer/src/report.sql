-- Inspectors' reports, as they were sent. `digest` is SHA-256 over `body`; what stands beside is for
-- lists. A report is a document of an authority: it is never written over.
CREATE TABLE report (
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL,
  digest TEXT NOT NULL,
  body BLOB NOT NULL,
  inspector TEXT NOT NULL,
  authority TEXT NOT NULL,
  line TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX report_of_inspector ON report (inspector, authority, at);
CREATE TRIGGER report_stays BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'reports stay'); END;
-- The pictures that a report names; without a file until it comes.
CREATE TABLE report_picture (
  report TEXT NOT NULL REFERENCES report (id),
  digest TEXT NOT NULL,
  file BLOB,
  PRIMARY KEY (report, digest)
) STRICT;
-- Who is in a report, by number or on its crew list, and what it says of them (JSON): what they are
-- given when they ask for all that is held on them.
CREATE TABLE report_person (
  report TEXT NOT NULL REFERENCES report (id),
  worker INTEGER NOT NULL REFERENCES worker (id),
  part TEXT NOT NULL,
  PRIMARY KEY (report, worker)
) STRICT;
CREATE INDEX reports_on ON report_person (worker);
