-- Places in the status list that were given out after the backup that this database comes from:
-- invalid for ever, and never given to anybody else.
CREATE TABLE lost_place (first INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
