/**
 * Modules that once showed a difference between the runtimes, or between them and one in which a fault was planted to
 * see whether it would be noticed; each as the fuzzer shrunk it, or smaller by hand.
 */
export interface Regression {
  /** What was wrong. */
  readonly fault: string
  /** Base64. */
  readonly module: string
  readonly seed: number
  readonly fuel: bigint
  /** What there is to be seen of it where nothing is wrong. */
  readonly shows: string
}

export const regressions: readonly Regression[] = [
  {
    // Each frame takes 408 bytes: with 400, 205 more would fit.
    fault: 'a frame counted one slot too small',
    module: 'AGFzbQEAAAABBgFgAX8BfwMCAQAHBwEDcnVuAAAKCgEIASh+IAAQAAs=',
    seed: 1,
    fuel: 2_000_000n,
    shows: 'run: {"kind":"trapped","reason":"stack-exhausted"}, fuel 51400',
  },
  {
    fault: 'a depth of 20,001 frames',
    module: 'AGFzbQEAAAABCgJgAAF/YAF/AX8CCwEEaG9zdAJoMAAAAwIBAQcHAQNydW4AAQoIAQYAIAAQAQs=',
    seed: 10_000_026,
    fuel: 2_000_000n,
    shows: 'run: {"kind":"trapped","reason":"stack-exhausted"}, fuel 60000',
  },
  {
    fault: 'a depth of 20,001 frames through a table',
    module: 'AGFzbQEAAAABCgJgAAF/YAF/AX8CCwEEaG9zdAJoMAAAAwIBAQQEAXAAAQcHAQNydW4AAQkLAQYAQQALcAHSAQsKCwEJACAAQQARAQAL',
    seed: 10_000_097,
    fuel: 2_000_000n,
    shows: 'run: {"kind":"trapped","reason":"stack-exhausted"}, fuel 80002',
  },
  {
    fault: 'a demotion that keeps the NaN it was given',
    module:
      'AGFzbQEAAAABKQdgAAF/YAR/fn18AGACfH0DfXx+YAF8AGAAAn18YAR9fXx9Anx9YAAAAh8DBGhvc3QCaDAAAARob3N0AmgxAAEEaG9zdAJoMgACAwIBBgYeA30BQwAAgD8LfAFEAADA////30ELfwFB/////wcLBwYBAmcyAwIIAQMKEQEPAEQBAAAAAAD0f7a8JAIL',
    seed: 10_000_189,
    fuel: 60_000n,
    shows: 'globals: 0x7fc00000',
  },
  {
    fault: 'fuel not ready where a remainder traps',
    module:
      'AGFzbQEAAAABaRJgAAF/YAR/fn18AGACfH0DfXx+YAACcH9gAX4Bb2ADfn1wAGABfQJvb2AAAm9vYAF9A29/b2AAAW9gAn58An1wYAN+f3ABfGAAAGABfwBgAnxwAGACfHACfHBgA3x/fQJwfGACb38BfQIfAwRob3N0AmgwAAAEaG9zdAJoMQABBGhvc3QCaDIAAgMCAREEDANwAQgQbwAIcAEIEAcHAQNydW4AAwohAR8DAX0BfAF+AgxBANBwQQD8EQILQgAgBIIaQwAAAAAL',
    seed: 10_000_233,
    fuel: 60_000n,
    shows: 'run: {"kind":"trapped","reason":"divide-by-zero"}, fuel 34',
  },
  {
    fault: 'a growth of a table that costs double',
    module:
      'AGFzbQEAAAABPwxgAAF/YAR/fn18AGACfH0DfXx+YAABfGAAAGAAAW9gA3x/fQJ/b2ABfQF9YAF9AXxgAAF+YAF9AGABfAJvfQIfAwRob3N0AmgwAAAEaG9zdAJoMQABBGhvc3QCaDIAAgMCAQsEBAFwAAgGMQZ/AUHB/fSHfQt+AUKAgICACAt9AUMAAMD/C3wBRAAAAAAAAAAAC3AB0HALbwHQbwsHBwEDcnVuAAMKEwERACMEQQH8DwAaIwVDAAAAAAs=',
    seed: 10_000_023,
    fuel: 60_000n,
    shows: 'run: returned null 0x0, fuel 16',
  },
  {
    fault: 'an access at the end of memory that is counted a byte short, in a loop that stores',
    module:
      'AGFzbQEAAAABWg9gAAF/YAR/fn18AGACfH0DfXx+YAJ+fQBgAX4Cfn1gAXADfXx+YAJ+fQJ+fWAAAGADb35+AX5gA35/fwJ8f2ACf3ACf3BgAX4BfmACf38AYAF/AGADf31wAAIfAwRob3N0AmgwAAAEaG9zdAJoMQABBGhvc3QCaDIAAgMCAQ4FBAEBAgYGFQJ/AUH//wMLfgFCxOawweP73cMdCwcHAQNydW4AAwpCAUAAQwAAAAAgAEEAQgAjAUMAAAAAQQAgAD8AQRB0QQtrIQADQCAAKQAEJAEgAEIAPQAACwQNGgUaCxoaJAEaGhoL',
    seed: 10_000_326,
    fuel: 60_000n,
    shows: 'run: {"kind":"trapped","reason":"memory-bounds"}, fuel 8213',
  },
  {
    // A fault of the fuzzer: its host had one function of the name.
    fault: 'a name that is imported as two types',
    module:
      'AGFzbQEAAAABFwRgAAF/YAR/fn18AGACfH0DfXx+YAAAAh8DBGhvc3QCaDIAAARob3N0AmgxAAEEaG9zdAJoMgACAwIBAwcKAQZfc3RhcnQAAwoEAQIACw==',
    seed: 500_000_225,
    fuel: 30_000n,
    shows: 'incompatible import type of host.h2',
  },
]
