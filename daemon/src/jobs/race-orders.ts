import { PlasmError } from '../errors.ts'
import { childOf } from '../network/deadline.ts'
import type { OpenOrder, OrderEnd } from './follow-order.ts'

/** How one order ended. */
export interface Ended {
  readonly order: OpenOrder
  readonly end: OrderEnd
}

export interface RaceDependencies {
  /** Stays with an order to its end; rejects with the signal's reason. */
  follow(order: OpenOrder, signal: AbortSignal): Promise<OrderEnd>
  /** Resolves with the reason as soon as an order is slow; undefined where it is to have no company. */
  straggles(order: OpenOrder, signal: AbortSignal): Promise<string> | undefined
  /** An order to another node beside a slow one; undefined where there is none. */
  second(slow: OpenOrder, why: string, signal: AbortSignal): Promise<OpenOrder | undefined>
  /** Keeps what an order brought; true where it is an answer. */
  keep(ended: Ended): boolean
  /** An order failed while another is still under way. */
  onFailed(ended: Ended): void
}

/** `rest` resolves when what was overtaken is at its end, too. */
export type RaceEnd =
  | { readonly kind: 'answered'; readonly rest: Promise<unknown> }
  | { readonly kind: 'failed'; readonly last: Ended }

/**
 * Stays with orders of one replica until one of them brings an answer; the others are cancelled then. A single order that
 * is slow gets company once, of another node. Rejects with the signal's reason, or with a fault of the store.
 */
export async function raceOrders(
  orders: readonly [OpenOrder, ...OpenOrder[]],
  deps: RaceDependencies,
  signal: AbortSignal,
): Promise<RaceEnd> {
  const race = childOf(signal)
  const [first] = orders
  const follow = async (order: OpenOrder): Promise<Ended> => ({ order, end: await deps.follow(order, race.signal) })
  const accompany = async (why: string): Promise<Ended | undefined> => {
    const second = await deps.second(first, why, race.signal)
    return second === undefined ? undefined : await follow(second)
  }
  const runners = new Set<Promise<Ended | undefined>>(orders.map(follow))
  // An end of the watch is no end of the race.
  const never = new Promise<never>(() => undefined)
  let slow = orders.length === 1 ? deps.straggles(first, race.signal)?.catch(() => never) : undefined
  let last: Ended | undefined
  try {
    for (;;) {
      const next = await Promise.race([...[...runners].map(finished), ...(slow === undefined ? [] : [slow])])
      if (typeof next === 'string') {
        slow = undefined
        runners.add(accompany(next))
        continue
      }
      runners.delete(next.runner)
      const { ended } = next
      if (ended !== undefined && deps.keep(ended)) {
        race.abort(new PlasmError('CANCELLED', 'another node answered first'))
        return { kind: 'answered', rest: late() }
      }
      // The one that was placed first always ended, and a second one without a node ends as nothing.
      last = ended ?? (last as Ended)
      if (runners.size === 0) return { kind: 'failed', last }
      if (ended !== undefined) deps.onFailed(ended)
    }
  } catch (error) {
    // Not cancelled at their nodes, where it is not the job that is: the orders are found again.
    race.abort(new PlasmError('SHUTTING_DOWN', 'the job waits for its store'))
    await late()
    throw error
  } finally {
    race.abort(new DOMException('the race is over', 'AbortError'))
  }

  /** What the others still bring is kept. */
  function late(): Promise<unknown> {
    const keepLate = async (runner: Promise<Ended | undefined>) => {
      const ended = await runner
      if (ended !== undefined) deps.keep(ended)
    }
    return Promise.allSettled([...runners].map(keepLate))
  }
}

async function finished(runner: Promise<Ended | undefined>) {
  return { runner, ended: await runner }
}
