/** The schema of version 1, the first of the migrations: never edited, like all of them. */
export const FIRST_SCHEMA = `
  CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO meta VALUES ('storeId', lower(hex(randomblob(4))));

  -- The one counter behind every status cursor. It is raised in the transaction that changes the row, and SQLite has one
  -- writer at a time: numbers become visible in their own order, so a cursor never skips a row.
  CREATE TABLE status_sequence (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    value    INTEGER NOT NULL
  ) STRICT;
  INSERT INTO status_sequence VALUES (1, 0);

  CREATE TABLE units (
    code       TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    parent     TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    valid_from TEXT,
    valid_to   TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX units_by_parent ON units (parent);

  CREATE TABLE accounts (
    account_id           TEXT PRIMARY KEY,
    username             TEXT NOT NULL UNIQUE COLLATE NOCASE,
    display_name         TEXT NOT NULL,
    role                 TEXT NOT NULL,
    unit                 TEXT REFERENCES units (code),
    password_hash        TEXT NOT NULL,
    password_is_one_time INTEGER NOT NULL,
    created_at           INTEGER NOT NULL,
    CHECK (role = 'operator' OR unit IS NOT NULL)
  ) STRICT, WITHOUT ROWID;

  -- One family a sign-in. Of its refresh tokens only hashes are kept, used ones too: seeing one again means theft.
  CREATE TABLE session_families (
    family_id  TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_families_by_account ON session_families (account_id);
  CREATE TABLE refresh_tokens (
    token_hash TEXT PRIMARY KEY,
    family_id  TEXT NOT NULL REFERENCES session_families (family_id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family_id);

  CREATE TABLE workbooks (
    unit          TEXT NOT NULL REFERENCES units (code),
    workbook_id   TEXT NOT NULL,
    template      TEXT NOT NULL,
    version       INTEGER NOT NULL,
    campaign      TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    PRIMARY KEY (unit, workbook_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE records (
    unit            TEXT NOT NULL,
    record_id       TEXT NOT NULL,
    workbook_id     TEXT NOT NULL,
    row_id          TEXT NOT NULL,
    template        TEXT NOT NULL,
    -- the raw cells as pushed, JSON by field
    cells           TEXT NOT NULL,
    row_hash        TEXT NOT NULL,
    claim_hash      TEXT NOT NULL,
    -- the usable 12-digit number of a person who counts among the duplicates, else NULL
    citizen_id      TEXT,
    -- hash of name and birth date: tells a person copied to another workbook from two persons under one number
    person_hash     TEXT NOT NULL,
    -- why the row by itself is not asked: unverifiable, not-applicable; NULL when it is
    why             TEXT,
    incomplete      INTEGER NOT NULL,
    duplicate       INTEGER NOT NULL,
    round           INTEGER NOT NULL,
    revision        INTEGER NOT NULL,
    status_sequence INTEGER NOT NULL,
    -- the order in which the rows first came: that of the sheet
    first_sequence  INTEGER NOT NULL,
    PRIMARY KEY (unit, record_id),
    UNIQUE (unit, workbook_id, row_id),
    FOREIGN KEY (unit, workbook_id) REFERENCES workbooks (unit, workbook_id)
  ) STRICT;
  CREATE INDEX records_by_citizen_id ON records (unit, citizen_id) WHERE citizen_id IS NOT NULL;
  CREATE INDEX records_by_status ON records (unit, status_sequence);

  CREATE TABLE pushes (
    unit            TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash       TEXT NOT NULL,
    workbook_id     TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    at              INTEGER NOT NULL,
    answer          TEXT NOT NULL,
    PRIMARY KEY (unit, idempotency_key)
  ) STRICT;
  CREATE INDEX pushes_by_workbook ON pushes (unit, workbook_id, at);

  -- The row is the job. It exists while the question of the record's present round is unanswered. A lease is nothing but a
  -- due time in the future: when its holder dies, the job falls due again by itself.
  CREATE TABLE verification_jobs (
    unit      TEXT NOT NULL,
    record_id TEXT NOT NULL,
    round     INTEGER NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('waiting', 'leased')),
    transport TEXT NOT NULL,
    priority  INTEGER NOT NULL,
    attempts  INTEGER NOT NULL,
    due_at    INTEGER NOT NULL,
    asked_at  INTEGER,
    PRIMARY KEY (unit, record_id),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX verification_jobs_by_priority ON verification_jobs (priority, due_at);
  CREATE INDEX verification_jobs_by_due ON verification_jobs (due_at);

  -- One answer a round, by key. Names of fields only: a value of the register has no column to go to.
  CREATE TABLE verdicts (
    unit        TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    round       INTEGER NOT NULL,
    outcome     TEXT NOT NULL,
    compared    TEXT NOT NULL,
    flags       TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    adapter     TEXT NOT NULL,
    request_id  TEXT NOT NULL,
    officer     TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    PRIMARY KEY (unit, record_id, round),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT;

  -- How fast a service may be asked, kept over restarts so that a crash loop does not ask more than was granted.
  CREATE TABLE paces (
    adapter      TEXT PRIMARY KEY,
    tokens       REAL NOT NULL,
    refilled_at  INTEGER NOT NULL,
    paused_until INTEGER NOT NULL,
    -- why it is paused, for the rows that wait meanwhile
    paused_by    TEXT,
    failures     INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Who did what, with counts and never with a person's data.
  CREATE TABLE audit_events (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    account_id TEXT,
    action     TEXT NOT NULL,
    unit       TEXT,
    counts     TEXT NOT NULL,
    request_id TEXT
  ) STRICT;
`;
