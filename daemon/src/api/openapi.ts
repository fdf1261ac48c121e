import type { RouteOptions } from 'fastify'
import acceptance from '../../../schemas/acceptance.schema.json' with { type: 'json' }
import api from '../../../schemas/api.schema.json' with { type: 'json' }
import config from '../../../schemas/config.schema.json' with { type: 'json' }
import envelope from '../../../schemas/envelope.schema.json' with { type: 'json' }
import manifest from '../../../schemas/manifest.schema.json' with { type: 'json' }
import order from '../../../schemas/order.schema.json' with { type: 'json' }
import receipt from '../../../schemas/receipt.schema.json' with { type: 'json' }
import { problemMediaType } from './problem.ts'

type Json = { readonly [key: string]: unknown }

/** What a route says of itself beyond its input schemas. */
export interface Operation {
  readonly summary: string
  /** Media type → title of a schema, or a schema. */
  readonly body?: Readonly<Record<string, Json>>
  readonly answers: Readonly<
    Record<number, { readonly description: string; readonly content?: Readonly<Record<string, Json>> }>
  >
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation
  }
}

/** A reference to a schema of schemas/ by its title. */
export function schemaNamed(title: string): Json {
  return { $ref: `#/components/schemas/${title}` }
}

export function json(schema: Json): Readonly<Record<string, Json>> {
  return { 'application/json': schema }
}

/** The OpenAPI 3.1 document of these routes; its schemas are those of schemas/. */
export function openApiDocument(routes: readonly RouteOptions[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const operation = route.config?.operation
    if (operation === undefined) continue
    const path = route.url.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{path}')
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: describe(route, operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'plasm',
      version,
      description: 'The HTTP API of a plasm daemon; docs/api.md tells it in prose.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'http://localhost', description: "The daemon's Unix socket" }],
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'At the TCP door only.' } },
    },
    security: [{}, { token: [] }],
  }
}

function describe(route: RouteOptions, operation: Operation): Json {
  const schema = (route.schema ?? {}) as Readonly<Record<string, Json | undefined>>
  const parameters = [
    ...inputs(schema.params, 'path'),
    ...inputs(schema.querystring, 'query'),
    ...inputs(schema.headers, 'header'),
  ]
  if (route.url.endsWith('*')) parameters.push({ name: 'path', in: 'path', required: true, schema: { type: 'string' } })
  return {
    summary: operation.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body === undefined ? {} : { requestBody: { required: true, content: content(operation.body) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [
          status,
          {
            description: answer.description,
            ...(answer.content === undefined ? {} : { content: content(answer.content) }),
          },
        ]),
      ),
      default: {
        description: 'A problem (RFC 9457)',
        content: content({ [problemMediaType]: schemaNamed('Problem') }),
      },
    },
  }
}

function content(types: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]))
}

function inputs(schema: Json | undefined, place: 'path' | 'query' | 'header'): Json[] {
  const required = (schema?.required ?? []) as readonly string[]
  return Object.entries((schema?.properties ?? {}) as Record<string, Json>).map(([name, property]) => {
    const { description, ...rest } = property
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    }
  })
}

/** Of the configuration, what answers show of it. */
const { PeerQuota, StrangersQuota, Schedule } = config.$defs
const shownConfig: Json = { $id: config.$id, $defs: { PeerQuota, StrangersQuota, Schedule } }
const files: readonly Json[] = [manifest, order, acceptance, envelope, receipt, api, shownConfig]

function namedSchemas(): Json {
  const titles = new Map<string, string>()
  const found: [title: string, schema: Json, file: string][] = []
  for (const file of files) {
    const id = String(file.$id)
    const definitions = Object.entries((file.$defs ?? {}) as Record<string, Json>)
    for (const [reference, schema] of [
      [id, file] as const,
      ...definitions.map(([key, schema]) => [`${id}#/$defs/${key}`, schema] as const),
    ]) {
      titles.set(reference, String(schema.title))
      if (reference !== 'api.schema.json' && schema !== shownConfig) found.push([String(schema.title), schema, id])
    }
  }
  return Object.fromEntries(found.map(([title, schema, file]) => [title, withNamedReferences(schema, file, titles)]))
}

function withNamedReferences(value: unknown, file: string, titles: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNamedReferences(item, file, titles))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$schema' && key !== '$id' && key !== '$defs')
      .map(([key, item]) => {
        if (key !== '$ref' || typeof item !== 'string') return [key, withNamedReferences(item, file, titles)]
        const title = titles.get(item.startsWith('#') ? `${file}${item}` : item)
        if (title === undefined) throw new Error(`${file}: ${item} leads nowhere`)
        return [key, `#/components/schemas/${title}`]
      }),
  )
}
