/** The bytes of blobs too small for a file each. Their rows in `blobs` are those of any other. */
export const smallBlobs = `
CREATE TABLE small_blobs (
  digest TEXT PRIMARY KEY REFERENCES blobs (digest) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;
`
