import type { RecordCipher } from '../crypto/record-cipher.ts';
import { chainOldEvents } from './chain-old-events.ts';
import type { Sql } from './engine/sql.ts';
import { sealOldRecords } from './seal-old-records.ts';

/** SQL, or a step that SQL alone cannot take. */
export type Migration = string | ((sql: Sql, cipher: RecordCipher) => Promise<void>);

/**
 * The schema, one entry a version, never edited once released: `user_version` counts the entries that have run. The unit is
 * part of every key of the rows, so that the same tables can be spread over machines by unit. Instants are milliseconds since
 * 1970 UTC; days are ISO 8601 text. Tables of small rows are kept WITHOUT ROWID; rows of more than about 200 bytes are cheaper
 * appended to a table with one (sqlite.org/withoutrowid.html §3).
 */
export const MIGRATIONS: readonly Migration[] = [
  `
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
  `,
  `
  CREATE TABLE campaigns (
    -- begins with the day it was made on: ids sort by age
    campaign_id  TEXT PRIMARY KEY,
    owner        TEXT NOT NULL REFERENCES units (code),
    name         TEXT NOT NULL,
    circular     TEXT NOT NULL,
    school_year  INTEGER NOT NULL,
    instructions TEXT NOT NULL,
    -- JSON: name, record kind, columns, grades, deadline
    parts        TEXT NOT NULL,
    created_at   INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE campaign_units (
    unit        TEXT NOT NULL REFERENCES units (code),
    campaign_id TEXT NOT NULL REFERENCES campaigns (campaign_id) ON DELETE CASCADE,
    PRIMARY KEY (unit, campaign_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX campaign_units_by_campaign ON campaign_units (campaign_id, unit);

  -- What became of a unit's workbook of one kind. Counts of rows, never rows.
  CREATE TABLE receipts (
    unit        TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    kind        TEXT NOT NULL,
    sent_at     INTEGER,
    opened_at   INTEGER,
    version     INTEGER,
    checked_at  INTEGER,
    error_rows  INTEGER NOT NULL DEFAULT 0,
    stays       INTEGER NOT NULL DEFAULT 0,
    pushed_at   INTEGER,
    PRIMARY KEY (unit, campaign_id, kind),
    FOREIGN KEY (unit, campaign_id) REFERENCES campaign_units (unit, campaign_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX records_by_kind ON records (unit, template);
  `,
  // Each event carries a hash over itself and over the hash before it.
  async (sql) => {
    await sql.run(`ALTER TABLE audit_events ADD COLUMN hash TEXT NOT NULL DEFAULT ''`);
    await chainOldEvents(sql);
  },
  // Persons' numbers, and hashes over them, are no longer kept in the open. A number is found by its blind index.
  async (sql, cipher) => {
    await sql.run('ALTER TABLE records ADD COLUMN secrets TEXT');
    await sql.run('ALTER TABLE records ADD COLUMN number_index TEXT');
    await sql.run('ALTER TABLE records ADD COLUMN class_name TEXT');
    await sql.run('ALTER TABLE records ADD COLUMN class_key TEXT');
    await sealOldRecords(sql, cipher);
    await sql.run('DROP INDEX records_by_citizen_id');
    await sql.run('ALTER TABLE records DROP COLUMN citizen_id');
    await sql.run('ALTER TABLE records DROP COLUMN claim_hash');
    await sql.run('ALTER TABLE records DROP COLUMN row_hash');
    await sql.run('CREATE INDEX records_by_number ON records (unit, number_index) WHERE number_index IS NOT NULL');
    await sql.run('DROP INDEX records_by_kind');
    await sql.run('CREATE INDEX records_by_class ON records (unit, template, class_key)');
  },
  `
  -- Within a priority the units take turns.
  ALTER TABLE verification_jobs ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
  DROP INDEX verification_jobs_by_priority;
  CREATE INDEX verification_jobs_by_turn ON verification_jobs (priority, turn);

  -- The highest turn that has been served.
  CREATE TABLE queue_turns (
    priority INTEGER PRIMARY KEY,
    turn     INTEGER NOT NULL
  ) STRICT;
  INSERT INTO queue_turns VALUES (0, 0), (1, 0);
  `,
  `
  -- Every question of a record but its first: when and by whom it was put, and the names of the fields that had changed.
  CREATE TABLE rounds (
    unit       TEXT NOT NULL,
    record_id  TEXT NOT NULL,
    round      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    -- NULL: the program by itself, because the answer had aged
    account_id TEXT,
    changed    TEXT NOT NULL,
    PRIMARY KEY (unit, record_id, round),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  -- How far people have brought a failed record. Counts while the record is in the same round.
  CREATE TABLE record_steps (
    unit      TEXT NOT NULL,
    record_id TEXT NOT NULL,
    round     INTEGER NOT NULL,
    step      TEXT NOT NULL,
    since     INTEGER NOT NULL,
    PRIMARY KEY (unit, record_id),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX record_steps_by_step ON record_steps (unit, step, record_id);

  -- Each of those steps, for ever. \`state\`: the step that stood after it, NULL where one was taken back.
  CREATE TABLE loop_steps (
    unit       TEXT NOT NULL,
    record_id  TEXT NOT NULL,
    number     INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    account_id TEXT,
    action     TEXT NOT NULL,
    state      TEXT,
    PRIMARY KEY (unit, record_id, number),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  -- Which paper was seen in a round, and which fields were compared with it. Never what stands in it.
  CREATE TABLE notices (
    unit       TEXT NOT NULL,
    record_id  TEXT NOT NULL,
    round      INTEGER NOT NULL,
    -- sealed
    number     TEXT NOT NULL,
    date       TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    compared   TEXT NOT NULL,
    at         INTEGER NOT NULL,
    account_id TEXT NOT NULL,
    PRIMARY KEY (unit, record_id, round),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT;

  -- What was answered to each request to perform actions, so that a repeated one gets the same answer.
  CREATE TABLE loop_requests (
    unit            TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash       TEXT NOT NULL,
    at              INTEGER NOT NULL,
    answer          TEXT NOT NULL,
    PRIMARY KEY (unit, idempotency_key)
  ) STRICT;
  CREATE INDEX loop_requests_by_at ON loop_requests (at);

  -- Until when an answer counts; NULL: for ever, or the record has moved on.
  ALTER TABLE verdicts ADD COLUMN expires_at INTEGER;
  CREATE INDEX verdicts_by_expiry ON verdicts (expires_at) WHERE expires_at IS NOT NULL;
  UPDATE verdicts SET expires_at = answered_at +
    CASE WHEN outcome IN ('match', 'match-normalised') THEN 31536000000 ELSE 1814400000 END
    WHERE outcome <> 'not-applicable' AND EXISTS (SELECT 1 FROM records r
      WHERE r.unit = verdicts.unit AND r.record_id = verdicts.record_id AND r.round = verdicts.round);
  `,
  `
  ALTER TABLE records ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE records ADD COLUMN created_by TEXT;
  -- JSON: ids of the rows that came as unchanged and are not in the answer
  ALTER TABLE pushes ADD COLUMN seen_rows TEXT NOT NULL DEFAULT '[]';
  -- sealed: what others had changed, by row id, taken out of the answer
  ALTER TABLE pushes ADD COLUMN differences TEXT;

  -- Further rows of a record: the same person in another workbook of the unit. The first row stands in the record itself.
  CREATE TABLE record_rows (
    unit        TEXT NOT NULL,
    workbook_id TEXT NOT NULL,
    row_id      TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    PRIMARY KEY (unit, workbook_id, row_id),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE,
    FOREIGN KEY (unit, workbook_id) REFERENCES workbooks (unit, workbook_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX record_rows_by_record ON record_rows (unit, record_id);

  -- What each change of a record replaced. A record that was never changed has none: a first push costs nothing here.
  CREATE TABLE record_changes (
    unit        TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    -- the revision that the change made
    revision    INTEGER NOT NULL,
    push_id     TEXT NOT NULL,
    workbook_id TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    at          INTEGER NOT NULL,
    -- JSON: the names of the changed fields
    fields      TEXT NOT NULL,
    -- sealed: what they held before, and the hash of the question of before
    secrets     TEXT NOT NULL,
    -- the round before, and from then on
    round       INTEGER NOT NULL,
    new_round   INTEGER NOT NULL,
    PRIMARY KEY (unit, record_id, revision),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX record_changes_by_push ON record_changes (unit, push_id);

  -- What was signed of each push, one chain a unit. Never a row.
  CREATE TABLE push_receipts (
    unit            TEXT NOT NULL,
    number          INTEGER NOT NULL,
    push_id         TEXT NOT NULL,
    sending_id      TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    workbook_id     TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    at              INTEGER NOT NULL,
    unit_name       TEXT NOT NULL,
    template        TEXT NOT NULL,
    campaign        TEXT NOT NULL,
    queued          INTEGER NOT NULL,
    kept            INTEGER NOT NULL,
    unchanged       INTEGER NOT NULL,
    stays           INTEGER NOT NULL,
    conflict        INTEGER NOT NULL,
    -- sealed: the digests of the rows and everything that was made of them. Who has the ids of the rows and all of their
    -- cells but the number could try out numbers until a digest fits.
    secrets         TEXT NOT NULL,
    PRIMARY KEY (unit, number)
  ) STRICT;
  CREATE INDEX push_receipts_by_sending ON push_receipts (unit, sending_id);
  CREATE INDEX push_receipts_by_workbook ON push_receipts (unit, workbook_id, at);

  CREATE TABLE undone_sendings (
    unit       TEXT NOT NULL,
    sending_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    at         INTEGER NOT NULL,
    answer     TEXT NOT NULL,
    PRIMARY KEY (unit, sending_id)
  ) STRICT;
  `,
];
