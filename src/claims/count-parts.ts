import type { Parts } from '../values/outcome.ts';

interface Part {
  /** What was entered there, as it compares: equal texts are equal entries. */
  readonly given: number | string;
  readonly right: boolean | 'open';
}

/**
 * Counts the parts that are right. Nothing is counted where every entry is the same: whoever fills a grid with
 * zeros has worked out none of its cells, although some are 0.
 */
export function countParts(parts: readonly Part[]): { readonly parts?: Parts } {
  if (parts.length > 1 && new Set(parts.map(({ given }) => given)).size === 1) return {};
  const count = (right: Part['right']) => parts.filter((part) => part.right === right).length;
  return { parts: { right: count(true), open: count('open'), of: parts.length } };
}
