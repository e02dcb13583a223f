-- What Enhetsregisteret said of a company and its sub-units when it was last asked.
CREATE TABLE unit (
  organisation_number INTEGER PRIMARY KEY,
  main_unit INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- NACE codes, the main one first, with commas between.
  industries TEXT NOT NULL,
  asked INTEGER NOT NULL
) STRICT;
CREATE INDEX unit_of_company ON unit (main_unit);
-- Who may act for which company. Without a granter it was the office who said so, in the place of
-- Altinn; else it is a delegation, which falls with what it hangs on.
CREATE TABLE authority (
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  national_id TEXT NOT NULL,
  name TEXT NOT NULL,
  granter INTEGER REFERENCES authority (id),
  granted_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  until INTEGER,
  revoked INTEGER,
  revoked_by TEXT
) STRICT;
CREATE INDEX authority_of_person ON authority (national_id);
CREATE INDEX authority_in_company ON authority (company);
-- A login that is under way, and one that was. Tokens only as hashes.
CREATE TABLE employer_login (
  token_hash BLOB PRIMARY KEY,
  state TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT;
CREATE TABLE employer_session (
  token_hash BLOB PRIMARY KEY,
  national_id TEXT NOT NULL,
  began INTEGER NOT NULL,
  seen INTEGER NOT NULL
) STRICT;
-- Append-only: which words were declared, by whom, when.
CREATE TABLE declaration (
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  version TEXT NOT NULL,
  words TEXT NOT NULL,
  authority INTEGER NOT NULL REFERENCES authority (id),
  at INTEGER NOT NULL
) STRICT;
-- A table of workers that was sent in. What was written in a row is gone when the row is done.
CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  authority INTEGER NOT NULL REFERENCES authority (id),
  at INTEGER NOT NULL,
  digest BLOB NOT NULL,
  columns TEXT NOT NULL,
  terms TEXT,
  declaration INTEGER REFERENCES declaration (id)
) STRICT;
CREATE TABLE batch_row (
  batch TEXT NOT NULL REFERENCES batch (id),
  line INTEGER NOT NULL,
  fields TEXT NOT NULL,
  worker TEXT,
  fault TEXT,
  other_line INTEGER,
  done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (batch, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_row_to_do ON batch_row (batch, line) WHERE fault IS NULL AND NOT done;
-- An employment that an employer applies for; complete when the worker has been identified.
CREATE TABLE application (
  id TEXT PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  sub_unit INTEGER NOT NULL,
  industry INTEGER NOT NULL,
  -- Why, where the company's industry codes don't fit, and which they were.
  industry_reason TEXT,
  industries TEXT NOT NULL,
  worker INTEGER NOT NULL REFERENCES worker (id),
  declaration INTEGER NOT NULL REFERENCES declaration (id),
  authority INTEGER NOT NULL REFERENCES authority (id),
  at INTEGER NOT NULL,
  -- Of what was sent, so that the same number for something else is told.
  digest BLOB NOT NULL,
  employment TEXT REFERENCES employment (id),
  withdrawn INTEGER
) STRICT;
CREATE INDEX application_of_worker ON application (worker);
CREATE INDEX application_of_company ON application (company);
-- Append-only: an employment whose validity was made longer.
CREATE TABLE renewal (
  employment TEXT NOT NULL REFERENCES employment (id),
  declaration INTEGER NOT NULL REFERENCES declaration (id),
  authority INTEGER NOT NULL REFERENCES authority (id),
  at INTEGER NOT NULL,
  valid_until INTEGER NOT NULL
) STRICT;
