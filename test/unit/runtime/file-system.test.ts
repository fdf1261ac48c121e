import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WrittenContent } from '../../../daemon/src/runtime/host/file-content.ts'
import { type Change, FileSystem } from '../../../daemon/src/runtime/host/file-system.ts'
import { type Directory, type Inode, utf8Bytes } from '../../../daemon/src/runtime/host/inodes.ts'
import { OutputBudget } from '../../../daemon/src/runtime/host/output-budget.ts'
import { type Following, maximumLinksFollowed, walk } from '../../../daemon/src/runtime/host/path-walk.ts'

const outputBytes = 1000

function open(): { readonly fileSystem: FileSystem; readonly budget: OutputBudget; readonly out: Directory } {
  const budget = new OutputBudget(outputBytes)
  const files = [{ path: '/in/a/b', bytes: Buffer.from('input') }]
  const fileSystem = new FileSystem({ files, outputs: ['/out'], budget })
  return { fileSystem, budget, out: fileSystem.root.get('out') as Directory }
}

// ---- A model: files as a list of paths, each operation written as plainly as it can be. ----

type Content = { bytes: number[] }
type Model = Map<string, Content | 'directory'>

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const isDirectory = (model: Model, path: string) => path === '' || model.get(path) === 'directory'
const below = (model: Model, path: string) => [...model.keys()].filter((each) => each.startsWith(`${path}/`))

/** Each answers whether it was done. */
const operations = {
  mkdir(model: Model, path: string): boolean {
    if (model.has(path) || !isDirectory(model, parentOf(path))) return false
    model.set(path, 'directory')
    return true
  },
  create(model: Model, path: string): boolean {
    if (model.has(path) || !isDirectory(model, parentOf(path))) return false
    model.set(path, { bytes: [] })
    return true
  },
  unlink(model: Model, path: string): boolean {
    const found = model.get(path)
    if (found === undefined || found === 'directory') return false
    return model.delete(path)
  },
  rmdir(model: Model, path: string): boolean {
    if (model.get(path) !== 'directory' || below(model, path).length > 0) return false
    return model.delete(path)
  },
  link(model: Model, from: string, to: string): boolean {
    const found = model.get(from)
    if (found === undefined || found === 'directory' || model.has(to) || !isDirectory(model, parentOf(to))) return false
    model.set(to, found)
    return true
  },
  rename(model: Model, from: string, to: string): boolean {
    const found = model.get(from)
    const replaced = model.get(to)
    if (found === undefined || !isDirectory(model, parentOf(to)) || to.startsWith(`${from}/`)) return false
    if (from === to || (found === replaced && found !== 'directory')) return true
    if (replaced !== undefined && (found === 'directory') !== (replaced === 'directory')) return false
    if (below(model, to).length > 0) return false
    for (const path of [from, ...below(model, from)]) {
      model.set(to + path.slice(from.length), model.get(path)!)
      model.delete(path)
    }
    return true
  },
  write(model: Model, path: string, at: number, bytes: readonly number[]): boolean {
    const found = model.get(path)
    if (found === undefined || found === 'directory') return false
    if (bytes.length > 0) while (found.bytes.length < at) found.bytes.push(0)
    found.bytes.splice(at, bytes.length, ...bytes)
    return true
  },
  resize(model: Model, path: string, size: number): boolean {
    const found = model.get(path)
    if (found === undefined || found === 'directory') return false
    found.bytes.length = Math.min(size, found.bytes.length)
    while (found.bytes.length < size) found.bytes.push(0)
    return true
  },
}

type Operation =
  | readonly ['mkdir' | 'create' | 'unlink' | 'rmdir', string]
  | readonly ['link' | 'rename', string, string]
  | readonly ['write', string, number, readonly number[]]
  | readonly ['resize', string, number]

function applyToModel(model: Model, operation: Operation): boolean {
  switch (operation[0]) {
    case 'link':
    case 'rename':
      return operations[operation[0]](model, operation[1], operation[2])
    case 'write':
      return operations.write(model, operation[1], operation[2], operation[3])
    case 'resize':
      return operations.resize(model, operation[1], operation[2])
    default:
      return operations[operation[0]](model, operation[1])
  }
}

function applyToFileSystem(fileSystem: FileSystem, out: Directory, operation: Operation): boolean {
  const made = (change: Change | number) => typeof change !== 'number' && change()
  const place = (path: string) => walk(out, path.slice(1), 'entry')
  const [kind, path] = operation
  const source = place(path)
  if (typeof source === 'number') return false
  switch (kind) {
    case 'mkdir':
      return made(fileSystem.makeDirectory(source, 0n))
    case 'create': {
      const file = fileSystem.makeFile(source, 0n)
      return typeof file !== 'number' && file.change()
    }
    case 'unlink':
      return made(fileSystem.unlink(source, 0n))
    case 'rmdir':
      return made(fileSystem.removeDirectory(source, 0n))
    case 'link':
    case 'rename': {
      const target = place(operation[2])
      return typeof target !== 'number' && made(fileSystem[kind](source, target, 0n))
    }
    case 'write':
      return (
        source.node?.kind === 'file' && fileSystem.write(source.node, operation[2], [Uint8Array.from(operation[3])], 0n)
      )
    case 'resize':
      return source.node?.kind === 'file' && fileSystem.resize(source.node, operation[2], 0n)
    default:
      return kind satisfies never
  }
}

/** All that is below a directory, by path, as the model has it. */
function pathsOf(directory: Directory, prefix = ''): [string, number[] | 'directory'][] {
  return directory.entries().flatMap(({ name, node }): [string, number[] | 'directory'][] => {
    const path = `${prefix}/${name}`
    if (node.kind === 'directory') return [[path, 'directory'], ...pathsOf(node, path)]
    const bytes = new Uint8Array(node.size)
    if (node.kind === 'file') node.content.read(0, bytes)
    return [[path, [...bytes]]]
  })
}

/** Few, and many of them below one another, so that operations meet. */
const path = fc.constantFrom('/a', '/b', '/ü', '/a/a', '/a/b', '/b/a', '/a/a/b', '/b/a/ü')
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(fc.constantFrom('mkdir', 'create', 'unlink', 'rmdir'), path),
  fc.tuple(fc.constantFrom('link', 'rename'), path, path),
  fc.tuple(
    fc.constant('write' as const),
    path,
    fc.nat(40),
    fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 20 }),
  ),
  fc.tuple(fc.constant('resize' as const), path, fc.nat(60)),
)

describe('the file system', () => {
  test('does what a list of paths would, operation by operation, and counts what is there', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 20, maxLength: 60 }), (sequence) => {
        const { fileSystem, budget, out } = open()
        let model: Model = new Map()
        for (const each of sequence) {
          const next = new Map([...model].map(([at, content]) => [at, content] as const))
          const copies = new Map<Content, Content>()
          for (const [at, content] of next) {
            if (content === 'directory') continue
            if (!copies.has(content)) copies.set(content, { bytes: [...content.bytes] })
            next.set(at, copies.get(content)!)
          }
          const wanted = applyToModel(next, each)
          const total = [...next.values()].reduce((sum, one) => sum + (one === 'directory' ? 0 : one.bytes.length), 0)
          const fits = total <= outputBytes
          expect([each, applyToFileSystem(fileSystem, out, each)]).toEqual([each, wanted && fits])
          if (wanted && fits) model = next
          const flat = [...model].map(
            ([at, content]) => [at, content === 'directory' ? content : content.bytes] as const,
          )
          expect(new Map(pathsOf(out))).toEqual(new Map(flat))
          const used = flat.reduce((sum, [, content]) => sum + (content === 'directory' ? 0 : content.length), 0)
          expect(budget.remaining).toBe(outputBytes - used)
        }
        const collected = fileSystem.collect()!.map((file) => [file.path, [...file.read(0, file.size)]])
        const files = [...model].filter(([, content]) => content !== 'directory')
        const expected = files.map(([at, content]) => [`/out${at}`, (content as Content).bytes] as const)
        expect(collected).toEqual(expected.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
      { numRuns: 500 },
    )
  })

  test('numbers its inodes by the bytes of the paths, whatever order they are given in', () => {
    const files = ['/in/b', '/in/a/z', '/in/a', '/in/ü'].map((path) => ({
      path: `${path}/f`,
      bytes: Buffer.from(path),
    }))
    const inodes = (given: typeof files, outputs: string[]) => {
      const { root } = new FileSystem({ files: given, outputs, budget: new OutputBudget(0) })
      const visit = (directory: Directory): unknown[] =>
        directory
          .entries()
          .map(({ name, node }) => [name, node.inode, node.kind === 'directory' ? visit(node) : node.size])
      return visit(root)
    }
    const expected = inodes(files, ['/out/b', '/out/a'])
    expect(inodes(files.toReversed(), ['/out/a', '/out/b'])).toEqual(expected)
    expect(JSON.stringify(expected, (_, each) => (typeof each === 'bigint' ? Number(each) : each))).toBe(
      '[["in",2,[["a",3,[["f",4,5],["z",5,[["f",6,7]]]]],["b",7,[["f",8,5]]],["ü",9,[["f",10,6]]]]],["out",11,[["a",12,[]],["b",13,[]]]]]',
    )
  })

  const wild = fc
    .array(fc.constantFrom('a', 'b', 'c', '.', '..', '', 'in', 'out'), { minLength: 1, maxLength: 8 })
    .map((segments) => segments.join('/'))

  test('no path and no symbolic link leads out of the directory that it starts from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), wild, wild), { maxLength: 12 }),
        fc.array(fc.tuple(wild, fc.constantFrom<Following>('follow', 'look', 'entry')), {
          minLength: 1,
          maxLength: 12,
        }),
        (makings, lookups) => {
          const { fileSystem, out } = open()
          for (const [links, at, target] of makings) {
            const place = walk(fileSystem.root, `out/${at}`, 'entry')
            if (typeof place === 'number') continue
            const change = links ? fileSystem.makeSymbolicLink(place, target, 0n) : fileSystem.makeDirectory(place, 0n)
            if (typeof change !== 'number') change()
          }
          const bases = [fileSystem.root, out, fileSystem.root.get('in'), out.get('a'), out.get('b')]
          for (const base of bases.filter((node): node is Directory => node?.kind === 'directory')) {
            for (const [text, following] of lookups) {
              const place = walk(base, text, following)
              if (typeof place === 'number') continue
              expect((place.parent ?? place.node).isWithin(base)).toBe(true)
              expect(placeOf(place.node)?.isWithin(base) ?? true).toBe(true)
            }
          }
          // Whatever was tried, the inputs are as they were.
          expect(pathsOf(fileSystem.root).filter(([at]) => !at.startsWith('/out'))).toEqual([
            ['/in', 'directory'],
            ['/in/a', 'directory'],
            ['/in/a/b', [...Buffer.from('input')]],
          ])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a walk that is led in circles ends', () => {
    const { fileSystem, out } = open()
    const link = (at: string, target: string) => {
      const change = fileSystem.makeSymbolicLink(walk(out, at, 'entry') as never, target, 0n)
      if (typeof change === 'number') throw new Error(`errno ${change}`)
      change()
    }
    link('a', 'b/../b')
    link('b', 'c/./c')
    link('c', 'a')
    const wide = 'b/'.repeat(maximumLinksFollowed)
    link('wide', `${wide}b`)
    for (const text of ['a', 'b/x', 'wide', 'wide/wide']) expect(walk(out, text, 'follow')).toBe(32)
  })

  test('a link that is renamed or linked into another directory is read from there', () => {
    const { fileSystem, out } = open()
    for (const text of ['d', 'd/e']) (fileSystem.makeDirectory(walk(out, text, 'entry') as never, 0n) as Change)()
    ;(fileSystem.makeSymbolicLink(walk(out, 'd/up', 'entry') as never, '../d', 0n) as Change)()
    const change = fileSystem.rename(walk(out, 'd/up', 'entry') as never, walk(out, 'd/e/up', 'entry') as never, 0n)
    expect((change as Change)()).toBe(true)
    // From d/e, `..` is d, which has no d.
    expect(walk(out, 'd/e/up/x', 'follow')).toBe(44)
  })
})

function placeOf(node: Inode | undefined): Directory | undefined {
  return node?.kind === 'directory' ? node : undefined
}

test('the length of a name in UTF-8 is counted as it is encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text))
    }),
  )
})

describe('what a guest has written', () => {
  const change = fc.oneof(
    fc.record({ at: fc.nat(200_000), bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }) }),
    fc.record({ size: fc.nat(200_000) }),
  )

  test('reads as an array would, over pages, holes and cuts', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const content = new WrittenContent()
        let array = new Uint8Array(0)
        const resized = (size: number) => {
          const next = new Uint8Array(size)
          next.set(array.subarray(0, size))
          array = next
        }
        for (const each of changes) {
          if ('size' in each) {
            content.resize(each.size)
            resized(each.size)
          } else {
            content.write(each.at, each.bytes)
            resized(Math.max(array.length, each.at + each.bytes.length))
            array.set(each.bytes, each.at)
          }
          expect(content.size).toBe(array.length)
          // Filled before, so that what is not read shows.
          const read = new Uint8Array(array.length).fill(7)
          content.read(0, read)
          expect(Buffer.compare(read, array)).toBe(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a hole costs no memory: a file of a terabyte is made, cut and read in no time', () => {
    const content = new WrittenContent()
    content.resize(2 ** 40)
    content.write(2 ** 39, Uint8Array.of(1, 2))
    const read = new Uint8Array(4)
    content.read(2 ** 39 - 1, read)
    expect([...read]).toEqual([0, 1, 2, 0])
    content.resize(2 ** 39 + 1)
    content.resize(2 ** 40)
    content.read(2 ** 39 - 1, read)
    expect([...read]).toEqual([0, 1, 0, 0])
  })
})
