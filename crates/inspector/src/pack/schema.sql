-- The list that was held whole last, and whether it still is: one row. Times are Unix seconds.
CREATE TABLE held (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL,
  issued INTEGER NOT NULL,
  whole INTEGER NOT NULL DEFAULT 1
) STRICT;
-- Parts that are here, each with all its pictures, and how many those are.
CREATE TABLE part (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  pictures INTEGER NOT NULL
) STRICT;
-- A picture by the digest of the photo that it was made from. While a part takes another's place
-- both may have it.
CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  part INTEGER NOT NULL REFERENCES part (id),
  digest BLOB NOT NULL,
  file BLOB NOT NULL
) STRICT;
CREATE INDEX picture_by_digest ON picture (digest);
CREATE INDEX picture_of_part ON picture (part);
