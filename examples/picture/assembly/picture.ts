import { beginPng, writeRow } from './png'

/*
 * Draws a corner of the Mandelbrot set (the valley of the sea horses) as a PNG on standard output: escape time made
 * smooth, lit from the upper left as if it were a landscape, four samples a pixel. Only +, -, ×, ÷, square roots and a
 * logarithm of its own: the same bits on every machine.
 */

const WIDTH: i32 = 720
const HEIGHT: i32 = 480
const CENTRE_X: f64 = -0.743544786
const CENTRE_Y: f64 = 0.1313852536
/** Of the picture's width, in the complex plane. */
const SPAN: f64 = 0.0023
const LIMIT: i32 = 1500
/** |z|² at which a point has escaped: large, so that the smooth count is smooth. */
const ESCAPE: f64 = 65536.0

/** Samples a row, with one more for the last slope; two sample rows make a row of pixels. */
const SAMPLES: i32 = WIDTH * 2 + 1
/** Heights of two sample rows, that slopes are taken between. */
const FIRST: usize = memory.data(8 * 1441)
const NEXT: usize = memory.data(8 * 1441)
/** Sums of the four samples of each pixel: three u32. */
const SUMS: usize = memory.data(4 * 3 * 720)
const ROW: usize = memory.data(3 * 720)

export function _start(): void {
  beginPng(WIDTH, HEIGHT)
  let here = FIRST
  let below = NEXT
  measure(0, here)
  for (let y = 0; y < HEIGHT; y++) {
    memory.fill(SUMS, 0, 4 * 3 * WIDTH)
    for (let half = 0; half < 2; half++) {
      measure(2 * y + half + 1, below)
      shade(here, below)
      const spare = here
      here = below
      below = spare
    }
    for (let i: usize = 0; i < 3 * WIDTH; i++) store<u8>(ROW + i, (load<u32>(SUMS + (i << 2)) + 2) >> 2)
    writeRow(ROW)
  }
}

/** Heights of one row of samples: the smooth escape time, or -1 inside the set. */
function measure(sampleY: i32, row: usize): void {
  const step = SPAN / (2.0 * WIDTH)
  const y = CENTRE_Y + step * <f64>(HEIGHT - sampleY)
  for (let i = 0; i < SAMPLES; i++) {
    const x = CENTRE_X + step * <f64>(i - WIDTH)
    store<f64>(row + ((<usize>i) << 3), escapeTime(x, y))
  }
}

function escapeTime(cx: f64, cy: f64): f64 {
  let x: f64 = 0
  let y: f64 = 0
  let xx: f64 = 0
  let yy: f64 = 0
  for (let i = 0; i < LIMIT; i++) {
    y = 2 * x * y + cy
    x = xx - yy + cx
    xx = x * x
    yy = y * y
    // log2 of log2 |z|, of which one more iteration makes one more.
    if (xx + yy > ESCAPE) return <f64>(i + 1) - log2(0.5 * log2(xx + yy))
  }
  return -1
}

/** Adds one row of samples to its pixels. */
function shade(here: usize, below: usize): void {
  for (let i = 0; i < SAMPLES - 1; i++) {
    const at = (<usize>i) << 3
    const height = load<f64>(here + at)
    if (height < 0) continue // Inside: black.
    const right = load<f64>(here + at + 8)
    const under = load<f64>(below + at)
    const slopeX = right < 0 ? 0 : right - height
    const slopeY = under < 0 ? 0 : under - height
    add(SUMS + <usize>(i >> 1) * 12, log2(height), light(slopeX, slopeY))
  }
}

/** From 0.35 in shadow to 1.5 facing the sun. */
function light(slopeX: f64, slopeY: f64): f64 {
  const steep = 2.2
  const x = slopeX * steep
  const y = slopeY * steep
  const facing = (0.55 * x + 0.62 * y + 0.56) / Math.sqrt(x * x + y * y + 1)
  return facing < 0 ? 0.35 : 0.35 + 1.15 * facing
}

/** Colours follow one another as heights double: night blue, sky, snow, gold, dusk. */
function add(sum: usize, height: f64, light: f64): void {
  const turn = height * 0.85
  const t = turn - Math.floor(turn)
  if (t < 0.2) mix(sum, light, t / 0.2, 6, 12, 66, 24, 92, 190)
  else if (t < 0.42) mix(sum, light, (t - 0.2) / 0.22, 24, 92, 190, 228, 246, 255)
  else if (t < 0.64) mix(sum, light, (t - 0.42) / 0.22, 228, 246, 255, 255, 176, 32)
  else if (t < 0.84) mix(sum, light, (t - 0.64) / 0.2, 255, 176, 32, 112, 24, 32)
  else mix(sum, light, (t - 0.84) / 0.16, 112, 24, 32, 6, 12, 66)
}

function mix(sum: usize, light: f64, t: f64, r0: f64, g0: f64, b0: f64, r1: f64, g1: f64, b1: f64): void {
  const eased = t * t * (3 - 2 * t)
  channel(sum, light * (r0 + (r1 - r0) * eased))
  channel(sum + 4, light * (g0 + (g1 - g0) * eased))
  channel(sum + 8, light * (b0 + (b1 - b0) * eased))
}

function channel(sum: usize, value: f64): void {
  store<u32>(sum, load<u32>(sum) + <u32>(value > 255 ? 255 : value))
}

/** Of a positive, normal number: its exponent, and for the mantissa m in [1, 2) a series in (m - 1)/(m + 1). */
function log2(value: f64): f64 {
  const bits = reinterpret<u64>(value)
  const exponent = <f64>(<i32>(bits >> 52) - 1023)
  const mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000)
  const s = (mantissa - 1) / (mantissa + 1)
  const ss = s * s
  return (
    exponent + 2.885390081777927 * s * (1 + ss * (1.0 / 3 + ss * (0.2 + ss * (1.0 / 7 + ss * (1.0 / 9 + ss / 11)))))
  )
}
