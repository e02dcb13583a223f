-- An enrolment that has been started: the key is kept before the code is sent, so that a phone
-- killed in between asks again with the same key and gets the same answer.
CREATE TABLE enrolment (link TEXT PRIMARY KEY, seed BLOB NOT NULL) STRICT;
CREATE TABLE wallet (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  service TEXT NOT NULL,
  seed BLOB NOT NULL,
  root BLOB NOT NULL,
  state TEXT NOT NULL,
  refreshed INTEGER NOT NULL
) STRICT;
