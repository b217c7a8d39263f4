/** Of a list of milliseconds. */
export interface Summary {
  count: number
  mean: number
  p50: number
  p99: number
  max: number
}

export function summarize(values: ArrayLike<number>): Summary {
  const sorted = Float64Array.from(values).sort()
  return {
    count: sorted.length,
    mean: sum(sorted) / sorted.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? NaN
  }
}

export const median = (values: ArrayLike<number>): number => quantile(Float64Array.from(values).sort(), 0.5)

export const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0)

/** The least value that so much of the list does not exceed. */
function quantile(sorted: Float64Array, q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN
}
