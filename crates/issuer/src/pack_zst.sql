-- Parts are compressed, so how full one is no longer follows from its length: the bytes of its
-- pictures. A part from before has its file under another name. It counts as lost, and the next
-- publication puts its pictures into new ones.
ALTER TABLE pack_part ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
