-- What the inspector has decided, as it is sent, and what the service said to it (JSON). The state
-- is `queued`, `sending` (it may have arrived) or `settled`.
CREATE TABLE act (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  holder TEXT NOT NULL,
  company TEXT NOT NULL,
  decided INTEGER NOT NULL,
  state TEXT NOT NULL,
  answer TEXT,
  settled INTEGER
) STRICT;
