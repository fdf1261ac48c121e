import type { News, ServiceManager } from '../../daemon/src/service/service-manager.ts'

/** Remembers what it was told. */
export class FakeServiceManager implements ServiceManager {
  readonly told: News[] = []
  readonly watchdogMs?: number
  /** What the next words fail with; none: they are taken. */
  failure: Error | undefined

  constructor(watchdogMs?: number) {
    if (watchdogMs !== undefined) this.watchdogMs = watchdogMs
  }

  async tell(news: News): Promise<void> {
    if (this.failure !== undefined) throw this.failure
    this.told.push(news)
  }

  get kinds(): readonly News['kind'][] {
    return this.told.map(({ kind }) => kind)
  }
}
