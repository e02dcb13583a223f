-- The secret of a pass in Google Wallet, another than the typed code's: it lies with Google too.
CREATE TABLE pass (
  device INTEGER PRIMARY KEY REFERENCES device (id),
  secret BLOB NOT NULL,
  -- The last time step whose code was taken: each counts once.
  step INTEGER NOT NULL DEFAULT 0
) STRICT;
