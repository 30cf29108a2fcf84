/** Same shape, numbers within the tolerance, which is relative with floor 1. Returns the paths that differ. */
export function differences(actual: unknown, expected: unknown, at: { path: string; tolerance: number }): string[] {
  if (typeof expected === 'number' && typeof actual === 'number')
    return Math.abs(actual - expected) <= at.tolerance * Math.max(1, Math.abs(expected))
      ? []
      : [`${at.path}: ${String(actual)}`];
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null)
    return Object.is(actual, expected) ? [] : [`${at.path}: ${JSON.stringify(actual)}`];
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return names.flatMap((name) =>
    differences(Reflect.get(actual, name), Reflect.get(expected, name), { ...at, path: `${at.path}.${name}` }),
  );
}
