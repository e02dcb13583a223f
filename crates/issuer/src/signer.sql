-- Which publisher's key signed the list of the index: another key signs it anew.
ALTER TABLE index_list ADD COLUMN signer TEXT NOT NULL DEFAULT '';
