-- When the service was last reached, and what became of what the device may know. One row; times
-- are Unix seconds.
CREATE TABLE custody (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  contact INTEGER,
  overdue INTEGER,
  wiped INTEGER,
  revoked INTEGER
) STRICT;
INSERT INTO custody (one) VALUES (1);
