-- Receipts of checks: what the inspector's device signed, and what it says.
CREATE TABLE receipt (
  code TEXT NOT NULL,
  inspector TEXT NOT NULL,
  authority TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  company TEXT NOT NULL,
  -- The signed text, for whoever doubts it later.
  signed TEXT NOT NULL,
  PRIMARY KEY (code, inspector, authority)
) STRICT;
