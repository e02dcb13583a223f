-- Bearer tokens of all roles but the inspectors', whose devices have their own.
ALTER TABLE office_token RENAME TO token;
ALTER TABLE token ADD COLUMN role TEXT NOT NULL DEFAULT 'office';
-- Who looked at whom, why, and when. Append-only: each hash covers the entry and the hash before.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  role TEXT NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL,
  whom TEXT NOT NULL,
  why TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_of ON audit (whom);
CREATE INDEX audit_by_age ON audit (at);
-- Up to which entry the log was cut because it was old, and that entry's hash.
CREATE TABLE audit_cut (through INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;
CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
WHEN NEW.id IS NOT 1 + max(
  (SELECT coalesce(max(id), 0) FROM audit), (SELECT coalesce(max(through), 0) FROM audit_cut))
BEGIN SELECT raise(ABORT, 'the audit log only goes on'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
WHEN OLD.id > (SELECT coalesce(max(through), 0) FROM audit_cut)
BEGIN SELECT raise(ABORT, 'the audit log is kept'); END;
CREATE TRIGGER audit_cut_stays BEFORE UPDATE ON audit_cut
BEGIN SELECT raise(ABORT, 'a cut of the audit log is never changed'); END;
CREATE TRIGGER audit_cut_is_kept BEFORE DELETE ON audit_cut
BEGIN SELECT raise(ABORT, 'a cut of the audit log is kept'); END;
