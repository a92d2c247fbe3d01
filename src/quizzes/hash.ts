import { createHash } from 'node:crypto';
import { canonicalJson } from '../values/json.ts';

/** Hash of plain data; the order of keys does not count. */
export const contentHash = (data: unknown): string =>
  createHash('sha256').update(canonicalJson(data)).digest('hex').slice(0, 32);
