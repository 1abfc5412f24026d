/** Whether what is granted asks for a second assessor: `credits` are those of all outcomes granted together, `from` what the policy says. */
export function needsSecond(credits: number, from: number): boolean {
  return credits >= from;
}
