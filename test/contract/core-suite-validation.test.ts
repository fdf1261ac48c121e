import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeModule } from '../../daemon/src/wasm/decode.ts'
import { ModuleRejection } from '../../daemon/src/wasm/rejection.ts'
import { validateModule } from '../../daemon/src/wasm/validate.ts'
import {
  CoreSuite,
  coreSuiteAbsence,
  coreSuiteScripts,
  isOfTextFormat,
  SkipList,
  type SuiteScript,
} from './core-suite.ts'
import committed from './core-suite-skips.json' with { type: 'json' }

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
    const list = new SkipList()
    for (const name of coreSuiteScripts) list.addText(await suite.script(name))
    expect(committed.skipped.find(({ rule }) => rule === 'text')).toEqual(list.entry('text'))
  })
})

/** The commands of a script whose modules the validator judges otherwise than the suite. */
function faults(script: SuiteScript): string[] {
  return script.commands.flatMap((command) => {
    if (!('filename' in command) || isOfTextFormat(command)) return []
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
