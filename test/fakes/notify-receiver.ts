import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Why there can be none on this machine. */
export const notifyObstacle = ['systemd-notify', 'perl'].find(
  (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status !== 0,
)

/** Listens at a datagram socket, which Node does not have, and prints what comes in hexadecimal digits, a line each. */
const listener = `use Socket; $| = 1;
  socket(my $s, AF_UNIX, SOCK_DGRAM, 0) or die $!; bind($s, sockaddr_un($ARGV[0])) or die $!;
  print "listening\\n"; while (defined recv($s, my $message, 65536, 0)) { print unpack('H*', $message), "\\n" }`

/** What systemd is to a service: a socket that takes its words. They are kept as they came. */
export class NotifyReceiver {
  readonly messages: string[] = []
  readonly #directory = mkdtempSync(join(tmpdir(), 'plasm-notify-'))
  readonly socket = join(this.#directory, 'notify')
  readonly #process: ChildProcess
  readonly #listening = Promise.withResolvers<void>()

  private constructor() {
    this.#process = spawn('perl', ['-e', listener, this.socket], { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process.once('exit', (code) => this.#listening.reject(new Error(`perl ended with ${code}`)))
    createInterface({ input: this.#process.stdout! }).on('line', (line) => {
      if (line === 'listening') return this.#listening.resolve()
      const message = Buffer.from(line, 'hex').toString().trimEnd()
      // How systemd-notify asks whether all before it was read.
      if (message !== 'BARRIER=1') this.messages.push(message)
    })
  }

  static async start(): Promise<NotifyReceiver> {
    const receiver = new NotifyReceiver()
    await receiver.#listening.promise
    return receiver
  }

  /** Reads no more, as a service manager that hangs, until it is told to go on. */
  hang(): void {
    this.#process.kill('SIGSTOP')
  }

  goOn(): void {
    this.#process.kill('SIGCONT')
  }

  stop(): void {
    this.#process.removeAllListeners('exit')
    this.#process.kill('SIGKILL')
    rmSync(this.#directory, { recursive: true, force: true })
  }
}
