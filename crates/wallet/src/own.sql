-- The PIN, as a slow hash, and the wrong tries since the last right one.
CREATE TABLE pin (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  wrong INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER NOT NULL DEFAULT 0
) STRICT;
-- The public key set: what a customer's browser has, to try one's own code against.
CREATE TABLE bundle (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  root BLOB NOT NULL,
  head BLOB NOT NULL,
  status BLOB NOT NULL
) STRICT;
-- Who one works for, by place: thousandths of a degree, about a hundred metres.
CREATE TABLE place (
  latitude INTEGER NOT NULL,
  longitude INTEGER NOT NULL,
  employment TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (latitude, longitude)
) STRICT;
-- The employment that was chosen last.
CREATE TABLE choice (one INTEGER PRIMARY KEY CHECK (one = 1), employment TEXT NOT NULL) STRICT;
