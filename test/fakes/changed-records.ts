import type { RecordStore } from '../../daemon/src/store/ports.ts'

/** These records, some members of which are other ones; what is not changed is read from them each time. */
export function changedRecords(records: RecordStore, changes: Partial<RecordStore>): RecordStore {
  return new Proxy(records, {
    get(target, name) {
      if (name in changes) return Reflect.get(changes, name)
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
