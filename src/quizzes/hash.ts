import { createHash } from 'node:crypto';

/** Hash of plain data; the order of keys does not count. */
export function contentHash(data: unknown): string {
  return createHash('sha256').update(canonical(data)).digest('hex').slice(0, 32);
}

function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
