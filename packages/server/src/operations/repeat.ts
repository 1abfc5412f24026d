/**
 * Does a job now and every so many milliseconds, one round after the other: where a round takes longer, the next ones are left out until it is
 * done. What a round fails with is reported, and the next is done all the same. Answers how to stop; a round that runs is not cut off.
 */
export function repeat(ms: number, work: () => Promise<unknown>, report: (error: unknown) => void): () => void {
  let busy = false;
  const round = (): void => {
    if (busy) return;
    busy = true;
    void work()
      .catch(report)
      .finally(() => (busy = false));
  };
  round();
  const timer = setInterval(round, ms);
  return () => clearInterval(timer);
}
