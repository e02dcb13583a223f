CREATE TABLE inspector (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  service TEXT NOT NULL,
  token TEXT NOT NULL,
  name TEXT NOT NULL,
  authority TEXT NOT NULL,
  root BLOB NOT NULL
) STRICT;
-- The signed files as they came; one row, replaced whole.
CREATE TABLE bundle (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  root BLOB NOT NULL,
  head BLOB NOT NULL,
  status BLOB NOT NULL,
  reasons BLOB
) STRICT;
