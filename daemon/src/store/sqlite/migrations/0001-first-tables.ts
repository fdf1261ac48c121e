/**
 * The first tables. Times are integer milliseconds since 1970 UTC, digests `sha256:<hex>`, envelopes exact bytes.
 * A migration that was released is never edited: changes are new migrations.
 */
export const firstTables = `
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  name TEXT,
  task_digest TEXT NOT NULL,
  task BLOB NOT NULL,
  request TEXT NOT NULL,
  state TEXT NOT NULL,
  settlement TEXT,
  settled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX jobs_by_owner ON jobs (owner, id);
CREATE INDEX jobs_unsettled ON jobs (id) WHERE state <> 'settled';

CREATE TABLE idempotency (
  owner TEXT NOT NULL,
  key TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  job TEXT NOT NULL REFERENCES jobs (id),
  PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  digest TEXT PRIMARY KEY,
  job TEXT NOT NULL REFERENCES jobs (id),
  attempt INTEGER NOT NULL,
  node TEXT NOT NULL,
  envelope BLOB NOT NULL,
  inputs TEXT NOT NULL,
  state TEXT NOT NULL,
  UNIQUE (job, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
  order_digest TEXT PRIMARY KEY,
  submitter TEXT NOT NULL,
  job TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  nonce TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  order_envelope BLOB NOT NULL,
  acceptance_envelope BLOB NOT NULL,
  task BLOB NOT NULL,
  accepted_at INTEGER NOT NULL,
  starts INTEGER NOT NULL,
  state TEXT NOT NULL,
  receipt TEXT,
  finished_at INTEGER,
  UNIQUE (submitter, nonce)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_unfinished ON attempts (accepted_at) WHERE state <> 'finished';

CREATE TABLE receipts (
  arrival INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  job TEXT NOT NULL,
  order_digest TEXT NOT NULL,
  node TEXT NOT NULL,
  task_digest TEXT NOT NULL,
  result_digest TEXT NOT NULL,
  outcome TEXT NOT NULL,
  own INTEGER NOT NULL,
  envelope BLOB NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT;
CREATE INDEX receipts_by_order ON receipts (order_digest);
CREATE INDEX receipts_by_task ON receipts (task_digest);

CREATE TABLE job_receipts (
  position INTEGER PRIMARY KEY,
  job TEXT NOT NULL,
  digest TEXT NOT NULL,
  UNIQUE (job, digest)
) STRICT;
CREATE INDEX job_receipts_by_digest ON job_receipts (digest);

CREATE TABLE log_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  previous TEXT
) STRICT;

CREATE TABLE events (
  job TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (job, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE blobs (
  digest TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blobs_by_use ON blobs (used_at);

CREATE TABLE holds (
  holder TEXT NOT NULL,
  digest TEXT NOT NULL,
  until INTEGER,
  PRIMARY KEY (holder, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_by_digest ON holds (digest);
CREATE INDEX holds_by_end ON holds (until) WHERE until IS NOT NULL;
`
