/**
 * Fuzzes for long, over all kinds of specimens and all engines in turn:
 *
 *     node test/fuzz/run.ts --minutes 60 --seed 1 [--kind KIND] [--engine ENGINE] [--state FILE]
 *
 * `--state` names a file that remembers how far it came: a run that was stopped goes on from there, for the minutes
 * that are left. Prints each finding as it is found, and a line for each stretch; exits 1 where there was a finding.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Engine, engines, type Kind, kinds } from './campaign.ts'
import { type Finding, fuzz } from './fuzz-process.ts'
import { listModule } from './listing.ts'

interface State {
  readonly seed: number
  readonly milliseconds: number
  readonly plans: Readonly<Record<string, { readonly nextSeed: number; readonly specimens: number }>>
  readonly findings: readonly Finding[]
}

const stretchMs = 20_000
const shrinkMs = 60_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    engine: { type: 'string' },
    state: { type: 'string' },
  },
})
const plans = kinds
  .flatMap((kind) => Object.keys(engines).map((engine) => ({ kind, engine: engine as Engine })))
  .filter(({ kind, engine }) => kind === (values.kind ?? kind) && engine === (values.engine ?? engine))
const wholeMs = Number(values.minutes) * 60_000
if (plans.length === 0 || !(wholeMs > 0) || !Number.isSafeInteger(Number(values.seed))) {
  console.error(`kinds: ${kinds.join(', ')}; engines: ${Object.keys(engines).join(', ')}`)
  process.exit(2)
}

let state = readState()
while (state.milliseconds < wholeMs) {
  for (const { kind, engine } of plans) {
    if (state.milliseconds >= wholeMs) break
    state = await stretch(kind, engine)
    if (values.state !== undefined) writeFileSync(values.state, JSON.stringify(state, undefined, 2))
  }
}
const total = Object.values(state.plans).reduce((sum, { specimens }) => sum + specimens, 0)
const minutes = (state.milliseconds / 60_000).toFixed(1)
console.log(`${total} specimens in ${minutes} minutes from seed ${state.seed}, ${state.findings.length} findings`)
process.exit(state.findings.length === 0 ? 0 : 1)

function readState(): State {
  const file = values.state
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  return { seed: Number(values.seed), milliseconds: 0, plans: {}, findings: [] }
}

async function stretch(kind: Kind, engine: Engine): Promise<State> {
  const name = `${kind} ${engine}`
  const plan = state.plans[name] ?? { nextSeed: firstSeed(engine), specimens: 0 }
  const started = performance.now()
  const milliseconds = Math.min(stretchMs, wholeMs - state.milliseconds)
  const report = await fuzz({ kind, firstSeed: plan.nextSeed, milliseconds, shrinkMilliseconds: shrinkMs }, engine)
  console.log(`${new Date().toISOString()} ${name}: ${report.specimens} specimens from seed ${plan.nextSeed}`)
  if (report.finding !== undefined) print(report.finding)
  return {
    seed: state.seed,
    milliseconds: state.milliseconds + performance.now() - started,
    plans: {
      ...state.plans,
      [name]: { nextSeed: report.nextSeed, specimens: plan.specimens + report.specimens },
    },
    findings: report.finding === undefined ? state.findings : [...state.findings, report.finding],
  }
}

/** Each engine has seeds of its own: the same ones three times would show less. */
function firstSeed(engine: Engine): number {
  return state.seed + Object.keys(engines).indexOf(engine) * 10_000_000
}

function print({ kind, engine, seed, lines, module, fuel }: Finding) {
  console.log(`FINDING: ${kind} ${engine}, seed ${seed}, fuel ${fuel ?? '?'}\n${lines}`)
  if (module === undefined) return
  console.log(module)
  try {
    console.log(listModule(Buffer.from(module, 'base64')))
  } catch (error) {
    // A module that is rejected cannot be taken apart; its bytes stand above.
    console.log(String(error))
  }
}
