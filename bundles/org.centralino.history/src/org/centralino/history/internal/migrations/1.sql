-- One row a call, from its beginning on. Times are milliseconds since 1970.
CREATE TABLE call (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    outgoing INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    contact_source TEXT,
    contact_key TEXT,
    diverted_from TEXT NOT NULL,
    started INTEGER NOT NULL,
    answered INTEGER,
    ended INTEGER,
    reason TEXT,
    status INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    parts TEXT NOT NULL,
    seen INTEGER NOT NULL,
    folded TEXT NOT NULL
);

CREATE INDEX call_contact ON call (contact_source, contact_key, id) WHERE contact_source IS NOT NULL;

CREATE INDEX call_missed ON call (id) WHERE outgoing = 0 AND reason = 'MISSED';

CREATE INDEX call_unseen ON call (id) WHERE seen = 0;

CREATE INDEX call_open ON call (id) WHERE reason IS NULL;
