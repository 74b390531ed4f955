import type { RecordCipher } from '../crypto/record-cipher.ts';
import { chainOldEvents } from './chain-old-events.ts';
import type { Sql } from './engine/sql.ts';
import { FIRST_SCHEMA } from './first-schema.ts';
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
  FIRST_SCHEMA,
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
  `
  -- Failures of the question's own, and why nobody asks it any more.
  ALTER TABLE verification_jobs ADD COLUMN faults INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE verification_jobs ADD COLUMN aside_reason TEXT;

  -- How the answers about a sheet go while it is being asked about, and why asking stopped.
  CREATE TABLE sheet_checks (
    unit        TEXT NOT NULL,
    workbook_id TEXT NOT NULL,
    doubt       REAL NOT NULL,
    answered    INTEGER NOT NULL,
    failed      INTEGER NOT NULL,
    held_at     INTEGER,
    -- JSON: column and kind
    suspicion   TEXT,
    asked_on    INTEGER NOT NULL,
    PRIMARY KEY (unit, workbook_id),
    FOREIGN KEY (unit, workbook_id) REFERENCES workbooks (unit, workbook_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- JSON: the names of a class teacher's classes; NULL for everybody else
  ALTER TABLE accounts ADD COLUMN classes TEXT;
  ALTER TABLE accounts ADD COLUMN valid_from TEXT;
  ALTER TABLE accounts ADD COLUMN valid_to TEXT;
  ALTER TABLE accounts ADD COLUMN disabled_at INTEGER;
  -- hash of who the sign-in service says it is
  ALTER TABLE accounts ADD COLUMN foreign_identity TEXT;
  CREATE UNIQUE INDEX accounts_by_foreign_identity ON accounts (foreign_identity) WHERE foreign_identity IS NOT NULL;

  ALTER TABLE session_families ADD COLUMN way TEXT NOT NULL DEFAULT 'password';
  ALTER TABLE session_families ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE session_families ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
  -- keyed hash of where it was opened
  ALTER TABLE session_families ADD COLUMN address_hash TEXT NOT NULL DEFAULT '';

  -- Wrong passwords in a row, by keyed hash of the name that was typed.
  CREATE TABLE sign_in_failures (
    name_hash    TEXT PRIMARY KEY,
    failures     INTEGER NOT NULL,
    failed_at    INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Sign-ins at another service under way, and those that have come back. Taken out when used.
  CREATE TABLE provider_sign_ins (
    state_hash    TEXT PRIMARY KEY,
    opener        TEXT NOT NULL,
    challenge     TEXT NOT NULL,
    nonce         TEXT NOT NULL,
    code_verifier TEXT NOT NULL,
    expires_at    INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sign_in_handovers (
    code_hash  TEXT PRIMARY KEY,
    challenge  TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    account_id TEXT REFERENCES accounts (account_id) ON DELETE CASCADE,
    problem    TEXT
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Records whose number another unit has, too.
  CREATE TABLE shared_numbers (
    unit      TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (unit, record_id),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX records_by_number_anywhere ON records (number_index) WHERE number_index IS NOT NULL;
  `,
  `
  -- When rows last came from it: what is kept is counted from here.
  ALTER TABLE workbooks ADD COLUMN last_pushed_at INTEGER NOT NULL DEFAULT 0;
  UPDATE workbooks SET last_pushed_at = first_seen_at;
  UPDATE workbooks SET last_pushed_at = (SELECT max(p.at) FROM pushes p
      WHERE p.unit = workbooks.unit AND p.workbook_id = workbooks.workbook_id)
    WHERE EXISTS (SELECT 1 FROM pushes p WHERE p.unit = workbooks.unit AND p.workbook_id = workbooks.workbook_id);
  CREATE INDEX workbooks_by_last_push ON workbooks (last_pushed_at);
  CREATE INDEX record_changes_by_at ON record_changes (at);
  CREATE INDEX records_not_applicable ON records (unit, record_id) WHERE why = 'not-applicable';
  `,
  `
  -- Blind indexes of the numbers that a unit has asked about or was refused, also of those that its rows no longer hold.
  CREATE TABLE asked_numbers (
    unit         TEXT NOT NULL,
    number_index TEXT NOT NULL,
    PRIMARY KEY (unit, number_index)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- People whom a unit has let go, and the record that has them now.
  CREATE TABLE releases (
    unit           TEXT NOT NULL,
    record_id      TEXT NOT NULL,
    number_index   TEXT NOT NULL,
    person_hash    TEXT NOT NULL,
    released_at    INTEGER NOT NULL,
    claimed_unit   TEXT,
    claimed_record TEXT,
    claimed_at     INTEGER,
    PRIMARY KEY (unit, record_id),
    FOREIGN KEY (unit, record_id) REFERENCES records (unit, record_id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX releases_by_number ON releases (number_index);
  CREATE INDEX releases_by_claim ON releases (claimed_unit, claimed_record) WHERE claimed_unit IS NOT NULL;
  `,
  `
  ALTER TABLE asked_numbers ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX asked_numbers_by_at ON asked_numbers (at);
  `,
  `
  -- What asked for the campaign, and a hash over the draft: the same request again opens no second one.
  ALTER TABLE campaigns ADD COLUMN idempotency_key TEXT;
  ALTER TABLE campaigns ADD COLUMN draft_hash TEXT;
  CREATE UNIQUE INDEX campaigns_by_request ON campaigns (owner, idempotency_key);
  `,
];
