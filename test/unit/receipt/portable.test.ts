import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { loadVectors } from '../../vectors/load.ts'

const entry = join(import.meta.dirname, '../../../daemon/src/receipt/verify.ts')

test('the portable verifier needs nothing of Node: bundled for a browser it runs where only the language and text coding are', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'verifier',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.filter(({ external }) => external))
  expect(imports).toEqual([])

  const [, { envelope, resultDigest }] = loadVectors<{ envelope: string; resultDigest: string }>('receipts.json')[0]!
  const context = createContext({
    TextEncoder,
    TextDecoder,
    Uint8Array,
    envelope: new Uint8Array(Buffer.from(envelope, 'base64')),
  })
  runInContext(outputFiles[0]!.text, context)
  expect(runInContext('verifier.verifyReceipt(envelope).resultDigest', context)).toBe(resultDigest)
})
