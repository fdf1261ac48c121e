/** Peers and digests that the operator wants nothing to do with; without `until` for good. */
export const denied = `
CREATE TABLE denied (
  kind TEXT NOT NULL CHECK (kind IN ('peer', 'digest')),
  name TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  note TEXT,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
`
