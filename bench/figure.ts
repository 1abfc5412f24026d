import { availableParallelism, loadavg } from 'node:os';

/** One measured figure. `reached` is null where a figure is published without a target. */
export interface Figure {
  readonly name: string;
  /** The measurement in words, with its unit. */
  readonly value: string;
  /** Against what `how` names, in the same run. */
  readonly ratio?: number;
  readonly target: string;
  readonly reached: boolean | null;
  readonly how: string;
}

/** The middle of the values (the lower middle of an even count), and a percentile of them. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How busy the machine was over the last minute, for `how`. */
export function load(): string {
  return `load of the machine ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;
}
