-- Whether the inspector wants the pack of small photos here. One row.
CREATE TABLE pack (one INTEGER PRIMARY KEY CHECK (one = 1), wanted INTEGER NOT NULL) STRICT;
INSERT INTO pack VALUES (1, 0);
