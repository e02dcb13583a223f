-- The parts of the pack that are or were published. One that no list names any more stays for a
-- day, for those who are fetching it, unless somebody in it is to be forgotten.
CREATE TABLE pack_part (
  id INTEGER PRIMARY KEY,
  photos INTEGER NOT NULL,
  version INTEGER NOT NULL,
  number INTEGER NOT NULL,
  length INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  forgets INTEGER NOT NULL DEFAULT 0,
  dropped INTEGER
) STRICT;
-- The photo on a card once more, small, as the inspectors' pack has it, and the part that it is in.
-- A new photo takes its place, and is in none yet.
CREATE TABLE small_photo (
  worker INTEGER PRIMARY KEY REFERENCES worker (id),
  digest BLOB NOT NULL,
  part INTEGER REFERENCES pack_part (id),
  file BLOB NOT NULL
) STRICT;
CREATE INDEX small_photo_of_part ON small_photo (part);
-- Whose photo is from before there was a pack and has no small one yet.
CREATE TABLE small_photo_due (worker INTEGER PRIMARY KEY REFERENCES worker (id)) STRICT;
INSERT INTO small_photo_due SELECT worker FROM photo;
-- Whose pictures are in a part, also those that have been replaced since.
CREATE TABLE pack_picture (
  part INTEGER NOT NULL REFERENCES pack_part (id),
  worker INTEGER NOT NULL REFERENCES worker (id),
  PRIMARY KEY (part, worker)
) STRICT, WITHOUT ROWID;
CREATE INDEX pack_picture_of_worker ON pack_picture (worker);
-- Whoever takes a person out, by whatever code, makes the part one that must not stay.
CREATE TRIGGER pack_picture_gone AFTER DELETE ON pack_picture BEGIN
  UPDATE pack_part SET forgets = 1 WHERE id = OLD.part;
END;
CREATE TABLE pack_list (
  version INTEGER PRIMARY KEY,
  length INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  signer TEXT NOT NULL,
  dropped INTEGER
) STRICT;
