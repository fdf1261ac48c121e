import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeModule } from '../../daemon/src/wasm/decode.ts'
import { ModuleRejection } from '../../daemon/src/wasm/rejection.ts'
import { validateModule } from '../../daemon/src/wasm/validate.ts'
import {
  CoreSuite,
  coreSuiteAbsence,
  coreSuiteScripts,
  coreSuiteSkips,
  findSuiteSkip,
  type SuiteScript,
} from './core-suite.ts'

let suite: CoreSuite

describe.skipIf(coreSuiteAbsence !== undefined)(`core suite: decoding and validation${why()}`, () => {
  beforeAll(async () => {
    suite = await CoreSuite.open()
  })
  afterAll(() => suite.close())

  test('there are 146 scripts', () => {
    expect(coreSuiteScripts).toHaveLength(146)
  })

  // One entry at least, so that an absent suite shows up as a skipped test.
  test.for(coreSuiteScripts.length > 0 ? coreSuiteScripts : ['(none)'])(
    'accepts the modules of %s.wast and rejects what it says is invalid or malformed',
    async (name) => {
      expect(faults(await suite.script(name))).toEqual([])
    },
  )

  test('the list of skipped commands is exact', async () => {
    const counts = new Map(coreSuiteSkips.map((skip) => [skip, 0]))
    for (const name of coreSuiteScripts) {
      for (const command of (await suite.script(name)).commands) {
        const skip = findSuiteSkip(name, command)
        if (skip !== undefined) counts.set(skip, counts.get(skip)! + 1)
      }
    }
    for (const [skip, count] of counts) expect(count, skip.reason).toBe(skip.count)
  })
})

/** The commands of a script whose modules the validator judges otherwise than the suite. */
function faults(script: SuiteScript): string[] {
  return script.commands.flatMap((command) => {
    if (!('filename' in command) || findSuiteSkip(script.name, command) !== undefined) return []
    const bad = command.type === 'assert_invalid' || command.type === 'assert_malformed'
    const rejection = findRejection(script.binary(command.filename))
    if (bad === (rejection !== undefined)) return []
    const expected = bad ? `rejected (${command.text})` : 'accepted'
    return [`line ${command.line}: ${expected} is expected, ${rejection?.message ?? 'it was accepted'}`]
  })
}

function findRejection(bytes: Uint8Array): ModuleRejection | undefined {
  try {
    validateModule(decodeModule(bytes))
    return undefined
  } catch (error) {
    if (error instanceof ModuleRejection) return error
    throw error
  }
}

function why(): string {
  return coreSuiteAbsence === undefined ? '' : ` (skipped: ${coreSuiteAbsence})`
}
