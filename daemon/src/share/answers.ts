import type { Clock } from '../clock.ts'
import type { AnswersView } from '../generated/types.ts'
import type { RefusalCode } from '../protocol/job-protocol.ts'

/** What this node has answered to peers since its start: for its operator, who wonders why no work comes. */
export class Answers {
  readonly #clock: Pick<Clock, 'now'>
  readonly #since: number
  readonly #asked = { offers: 0, orders: 0 }
  readonly #refused = { offers: 0, orders: 0 }
  readonly #byCode = new Map<RefusalCode, number>()
  #lastAskedAt: number | undefined

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock
    this.#since = clock.now()
  }

  offerAnswered(answer: RefusalCode | 'offered'): void {
    this.#count('offers', answer === 'offered' ? undefined : answer)
  }

  orderAnswered(answer: RefusalCode | 'accepted'): void {
    this.#count('orders', answer === 'accepted' ? undefined : answer)
  }

  view(): AnswersView {
    const counts = (kind: 'offers' | 'orders') => ({ asked: this.#asked[kind], refused: this.#refused[kind] })
    return {
      since: this.#since,
      ...(this.#lastAskedAt === undefined ? {} : { lastAskedAt: this.#lastAskedAt }),
      offers: counts('offers'),
      orders: counts('orders'),
      refusals: [...this.#byCode].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    }
  }

  #count(kind: 'offers' | 'orders', refused: RefusalCode | undefined): void {
    this.#lastAskedAt = this.#clock.now()
    this.#asked[kind]++
    if (refused === undefined) return
    this.#refused[kind]++
    this.#byCode.set(refused, (this.#byCode.get(refused) ?? 0) + 1)
  }
}
