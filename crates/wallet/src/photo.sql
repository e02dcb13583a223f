-- The photo file that the credentials name; one row at most.
CREATE TABLE photo (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  digest BLOB NOT NULL,
  file BLOB NOT NULL
) STRICT;
