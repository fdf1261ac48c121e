import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { hashToken } from '../api/door.ts'
import { PlasmError } from '../errors.ts'
import { withJson } from './client-options.ts'
import type { Cli } from './program.ts'
import { printLine } from './terminal.ts'

/** As the schema of the configuration has it. */
const nameForm = /^(?!local$)[a-z][a-z0-9_]{0,63}$/

export function addToken(program: Command, { terminal }: Cli): void {
  withJson(
    program
      .command('token <name>')
      .description('make a token for the TCP door; only its hash goes into the configuration'),
  ).action(async (name: string, { json }: { readonly json?: boolean }) => {
    if (!nameForm.test(name))
      throw new PlasmError(
        'USAGE',
        `"${name}" cannot name a token: a letter a-z, then letters, digits and _, 64 in all; not "local"`,
      )
    const token = `plasm_${randomBytes(32).toString('base64url')}`
    const sha256 = hashToken(token).toString('hex')
    if (json) return await printLine(terminal.stdout, JSON.stringify({ name, token, sha256 }))
    await printLine(terminal.stdout, token)
    await printLine(
      terminal.stderr,
      `Keep it: it is shown once. Put this into the configuration and restart the daemon:\n  "api": { "tokens": { "${name}": "${sha256}" } }`,
    )
  })
}
