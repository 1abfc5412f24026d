/**
 * NZQCF levels on the European Qualifications Framework, as NZQA publishes them from the joint comparison with the European Commission
 * (Comparative Analysis of the EQF and the NZQF: Joint Technical Report, doi 10.2767/211812; NZQA's table of the NZQCF, the NFQ and the
 * EQF). Level 8 stays without one, and nothing compares to EQF level 1.
 */
const EQF: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 4],
  [5, 5],
  [6, 5],
  [7, 6],
  [9, 7],
  [10, 8],
]);

/** The EQF level that an NZQCF level compares to; null for level 8 and for what has no level. */
export function eqfLevel(level: number | null): number | null {
  return level === null ? null : (EQF.get(level) ?? null);
}
