-- Credentials are not kept: signing the same words again makes the same bytes.
ALTER TABLE binding DROP COLUMN credential;
