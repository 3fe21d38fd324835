-- One row a recording, from its beginning on, for ever: those that were deleted stay as links of the chain, without whom they
-- were of. Times are milliseconds since 1970.
CREATE TABLE recording (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL,
    account TEXT NOT NULL,
    number TEXT NOT NULL,
    person TEXT NOT NULL,
    call INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    marks TEXT NOT NULL,
    complete INTEGER NOT NULL,
    storage TEXT NOT NULL,
    damaged INTEGER NOT NULL,
    sha TEXT NOT NULL,
    facts TEXT NOT NULL DEFAULT '',
    link INTEGER UNIQUE,
    chain TEXT NOT NULL DEFAULT '',
    peaks BLOB,
    deleted INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX recording_call ON recording (call);

CREATE INDEX recording_number ON recording (number);

CREATE INDEX recording_waiting ON recording (id) WHERE storage = 'WAITING' AND deleted = 0
