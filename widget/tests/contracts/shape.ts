/** Looks at one value; answers what is wrong with it, or nothing. */
export type Check = (value: unknown, path: string) => string[];

const kind = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const being = (wanted: string): Check => (value, path) => (kind(value) === wanted ? [] : [`${path}: ${kind(value)} where ${wanted} belongs`]);

export const text = being('string');
export const flag = being('boolean');
export const number: Check = (value, path) => (Number.isSafeInteger(value) ? [] : [`${path}: ${String(value)} is no whole number`]);
export const time: Check = (value, path) => (
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]00:00)$/.test(value) && !Number.isNaN(Date.parse(value))
    ? [] : [`${path}: ${String(value)} is no time in UTC`]);

export const oneOf = (...words: string[]): Check => (value, path) => (words.includes(value as string) ? [] : [`${path}: ${String(value)} is none of ${words.join(', ')}`]);
export const list = (check: Check): Check => (value, path) => (
  Array.isArray(value) ? value.flatMap((each, index) => check(each, `${path}[${index}]`)) : being('array')(value, path));
/** May be left out; null is not sent. */
export const optional = (check: Check): Check => (value, path) => (value === undefined ? [] : check(value, path));

/** A check for every property of a contract: a property that is added or renamed there is an error of the compiler here. */
export function shape<T>(checks: { [K in keyof Required<T>]: Check }): Check {
  return (value, path) => {
    if (kind(value) !== 'object') return [`${path}: ${kind(value)} where an object belongs`];
    const given = value as Record<string, unknown>;
    return (Object.entries(checks) as [string, Check][]).flatMap(([name, check]) => check(given[name], `${path}.${name}`));
  };
}
