/**
 * What pruning needs to know. `given_to`: the other peer that a receipt of this node was given to ('': who it was is not
 * known any more); null for those of jobs of its own. `log_sequence`: a receipt's place in the log's present epoch; before
 * now nothing was ever taken out of it, so the last ones are its end. `complete_from`: from this place on all are here.
 * `forgotten_jobs`: jobs that are gone but for some of their events.
 */
export const retention = `
ALTER TABLE receipts ADD COLUMN given_to TEXT;
ALTER TABLE receipts ADD COLUMN log_sequence INTEGER;
UPDATE receipts
  SET given_to = coalesce((SELECT submitter FROM attempts WHERE attempts.order_digest = receipts.order_digest), '')
  WHERE own = 1 AND order_digest NOT IN (SELECT digest FROM orders) AND digest NOT IN (SELECT digest FROM job_receipts);
UPDATE receipts SET log_sequence = place.sequence
  FROM (SELECT arrival, (SELECT sequence FROM log_head) - row_number() OVER (ORDER BY arrival DESC) AS sequence
        FROM receipts WHERE own = 1) AS place
  WHERE receipts.arrival = place.arrival AND place.sequence >= 0;
CREATE INDEX receipts_given ON receipts (stored_at, given_to) WHERE given_to IS NOT NULL;

ALTER TABLE log_head ADD COLUMN complete_from INTEGER NOT NULL DEFAULT 0;

CREATE INDEX jobs_ended ON jobs (settled_at) WHERE state = 'settled';
CREATE INDEX idempotency_by_job ON idempotency (job);
CREATE TABLE forgotten_jobs (job TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`
