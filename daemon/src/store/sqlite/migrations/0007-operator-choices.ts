/** What the operator chose by commands; `value` is JSON. */
export const operatorChoices = `
CREATE TABLE operator_choices (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  chosen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
