import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

const cableScript = join(import.meta.dirname, 'delayed-cable.pl')

/** Why no lab can be made here; undefined where one can. */
export const labObstacle: string | undefined = findObstacle()

export interface NetworkOptions {
  /** Hosts have private addresses, the same in every such network, and share the gateway's public one; nothing from outside reaches them. */
  readonly nat?: boolean
}

/** What befalls packets on the way between a network and the internet. */
export interface Weather {
  /** Milliseconds, one way. */
  readonly delayMs: number
  /** Of the packets from outside, this many in a hundred are lost; at most 99. */
  readonly lossPercent: number
}

/**
 * An internet of namespaces: a core that routes, networks with a gateway each, and hosts in them. Addresses look public
 * (or private behind NAT) as in the real one, but no namespace is connected to the machine's own network. Needs root.
 * `remove` takes everything away again, processes included; what a lab whose process was killed left, the next removes.
 */
export class NetworkLab {
  static #made = 0
  readonly #prefix = `plasm-${process.pid}-${NetworkLab.#made++}`
  readonly #namespaces: string[] = []
  readonly #cables: ChildProcess[] = []
  readonly #core: string
  #networks = 0

  constructor() {
    removeLeftovers()
    this.#core = this.addNamespace('core')
    route(this.#core)
  }

  async network(options: NetworkOptions = {}): Promise<Network> {
    const index = ++this.#networks
    const gateway = this.addNamespace(`gw${index}`)
    // Each far from the others, as AutoNAT counts: what peers of one /8 say of an address it takes for one voice.
    const octet = 40 + index
    const inside = options.nat === true ? '192.168' : `${octet}.1`
    const [outsideAddress, coreAddress] = [`${octet}.200.0.2`, `${octet}.200.0.1`]
    const cable = await this.#cable(gateway, `net${index}`)
    ip(this.#core, [
      `addr add ${coreAddress}/30 dev net${index}`,
      `link set net${index} up`,
      ...(options.nat === true ? [] : [`route add ${inside}.0.0/16 via ${outsideAddress}`]),
    ])
    ip(gateway, [
      `addr add ${outsideAddress}/30 dev outside`,
      'link set outside up',
      `route add default via ${coreAddress}`,
      'link add inside type bridge',
      `addr add ${inside}.0.1/16 dev inside`,
      'link set inside up',
    ])
    route(gateway)
    nft(gateway, rulesOf(options))
    return new Network(this, { gateway, inside, outsideAddress, cable })
  }

  /** A cable of the tests' own, which can be made longer: the kernel at hand may have no netem. */
  async #cable(gateway: string, coreEnd: string): Promise<Cable> {
    const gatewayEnd = `${coreEnd}o`
    const words = ['netns', 'exec', this.#core, 'perl', cableScript, coreEnd, gatewayEnd]
    const cable: Cable = spawn('ip', words, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#cables.push(cable)
    const broken = once(cable, 'exit').then(() => Promise.reject(new Error('the cable broke')))
    await Promise.race([once(createInterface({ input: cable.stdout }), 'line'), broken])
    broken.catch(() => {}) // Once it has begun, it ends with the lab.
    ip(this.#core, [`link set ${gatewayEnd} netns ${gateway} name outside`])
    return cable
  }

  addNamespace(name: string): string {
    const namespace = `${this.#prefix}-${name}`
    run('ip', ['netns', 'add', namespace])
    this.#namespaces.push(namespace)
    ip(namespace, ['link set lo up'])
    return namespace
  }

  /** Ends what runs in the namespaces and removes them. */
  async remove(): Promise<void> {
    await Promise.all(
      this.#cables.map(async (cable) => {
        if (cable.exitCode === null && cable.signalCode === null) {
          cable.kill('SIGKILL')
          await once(cable, 'exit')
        }
      }),
    )
    for (const namespace of this.#namespaces) await emptyAndDelete(namespace)
    this.#namespaces.length = 0
  }
}

/** A network of the lab: hosts on one bridge behind a gateway. */
export class Network {
  readonly #lab: NetworkLab
  readonly #parts: NetworkParts
  #hosts = 0

  constructor(lab: NetworkLab, parts: NetworkParts) {
    this.#lab = lab
    this.#parts = parts
  }

  /** Its gateway's address in the internet; with NAT, what its hosts are seen as. */
  get outsideAddress(): string {
    return this.#parts.outsideAddress
  }

  /** The gateway as a machine of its own: what a router runs. */
  get router(): LabHost {
    const { gateway, inside } = this.#parts
    return { address: `${inside}.0.1`, enter: ['ip', 'netns', 'exec', gateway] }
  }

  host(): LabHost {
    const { gateway, inside } = this.#parts
    const index = ++this.#hosts
    const namespace = this.#lab.addNamespace(`${gateway.split('-').at(-1)}h${index}`)
    // A /24 of its own: nodes of one are few in each other's tables.
    const address = `${inside}.${index}.10`
    ip(undefined, [`link add port${index} netns ${gateway} type veth peer name eth0 netns ${namespace}`])
    ip(gateway, [`link set port${index} master inside up`])
    ip(namespace, [
      `addr add ${address}/16 dev eth0`,
      'link set eth0 up',
      `route add default via ${inside}.0.1`,
      'route add 224.0.0.0/4 dev eth0',
    ])
    return { address, enter: ['ip', 'netns', 'exec', namespace] }
  }

  /** From now on; without a word: fine again. */
  setWeather({ delayMs, lossPercent }: Weather = { delayMs: 0, lossPercent: 0 }): void {
    this.#parts.cable.stdin.write(`${delayMs}\n`)
    const loss = `add rule inet lab loss iifname "outside" numgen random mod 100 < ${lossPercent} drop\n`
    nft(this.#parts.gateway, `flush chain inet lab loss\n${lossPercent > 0 ? loss : ''}`)
  }

  /** Nothing passes the gateway any more, in either direction; no one is told. */
  cutOff(): void {
    nft(this.#parts.gateway, 'add rule inet lab cut iifname outside drop\nadd rule inet lab cut oifname outside drop\n')
  }

  rejoin(): void {
    nft(this.#parts.gateway, 'flush chain inet lab cut\n')
  }
}

interface NetworkParts {
  readonly gateway: string
  readonly inside: string
  readonly outsideAddress: string
  readonly cable: Cable
}

/** Takes a line with its delay in milliseconds. */
type Cable = ChildProcessByStdio<Writable, Readable, null>

/** A machine of the lab. */
export interface LabHost {
  readonly address: string
  /** Words before a command that is to run there. */
  readonly enter: readonly [string, ...string[]]
}

function rulesOf({ nat }: NetworkOptions): string {
  return [
    'add table inet lab',
    'add chain inet lab cut',
    'add chain inet lab forward { type filter hook forward priority 0; policy accept; }',
    'add chain inet lab loss',
    'add rule inet lab forward jump cut',
    'add rule inet lab forward jump loss',
    ...(nat === true
      ? [
          'add table ip nat',
          'add chain ip nat prerouting { type nat hook prerouting priority -100; }',
          'add chain ip nat postrouting { type nat hook postrouting priority 100; }',
          'add rule ip nat postrouting oifname "outside" masquerade',
        ]
      : []),
    '',
  ].join('\n')
}

function route(namespace: string): void {
  run('ip', ['netns', 'exec', namespace, 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward'])
}

/** Commands of ip(8), one a line, in a namespace or in the machine's own. */
function ip(namespace: string | undefined, commands: readonly string[]): void {
  run('ip', [...(namespace === undefined ? [] : ['-n', namespace]), '-batch', '-'], commands.join('\n'))
}

function nft(namespace: string, rules: string): void {
  run('ip', ['netns', 'exec', namespace, 'nft', '-f', '-'], rules)
}

function run(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}\n${input}`)
  return stdout
}

/** Namespaces of labs whose process is gone: it was killed before it could remove them. */
function removeLeftovers(): void {
  for (const line of run('ip', ['netns', 'list']).split('\n')) {
    const [namespace = '', pid] = /^plasm-(\d+)-\S+/.exec(line) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    killAll(namespace)
    spawnSync('ip', ['netns', 'delete', namespace]) // Another lab may have been quicker.
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Kills what runs in a namespace; the number of processes that still did. */
function killAll(namespace: string): number {
  const pids = spawnSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean)
  for (const pid of pids) spawnSync('kill', ['-KILL', pid])
  return pids.length
}

async function emptyAndDelete(namespace: string): Promise<void> {
  for (let tries = 0; killAll(namespace) > 0 && tries < 100; tries++) await sleep(10)
  run('ip', ['netns', 'delete', namespace])
}

function findObstacle(): string | undefined {
  if (process.getuid?.() !== 0) return 'not root'
  for (const [command, arg] of [
    ['ip', '-V'],
    ['nft', '-v'],
    ['perl', '-v'],
  ] as const)
    if (spawnSync(command, [arg]).status !== 0) return `no ${command}`
  const name = `plasm-${process.pid}-trial`
  try {
    run('ip', ['netns', 'add', name])
  } catch {
    return 'no namespaces may be made'
  }
  try {
    nft(name, `${rulesOf({ nat: true })}add rule inet lab loss numgen random mod 100 < 5 drop\n`)
    return undefined
  } catch {
    return 'nftables does not work'
  } finally {
    run('ip', ['netns', 'delete', name])
  }
}
