/** The figure below which that part of the figures lies; 0 of none. */
export function at(part: number, figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(part * figures.length))] ?? 0
}

export function median(figures: readonly number[]): number {
  return at(0.5, figures)
}

export function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}
