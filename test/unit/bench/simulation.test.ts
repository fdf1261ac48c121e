import { beforeAll, describe, expect, test } from 'vitest'
import { mean, quantile } from '../../../bench/simulation/quantiles.ts'
import { defaultSimulationOptions, type SimulationFigures, simulate } from '../../../bench/simulation/simulate.ts'

describe('a simulated network of 200 nodes that come and go', () => {
  let figures: SimulationFigures
  beforeAll(async () => {
    figures = await simulate({
      ...defaultSimulationOptions,
      size: 200,
      seed: 7,
      lookups: 60,
      stageMs: 20_000,
      jobs: 600,
    })
  })

  test('lookups find the closest nodes', () => {
    expect(mean(figures.lookups.map(({ found }) => found))).toBeGreaterThan(0.95)
  })

  test('lookups ask no more than a few questions for each doubling of the network', () => {
    const questions = figures.lookups.map(({ questions }) => questions)
    expect(quantile(questions, 0.95)).toBeLessThan(7 * Math.log2(200))
  })

  test('who has left holds no lookup up for long', () => {
    expect(figures.stale).toBeGreaterThan(0.1)
    expect(mean(figures.lookups.map(({ ms }) => ms))).toBeLessThan(2_500)
  })

  test('what was announced is found, and nobody keeps more records of one key than the bound', () => {
    const { providers } = figures
    expect(providers.successful).toBe(providers.searches)
    expect(providers.records.busiest).toBeLessThan(64)
  })

  test('jobs are done in little more time than with a scheduler that knows everything', () => {
    const { placement } = figures
    expect(placement.failed).toBe(0)
    expect(mean(placement.completionMs)).toBeLessThan(1.1 * mean(placement.allKnowingMs))
    expect(mean(placement.completionMs)).toBeGreaterThan(mean(placement.allKnowingMs))
    expect(placement.wasted).toBeLessThan(0.1)
  })
})

test('the same seed gives the same figures, another seed others', async () => {
  const small = { ...defaultSimulationOptions, size: 30, lookups: 10, stageMs: 5_000, jobs: 60 }
  const figures = await simulate(small)
  expect(await simulate(small)).toEqual(figures)
  expect(await simulate({ ...small, seed: 2 })).not.toEqual(figures)
})
