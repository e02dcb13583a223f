-- The employer that should be at the place, main unit or sub-unit, where the inspector has said so.
ALTER TABLE inspection ADD COLUMN expected INTEGER;
