-- On which terms an employment stands on the card: full, temporary, loan.
ALTER TABLE employment ADD COLUMN term TEXT NOT NULL DEFAULT 'full';
CREATE INDEX IF NOT EXISTS employment_of_worker ON employment (worker);
CREATE INDEX IF NOT EXISTS employment_of_company ON employment (company, industry);
CREATE INDEX IF NOT EXISTS device_of_worker ON device (worker);
-- Which part of the house, or which register, it comes from.
ALTER TABLE status_change ADD COLUMN source TEXT NOT NULL DEFAULT 'office';
-- Since when a register is asked, when it last answered, since when it is silent.
CREATE TABLE register (
  name TEXT PRIMARY KEY,
  asked INTEGER NOT NULL,
  answered INTEGER,
  silent_since INTEGER
) STRICT;
-- What a register last said of a company or a worker, or of a worker in a company (else 0): no
-- more than the rules need. No fact: it has no such thing.
CREATE TABLE answer (
  register TEXT NOT NULL,
  subject INTEGER NOT NULL,
  company INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  fact TEXT,
  PRIMARY KEY (register, subject, company)
) STRICT, WITHOUT ROWID;
-- A night, and how far it has come.
CREATE TABLE night (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- Registers whose changes are taken, however many (JSON), and who said so.
  accepted TEXT NOT NULL,
  by TEXT NOT NULL,
  stage TEXT NOT NULL,
  cursor TEXT NOT NULL DEFAULT '',
  judged INTEGER NOT NULL DEFAULT 0,
  completed INTEGER NOT NULL DEFAULT 0,
  report TEXT
) STRICT;
-- How far a night has come with a register, and how many cards it has a say on.
CREATE TABLE asking (
  night INTEGER NOT NULL REFERENCES night (id),
  register TEXT NOT NULL,
  cursor INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  asked INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  silence TEXT,
  cards INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (night, register)
) STRICT, WITHOUT ROWID;
-- What the night is about to change: gone when it is changed.
CREATE TABLE finding (
  employment TEXT NOT NULL,
  reason INTEGER NOT NULL,
  register TEXT NOT NULL,
  set_on INTEGER NOT NULL,
  since INTEGER,
  PRIMARY KEY (employment, reason, set_on)
) STRICT, WITHOUT ROWID;
-- What is not believed, because a register suddenly dropped so many; and since when.
CREATE TABLE held_back (
  employment TEXT NOT NULL,
  reason INTEGER NOT NULL,
  register TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (employment, reason)
) STRICT, WITHOUT ROWID;
-- What worker and employer are told: once for each kind, reason and day.
CREATE TABLE warning (
  id INTEGER PRIMARY KEY,
  employment TEXT NOT NULL REFERENCES employment (id),
  kind TEXT NOT NULL,
  reason INTEGER NOT NULL,
  due INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- It is no longer so: somebody mended it in time.
  over INTEGER,
  -- The employer's mails are in the outbox.
  mailed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (employment, kind, reason, due)
) STRICT;
CREATE INDEX warning_to_mail ON warning (mailed) WHERE mailed = 0;
-- Whom a company wants to be told, and in which language.
CREATE TABLE contact (
  company INTEGER NOT NULL REFERENCES company (organisation_number),
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (company, email)
) STRICT, WITHOUT ROWID;
-- What the office is told: once for each trouble.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  register TEXT NOT NULL,
  since INTEGER NOT NULL,
  cards INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  over INTEGER,
  UNIQUE (kind, register, since)
) STRICT;
-- Mails on their way out. The name is the Message-ID: one that is sent twice is one mail.
CREATE TABLE outbox (
  name TEXT PRIMARY KEY,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  made INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try INTEGER NOT NULL,
  error TEXT,
  sent INTEGER
) STRICT;
CREATE INDEX outbox_to_send ON outbox (next_try) WHERE sent IS NULL;
