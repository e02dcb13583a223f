-- When a person asked for erasure and got it; name and number are gone, the card's history stays.
ALTER TABLE worker ADD COLUMN erased INTEGER;
