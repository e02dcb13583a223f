-- The device's own key and the credential for it; made and renewed by syncs.
CREATE TABLE badge (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seed BLOB NOT NULL,
  credential BLOB
) STRICT;
