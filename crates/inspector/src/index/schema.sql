-- What is held: one row, written in the transaction that brought the rest. Times are Unix seconds.
CREATE TABLE held (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL,
  issued INTEGER NOT NULL,
  cards INTEGER NOT NULL,
  keep INTEGER NOT NULL
) STRICT;
-- Parts that have come and are not applied yet.
CREATE TABLE download (sha256 BLOB PRIMARY KEY, file BLOB NOT NULL) STRICT;
-- The record as it was published; before it, what it is found by. The birth date in days from 1970.
CREATE TABLE person (
  card INTEGER PRIMARY KEY,
  national_id INTEGER NOT NULL,
  born INTEGER NOT NULL,
  record BLOB NOT NULL
) STRICT;
CREATE INDEX person_by_number ON person (national_id);
CREATE INDEX person_by_birth ON person (born);
CREATE TABLE company (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
-- Main units and sub-units alike.
CREATE TABLE works_at (
  unit INTEGER NOT NULL,
  card INTEGER NOT NULL,
  PRIMARY KEY (unit, card)
) STRICT, WITHOUT ROWID;
-- The words of names, folded, each once, with how it sounds, forwards and backwards, and how often
-- it was met.
CREATE TABLE word (
  word TEXT PRIMARY KEY,
  sound TEXT NOT NULL,
  dnuos TEXT NOT NULL,
  uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX word_by_sound ON word (sound, uses);
CREATE INDEX word_by_end ON word (dnuos, sound);
CREATE VIRTUAL TABLE person_name USING fts5
  (words, content='', contentless_delete=1, detail='none', tokenize='ascii');
CREATE VIRTUAL TABLE company_name USING fts5
  (words, content='', contentless_delete=1, detail='none', tokenize='ascii');
