import type { Posted } from '../kind.ts';
import { typed } from '../posted.ts';

/** A photo or PDF of handwriting that a response brings, with the field that names it. */
export interface Scan {
  readonly field: string;
  /** What the field posts: `<sha256>.<jpg or pdf> <bytes> <name>`, so that a response says all of its files itself. */
  readonly value: string;
  readonly hash: string;
  readonly format: 'jpg' | 'pdf';
  /** Bytes as stored. */
  readonly size: number;
  readonly name: string;
}

/** Each holds one file or nothing. */
export const SCAN_FIELDS = ['file1', 'file2', 'file3', 'file4', 'file5'] as const;

const LONGEST_NAME = 100;
const VALUE = /^([0-9a-f]{64})\.(jpg|pdf) (\d{1,9}) (\S.{0,99})$/u;

/** The files of a response; what does not name one is left out. */
export const scansOf = (posted: Posted): readonly Scan[] =>
  SCAN_FIELDS.flatMap((field) => {
    const value = typed(posted, field);
    const [, hash, format, size, name] = VALUE.exec(value) ?? [];
    if (hash === undefined || name === undefined || (format !== 'jpg' && format !== 'pdf')) return [];
    return [{ field, value, hash, format, size: Number(size), name }];
  });

/** The response with more files, in the fields that are free; null if they do not all fit. */
export function withScans(
  posted: Posted,
  scans: readonly Pick<Scan, 'hash' | 'format' | 'size' | 'name'>[],
): Posted | null {
  const here = new Set(scansOf(posted).map(({ hash }) => hash));
  const added = scans.filter(({ hash }) => !here.has(hash));
  const taken = new Set(scansOf(posted).map(({ field }) => field));
  const free = SCAN_FIELDS.filter((field) => !taken.has(field));
  if (added.length > free.length) return null;
  const fields = added.map((scan, i) => [free[i], written(scan)] as const);
  return { ...posted, ...Object.fromEntries(fields) };
}

const written = ({ hash, format, size, name }: Pick<Scan, 'hash' | 'format' | 'size' | 'name'>): string =>
  `${hash}.${format} ${size} ${plainName(name)}`;

/** A file's name on one line, without what could not be seen or would turn the text around. */
const plainName = (name: string): string =>
  name
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(-LONGEST_NAME)
    .trim() || 'file';
