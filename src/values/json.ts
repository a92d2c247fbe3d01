/** JSON with the keys of every object in order, so that equal values are equal text and have equal hashes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** What a file says, of what was parsed before too, so that what was prepared can be prepared again. */
export const asWritten = (source: unknown): unknown =>
  typeof source === 'object' && source !== null && 'toJSON' in source && typeof source.toJSON === 'function'
    ? source.toJSON()
    : source;
