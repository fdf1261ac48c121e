/** Peers worth calling again after a restart; `addresses` is a JSON list of multiaddrs. */
export const peers = `
CREATE TABLE peers (
  peer TEXT PRIMARY KEY,
  addresses TEXT NOT NULL,
  last_seen_at INTEGER NOT NULL,
  anchor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
