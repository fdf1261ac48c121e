import { setTimeout as after } from 'node:timers/promises'
import { isPlasmError } from '../../daemon/src/errors.ts'
import type { JobView } from '../../daemon/src/generated/types.ts'
import { digestOf } from '../../daemon/src/manifest/digest.ts'
import type { Random } from '../fuzz/random.ts'
import { looper, writer } from '../guests/programs.ts'
import { expectSettledOnce, type Member, submit } from './fleet.ts'

const quick = writer('through all of it\n')
const lasting = looper()

export interface ChurnOptions {
  readonly jobs: number
  /** Killed at once, and started again. */
  readonly victims: number
  /** So long they are killed, round after round, and jobs are submitted. */
  readonly killForMs: number
  readonly random: Random
  /** Jobs that are under way at once. */
  readonly atOnce: number
  /** Every third job uses up so much; a thousand million take a second where the machine has nothing else to do. */
  readonly fuel: number
}

export interface ChurnReport {
  readonly kills: number
  readonly rounds: number
  readonly elapsedMs: number
  /** Of the attempts that were begun. */
  readonly failedAttempts: number
}

/**
 * Has every member submit jobs to the others while members are killed at random, submitters too, and checks afterwards
 * that each job was settled once, by a receipt that verifies. Throws where one was not.
 */
export async function runUnderChurn(members: readonly Member[], options: ChurnOptions): Promise<ChurnReport> {
  const { jobs, atOnce, random, victims, killForMs, fuel } = options
  const startedAt = performance.now()
  for (const { client } of members)
    for (const module of [quick, lasting]) await client.bytes('PUT', `/v1/blobs/${digestOf(module)}`, { body: module })

  const ids: string[] = []
  let next = 0
  const worker = async () => {
    while (next < jobs) {
      const index = next++
      await after(Math.max(0, startedAt + (index * killForMs) / jobs - performance.now()))
      const member = members[index % members.length]!
      ids[index] = await persist(member, () => submitOne(member, index, fuel))
      await persist(member, () => member.client.json<JobView>('GET', `/v1/jobs/${ids[index]}?wait=60`))
    }
  }
  const workers = Promise.all(Array.from({ length: atOnce }, worker))
  workers.catch(() => {}) // Awaited below.
  let [kills, rounds] = [0, 0]
  while (performance.now() - startedAt < killForMs) {
    const chosen = draw(members, victims, random)
    await Promise.all(chosen.map((member) => member.end('SIGKILL')))
    await Promise.all(chosen.map((member) => member.start()))
    kills += victims
    rounds++
    await after(1000 + random.below(2000))
  }
  await workers

  let failedAttempts = 0
  for (const [index, id] of ids.entries()) {
    const { client, peerId } = members[index % members.length]!
    const { nodes, events } = await expectSettledOnce(client, id)
    if (nodes.includes(peerId)) throw new Error(`${id} ran at its submitter`)
    if ((await submitOne(members[index % members.length]!, index, fuel)) !== id) throw new Error(`${id} was forgotten`)
    failedAttempts += events.filter(({ type }) => type === 'attempt-failed').length
  }
  return { kills, rounds, elapsedMs: performance.now() - startedAt, failedAttempts }
}

function draw<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  const left = [...items]
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]!)
}

function submitOne({ client, name }: Member, index: number, fuel: number): Promise<string> {
  const lasts = index % 3 === 0
  return submit(
    client,
    lasts ? lasting : quick,
    [name, `${index}`],
    { where: 'network' },
    {
      key: `job-${index}`,
      ...(lasts ? { limits: { fuel } } : {}),
    },
  )
}

/** Until it works: the member may be down, or be killed meanwhile. */
async function persist<T>(member: Member, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (member.isUp && !isDisconnection(error)) throw error
      await after(100)
    }
  }
}

/** What a client sees of a daemon that was killed, or is not there yet, or has no time for it. */
function isDisconnection(error: unknown): boolean {
  return (
    isPlasmError(error, 'DAEMON_UNREACHABLE', 'TIMEOUT') ||
    /ECONNRESET|ECONNREFUSED|EPIPE|aborted|socket hang up/.test(String(error))
  )
}
