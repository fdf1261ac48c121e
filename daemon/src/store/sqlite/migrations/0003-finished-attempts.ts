/** Attempts in the order in which they may be forgotten. */
export const finishedAttempts = `
CREATE INDEX attempts_finished ON attempts (finished_at) WHERE state = 'finished';
`
