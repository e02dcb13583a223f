CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE company (
  organisation_number INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  card_number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  national_id TEXT NOT NULL UNIQUE,
  birth_date TEXT NOT NULL
) STRICT;
-- The file that is given out, and who put it there. One a worker: the one before is gone.
CREATE TABLE photo (
  worker INTEGER PRIMARY KEY REFERENCES worker (id),
  digest BLOB NOT NULL UNIQUE,
  file BLOB NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE TABLE employment (
  id TEXT PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker (id),
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  sub_unit INTEGER NOT NULL,
  industry INTEGER NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;
-- Why an employment isn't valid now; the source says which part of the house put it there.
CREATE TABLE cause (
  employment TEXT NOT NULL REFERENCES employment (id),
  reason INTEGER NOT NULL,
  since INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (employment, reason)
) STRICT;
-- Append-only: what changed, when, by whom.
CREATE TABLE status_change (
  id INTEGER PRIMARY KEY,
  employment TEXT NOT NULL REFERENCES employment (id),
  reason INTEGER NOT NULL,
  set_on INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE TABLE enrolment (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  expires INTEGER NOT NULL,
  wrong_tries INTEGER NOT NULL DEFAULT 0,
  worker INTEGER REFERENCES worker (id),
  checked_by TEXT NOT NULL,
  inspector_name TEXT,
  authority TEXT,
  used_by BLOB
) STRICT;
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker (id),
  key BLOB NOT NULL UNIQUE,
  typed_code_secret BLOB NOT NULL,
  -- The last time step whose typed code was taken: each counts once.
  typed_code_step INTEGER NOT NULL DEFAULT 0,
  enrolled INTEGER NOT NULL,
  replaced INTEGER
) STRICT;
-- Typed codes that were wrong, by card number, known or not; forgotten when they no longer count.
CREATE TABLE typed_wrong (card INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX typed_wrong_of_card ON typed_wrong (card, at);
CREATE INDEX typed_wrong_by_age ON typed_wrong (at);
-- One credential: an employment on a device. The id is its place in the status list.
CREATE TABLE binding (
  status_index INTEGER PRIMARY KEY,
  employment TEXT NOT NULL REFERENCES employment (id),
  device INTEGER NOT NULL REFERENCES device (id),
  credential BLOB,
  UNIQUE (employment, device)
) STRICT;
CREATE TABLE inspector (
  token_hash BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  authority TEXT NOT NULL,
  enrolled INTEGER NOT NULL,
  revoked INTEGER
) STRICT;
CREATE TABLE office_token (
  token_hash BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  made INTEGER NOT NULL,
  revoked INTEGER
) STRICT;
CREATE TABLE publication (
  version INTEGER PRIMARY KEY,
  issued INTEGER NOT NULL
) STRICT;
