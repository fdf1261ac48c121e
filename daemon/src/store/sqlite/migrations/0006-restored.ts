/** When the data were restored from a backup; null where they never were. */
export const restored = `
ALTER TABLE log_head ADD COLUMN restored_at INTEGER;
`
