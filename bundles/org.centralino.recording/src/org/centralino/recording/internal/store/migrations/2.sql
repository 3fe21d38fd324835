-- The other calls that a recording is of: those of a conference.
ALTER TABLE recording ADD COLUMN also TEXT NOT NULL DEFAULT '';

CREATE INDEX recording_shared ON recording (id) WHERE also <> ''
