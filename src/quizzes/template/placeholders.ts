import { SaidError, say, type Words } from '../../language/index.ts';
import { grouped } from '../../numbers/digits.ts';
import type { Path } from '../format/yaml.ts';

/** Parameters and what was drawn for them. */
export type Values = ReadonlyMap<string, unknown>;

/** A drawing that cannot be made: a sentence for the author, and where in the source it is. */
export class DrawError extends SaidError {
  override readonly name = 'DrawError';
  readonly path: Path;
  readonly offset: number;

  constructor(says: Words, path: Path = [], offset = 0) {
    super(says);
    this.path = path;
    this.offset = offset;
  }
}

/** `<<w>>`, and a part of what was drawn: `<<f.words>>`, `<<W.1.2>>` (row 1, column 2). */
const PLACEHOLDER = /<<([A-Za-z][A-Za-z0-9]*)((?:\.[A-Za-z0-9_-]+)*)>>/g;

export interface Placeholder {
  readonly name: string;
  readonly parts: readonly string[];
  readonly text: string;
  readonly offset: number;
}

export const placeholdersIn = (text: string): readonly Placeholder[] =>
  [...text.matchAll(PLACEHOLDER)].map(({ 0: whole, 1: name = '', 2: parts = '', index }) => ({
    name,
    parts: parts.split('.').slice(1),
    text: whole,
    offset: index,
  }));

/** Every text inside plain data, with its place. */
export function* textsIn(data: unknown, path: Path = []): Generator<{ text: string; path: Path }> {
  if (typeof data === 'string') yield { text: data, path };
  else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      yield* textsIn(value, [...path, Array.isArray(data) ? Number(key) : key]);
    }
  }
}

/**
 * The same data with its placeholders replaced: a text that is one placeholder becomes what was drawn, a number or a
 * matrix; within longer texts numbers are written for people.
 */
export const fillFields = (
  data: Readonly<Record<string, unknown>>,
  values: Values,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, fill(value, values, [key])]));

export function fill(data: unknown, values: Values, path: Path = []): unknown {
  if (typeof data === 'string') return fillText(data, values, path);
  if (Array.isArray(data)) return data.map((item, i) => fill(item, values, [...path, i]));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, fill(value, values, [...path, key])]),
  );
}

function fillText(text: string, values: Values, path: Path): unknown {
  const found = placeholdersIn(text);
  const [only] = found;
  if (only && only.text === text) {
    const value = drawnFor(only, values, path);
    if (!PROVEN.has(path[0])) requireReadable(value, only, path);
    return value;
  }
  const prose = isProse(path);
  let filled = '';
  let from = 0;
  for (const placeholder of found) {
    const value = drawnFor(placeholder, values, path);
    if (prose) requireReadable(value, placeholder, path);
    filled += text.slice(from, placeholder.offset) + written(value, placeholder, prose, path);
    from = placeholder.offset + placeholder.text.length;
  }
  return filled + text.slice(from);
}

function drawnFor(placeholder: Placeholder, values: Values, path: Path): unknown {
  const { name, parts, text, offset } = placeholder;
  if (!values.has(name)) {
    throw new DrawError(say('{text}: there is no parameter "{name}"', { text, name }), path, offset);
  }
  const value = partOf(values.get(name), parts);
  if (value === undefined) {
    throw new DrawError(say('{text}: "{name}" has no such part', { text, name }), path, offset);
  }
  return value;
}

/** A field of a mapping, or an entry of a list, counted from 1; undefined if there is none. */
export function partOf(value: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const key = Array.isArray(value) ? String(Number(part) - 1) : part;
  const found = Object.entries(value).find(([name]) => name === key);
  return found && partOf(found[1], rest);
}

const PROSE: ReadonlySet<unknown> = new Set([
  'title',
  'text',
  'hint',
  'hints',
  'solution',
  'because',
  'shows',
]);

/** Fields that marking compares and nobody has to read digit by digit. */
const PROVEN: ReadonlySet<unknown> = new Set(['key', 'examples']);

/** Refuses numbers that a person cannot read: −0, powers of ten, and the seventeen digits of a rounding error. */
function requireReadable(value: unknown, placeholder: Placeholder, path: Path): void {
  if (Array.isArray(value)) for (const item of value) requireReadable(item, placeholder, path);
  if (typeof value !== 'number') return;
  const readable =
    !Object.is(value, -0) && !String(value).includes('e') && Number(value.toPrecision(10)) === value;
  if (readable || (Number.isSafeInteger(value) && !Object.is(value, -0))) return;
  const says = Object.is(value, -0) ? '-0' : String(value);
  throw new DrawError(
    say('{text} is {value}, which nobody can read: draw other numbers, or rule this out with such-that', {
      text: placeholder.text,
      value: says,
    }),
    path,
    placeholder.offset,
  );
}

/** Whether people read the text as it is; other texts are read by the program. */
const isProse = (path: Path): boolean =>
  path.includes('feedback') || PROSE.has(path.findLast((key) => typeof key === 'string'));

function written(value: unknown, { text, offset }: Placeholder, prose: boolean, path: Path): string {
  if (typeof value === 'number') return prose ? shownNumber(value) : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (isMatrix(value)) {
    if (!prose) return JSON.stringify(value);
    return `\\begin{pmatrix} ${value.map((row) => row.map(shownNumber).join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;
  }
  throw new DrawError(
    say(
      '{text} is not a number, a word or a matrix, so it cannot be put in a text: name a part of it, such as {part}',
      { text, part: `${text.slice(0, -2)}.1>>` },
    ),
    path,
    offset,
  );
}

const isMatrix = (value: unknown): value is readonly (readonly number[])[] =>
  Array.isArray(value) &&
  value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'number'));

/** From five digits on in groups of three, so that both words and mathematics can hold them: 1'592'527'626. */
const shownNumber = (value: number): string =>
  Number.isInteger(value) ? grouped(String(value), "'", 5) : String(value);
