/**
 * Where an answer differs from what was expected: every key that the expectation names must be there and the same; keys that it does
 * not name do not matter. A list is compared whole, a table of names likewise when it is at the top.
 */
export function differences(expected: unknown, actual: unknown, path = ''): readonly string[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).flatMap((key) => differences(expected[key], actual[key], path === '' ? key : `${path}.${key}`));
  }
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(actual)];
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    const items: readonly unknown[] = actual;
    return expected.flatMap((item: unknown, at) => differences(item, items[at], `${path}[${at}]`));
  }
  return wanted === got ? [] : [`${path === '' ? 'the answer' : path} is ${got}, not ${wanted}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
