/** One setting that the environment and the command line can change as well as the file. */
export interface Setting {
  /** Where it stands in the configuration: keys from the outside in. */
  readonly path: readonly [string, ...string[]]
  readonly variable: string
  /** As commander writes it. */
  readonly flag: string
  readonly kind: 'text' | 'integer' | 'switch' | 'list'
  readonly help: string
}

export const settings: readonly Setting[] = Object.freeze([
  {
    path: ['dataDirectory'],
    variable: 'PLASM_DATA',
    flag: '--data <directory>',
    kind: 'text',
    help: 'key, jobs, receipts and blobs',
  },
  {
    path: ['api', 'socket'],
    variable: 'PLASM_SOCKET',
    flag: '--socket <path>',
    kind: 'text',
    help: 'Unix socket of the API',
  },
  {
    path: ['api', 'tcp', 'port'],
    variable: 'PLASM_TCP_PORT',
    flag: '--tcp-port <port>',
    kind: 'integer',
    help: 'the API on loopback too, with tokens (0: any port)',
  },
  {
    path: ['network', 'listen'],
    variable: 'PLASM_LISTEN',
    flag: '--listen <multiaddr...>',
    kind: 'list',
    help: 'addresses to listen on',
  },
  {
    path: ['network', 'bootstrap'],
    variable: 'PLASM_BOOTSTRAP',
    flag: '--bootstrap <multiaddr...>',
    kind: 'list',
    help: 'peers to join the network by',
  },
  {
    path: ['network', 'allowPrivate'],
    variable: 'PLASM_ALLOW_PRIVATE',
    flag: '--allow-private',
    kind: 'switch',
    help: 'dial private addresses that peers tell of',
  },
  {
    path: ['network', 'announce'],
    variable: 'PLASM_ANNOUNCE',
    flag: '--announce <multiaddr...>',
    kind: 'list',
    help: 'addresses to tell others in place of those it listens on',
  },
  {
    path: ['network', 'upnp'],
    variable: 'PLASM_UPNP',
    flag: '--upnp <switch>',
    kind: 'switch',
    help: 'ask the router to forward the ports (true or false)',
  },
  {
    path: ['network', 'relay', 'serve'],
    variable: 'PLASM_RELAY',
    flag: '--relay',
    kind: 'switch',
    help: 'relay for peers that cannot be reached',
  },
  {
    path: ['share', 'with'],
    variable: 'PLASM_SHARE',
    flag: '--share <whom>',
    kind: 'text',
    help: 'whose jobs run here: nobody, allowlist or anyone',
  },
  {
    path: ['jobs', 'slots'],
    variable: 'PLASM_SLOTS',
    flag: '--slots <number>',
    kind: 'integer',
    help: 'jobs that run at once',
  },
  {
    path: ['sandbox', 'isolation'],
    variable: 'PLASM_ISOLATION',
    flag: '--isolation <level>',
    kind: 'text',
    help: "least isolation for other peers' jobs: full or reduced",
  },
  {
    path: ['log', 'level'],
    variable: 'PLASM_LOG_LEVEL',
    flag: '--log-level <level>',
    kind: 'text',
    help: 'error, warn, info, debug or silent',
  },
  {
    path: ['log', 'format'],
    variable: 'PLASM_LOG_FORMAT',
    flag: '--log-format <format>',
    kind: 'text',
    help: 'auto, json or text; auto: text for the journal, else json',
  },
  {
    path: ['metrics', 'port'],
    variable: 'PLASM_METRICS_PORT',
    flag: '--metrics-port <port>',
    kind: 'integer',
    help: 'Prometheus metrics on 127.0.0.1 (0: any port)',
  },
] as const satisfies readonly Setting[])

/** `--tcp-port` of `--tcp-port <port>`. */
export function flagName({ flag }: Setting): string {
  return flag.split(' ')[0] ?? flag
}

/** The key under which commander hands a flag's value over: `--tcp-port <port>` is `tcpPort`. */
export function flagKey(setting: Setting): string {
  return flagName(setting)
    .slice(2)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
