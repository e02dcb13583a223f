-- What the inspectors' index has published of each card (kind 0) and company (kind 1), and which of
-- them somebody has touched since. The digest, not the touch, decides whether there is news.
CREATE TABLE index_change (
  kind INTEGER NOT NULL,
  number INTEGER NOT NULL,
  digest BLOB,
  version INTEGER NOT NULL DEFAULT 0,
  touched INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX index_touched ON index_change (kind, number) WHERE touched = 1;
CREATE INDEX index_changed ON index_change (kind, version);
-- The lists that are or were published. One that another took the place of stays for a day, for
-- those who are fetching it.
CREATE TABLE index_list (
  version INTEGER PRIMARY KEY,
  issued INTEGER NOT NULL,
  length INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  keep_days INTEGER NOT NULL,
  dropped INTEGER
) STRICT;
CREATE TABLE index_volume (
  id INTEGER PRIMARY KEY,
  since INTEGER,
  version INTEGER NOT NULL,
  begun INTEGER NOT NULL,
  cards INTEGER NOT NULL,
  dropped INTEGER
) STRICT;
CREATE TABLE index_part (
  volume INTEGER NOT NULL REFERENCES index_volume (id),
  version INTEGER NOT NULL,
  number INTEGER NOT NULL,
  length INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  PRIMARY KEY (version, number)
) STRICT;
CREATE INDEX IF NOT EXISTS employment_of_worker ON employment (worker);
CREATE INDEX IF NOT EXISTS status_change_of_employment ON status_change (employment);
CREATE INDEX IF NOT EXISTS device_of_worker ON device (worker);

INSERT INTO index_change (kind, number) SELECT 0, card_number FROM worker;
INSERT INTO index_change (kind, number) SELECT 1, organisation_number FROM company;

-- Whoever writes, by whatever code, touches.
CREATE TRIGGER index_worker_new AFTER INSERT ON worker BEGIN
  INSERT INTO index_change (kind, number) VALUES (0, NEW.card_number)
    ON CONFLICT DO UPDATE SET touched = 1;
END;
CREATE TRIGGER index_worker_changed AFTER UPDATE ON worker BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = OLD.card_number;
  INSERT INTO index_change (kind, number) VALUES (0, NEW.card_number)
    ON CONFLICT DO UPDATE SET touched = 1;
END;
CREATE TRIGGER index_worker_gone AFTER DELETE ON worker BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = OLD.card_number;
END;
CREATE TRIGGER index_company_new AFTER INSERT ON company BEGIN
  INSERT INTO index_change (kind, number) VALUES (1, NEW.organisation_number)
    ON CONFLICT DO UPDATE SET touched = 1;
END;
CREATE TRIGGER index_company_changed AFTER UPDATE ON company BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 1 AND number = NEW.organisation_number;
END;
CREATE TRIGGER index_employment_new AFTER INSERT ON employment BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = NEW.worker);
END;
CREATE TRIGGER index_employment_changed AFTER UPDATE ON employment BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number IN (SELECT card_number FROM worker WHERE id IN (OLD.worker, NEW.worker));
END;
CREATE TRIGGER index_employment_gone AFTER DELETE ON employment BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = OLD.worker);
END;
CREATE TRIGGER index_cause_new AFTER INSERT ON cause BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = (SELECT w.card_number
    FROM employment e JOIN worker w ON w.id = e.worker WHERE e.id = NEW.employment);
END;
CREATE TRIGGER index_cause_changed AFTER UPDATE ON cause BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = (SELECT w.card_number
    FROM employment e JOIN worker w ON w.id = e.worker WHERE e.id = NEW.employment);
END;
CREATE TRIGGER index_cause_gone AFTER DELETE ON cause BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = (SELECT w.card_number
    FROM employment e JOIN worker w ON w.id = e.worker WHERE e.id = OLD.employment);
END;
CREATE TRIGGER index_history_new AFTER INSERT ON status_change BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = (SELECT w.card_number
    FROM employment e JOIN worker w ON w.id = e.worker WHERE e.id = NEW.employment);
END;
CREATE TRIGGER index_photo_new AFTER INSERT ON photo BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = NEW.worker);
END;
CREATE TRIGGER index_photo_changed AFTER UPDATE ON photo BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = NEW.worker);
END;
CREATE TRIGGER index_photo_gone AFTER DELETE ON photo BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = OLD.worker);
END;
CREATE TRIGGER index_device_new AFTER INSERT ON device BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = NEW.worker);
END;
CREATE TRIGGER index_device_changed AFTER UPDATE OF worker, replaced ON device BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number IN (SELECT card_number FROM worker WHERE id IN (OLD.worker, NEW.worker));
END;
CREATE TRIGGER index_device_gone AFTER DELETE ON device BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0
    AND number = (SELECT card_number FROM worker WHERE id = OLD.worker);
END;
CREATE TRIGGER index_binding_new AFTER INSERT ON binding BEGIN
  UPDATE index_change SET touched = 1 WHERE kind = 0 AND number = (SELECT w.card_number
    FROM employment e JOIN worker w ON w.id = e.worker WHERE e.id = NEW.employment);
END;
