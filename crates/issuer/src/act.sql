-- What inspectors have done to cards, as it was sent, and what became of it (JSON, crates/wire).
CREATE TABLE act (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  card_number INTEGER NOT NULL,
  inspector TEXT NOT NULL,
  authority TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX act_of_inspector ON act (inspector, authority, at);
-- The employments that fell by an act, in the order in which they fell.
CREATE TABLE act_employment (
  id INTEGER PRIMARY KEY,
  act TEXT NOT NULL REFERENCES act (id),
  employment TEXT NOT NULL REFERENCES employment (id),
  reason INTEGER NOT NULL,
  UNIQUE (act, employment)
) STRICT;
CREATE INDEX act_on_employment ON act_employment (employment, reason);
-- What happened to an act later: a complaint, its undoing.
CREATE TABLE act_event (
  id INTEGER PRIMARY KEY,
  act TEXT NOT NULL REFERENCES act (id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX event_of_act ON act_event (act);
-- Nothing of it is written over.
CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'acts stay'); END;
CREATE TRIGGER act_event_stays BEFORE UPDATE ON act_event
  BEGIN SELECT RAISE(ABORT, 'what happened to acts stays'); END;
