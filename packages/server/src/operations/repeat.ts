/**
 * Does a job now and every so many milliseconds, one round after the other: where a round takes longer, the next ones are left out until it is
 * done. What a round fails with is reported, and the next is done all the same. Answers how to stop: no round begins then, and what one that is
 * under way meets when the product is closed beneath it is not reported, since the next start does it again.
 */
export function repeat(ms: number, work: () => Promise<unknown>, report: (error: unknown) => void): () => void {
  let [busy, stopped] = [false, false];
  const round = (): void => {
    if (busy) return;
    busy = true;
    void work()
      .catch((error: unknown) => {
        if (!stopped) report(error);
      })
      .finally(() => (busy = false));
  };
  round();
  const timer = setInterval(round, ms);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
