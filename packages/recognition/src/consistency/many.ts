/**
 * Chances of many comparisons, each raised so that one that is called a difference by mistake anywhere among them stays as unlikely as it
 * would be in a single one (Holm 1979). In the order in which they came.
 */
export function adjusted(chances: readonly number[]): readonly number[] {
  const order = chances.map((_, at) => at).sort((a, b) => chances[a]! - chances[b]!);
  const answer = chances.map(() => 1);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, chances[at]! * (chances.length - rank)));
    answer[at] = least;
  }
  return answer;
}
