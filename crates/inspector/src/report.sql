-- The site's crew list of an inspection, as it was read.
CREATE TABLE crew_list (
  inspection TEXT PRIMARY KEY REFERENCES inspection ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;
-- The report of an inspection on its way. `body` is what is sent, made when it is sent first, so
-- that it has what was judged again by then; it stays the same until the service has answered.
CREATE TABLE report (
  inspection TEXT PRIMARY KEY REFERENCES inspection ON DELETE CASCADE,
  id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'refused')),
  body BLOB,
  answer TEXT
) STRICT;
