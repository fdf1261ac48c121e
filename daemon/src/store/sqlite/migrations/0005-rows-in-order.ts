/**
 * Orders and attempts are larger than what a tree by digest keeps in its own pages: each lay half beside it, at a place
 * of its own, and was written anew with every change of its state. In the order in which they come, many share a page.
 */
export const rowsInOrder = `
ALTER TABLE orders RENAME TO orders_by_digest;
CREATE TABLE orders (
  digest TEXT NOT NULL PRIMARY KEY,
  job TEXT NOT NULL REFERENCES jobs (id),
  attempt INTEGER NOT NULL,
  node TEXT NOT NULL,
  envelope BLOB NOT NULL,
  inputs TEXT NOT NULL,
  state TEXT NOT NULL,
  UNIQUE (job, attempt)
) STRICT;
INSERT INTO orders SELECT * FROM orders_by_digest ORDER BY job, attempt;
DROP TABLE orders_by_digest;

ALTER TABLE attempts RENAME TO attempts_by_order;
DROP INDEX attempts_unfinished;
DROP INDEX attempts_finished;
CREATE TABLE attempts (
  order_digest TEXT NOT NULL PRIMARY KEY,
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
) STRICT;
INSERT INTO attempts SELECT * FROM attempts_by_order ORDER BY accepted_at;
DROP TABLE attempts_by_order;
CREATE INDEX attempts_unfinished ON attempts (accepted_at) WHERE state <> 'finished';
CREATE INDEX attempts_finished ON attempts (finished_at) WHERE state = 'finished';
`
