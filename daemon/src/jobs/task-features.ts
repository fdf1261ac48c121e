import type { Task } from '../generated/types.ts'

/** What a task needs of a node's host that not every build has, whatever its module needs. */
export function hostFeatures(task: Task): readonly string[] {
  return task.files.length > 0 || task.outputs.length > 0 ? ['files'] : []
}
