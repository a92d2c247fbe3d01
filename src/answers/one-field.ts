import type { Message } from '../language/index.ts';
import type { Problem } from '../values/outcome.ts';
import type { Value } from '../values/value.ts';
import type { Layout, Literal, Posted, Refused } from './kind.ts';
import { readAs } from './one-value.ts';
import { readField, typed } from './posted.ts';

const FIELD = 'value';

/** Why a text could not be read: what is wrong, where, and what was perhaps meant there. */
interface Unread {
  readonly message: Message;
  readonly caret: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly suggestion?: string;
}

/** `shown`: as far as it was understood. */
type Read = Literal | { readonly error: Unread; readonly shown?: string };

interface OneField {
  /** Most characters that are read. */
  readonly longest: number;
  readonly read: (text: string) => Read;
  /** A source of a file as a person would type it; null where it is of another kind. */
  readonly textOf: (source: unknown) => string | null;
  /** What a key must be, said to the author who gave something else. */
  readonly wanted: Message;
  readonly valueText: (value: Value) => string | null;
  /** What the partial needs besides the text. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A number or string of a file as text. */
export const scalarText = (source: unknown): string | null =>
  typeof source === 'string' || typeof source === 'number' ? String(source) : null;

/** Kinds whose value is typed into one field. */
export function oneField({ longest, read, textOf, wanted, valueText, extra }: OneField): Layout {
  const post = (text: string | null): Posted | null => (text === null ? null : { [FIELD]: text });
  return {
    fields: [FIELD],
    read(posted) {
      const text = readField(posted, FIELD, longest);
      if (typeof text !== 'string') return { state: 'invalid', problems: [text] };
      if (text === '') return { state: 'blank' };
      const result = read(text);
      if ('value' in result) return readAs(result.value, () => result.shown);
      const { error, shown } = result;
      return {
        state: 'invalid',
        problems: [problemOf(FIELD, text, error)],
        ...(shown === undefined ? {} : { shown }),
      };
    },
    write(key) {
      const posted = post(textOf(key));
      return posted ? { posted } : { problem: wanted };
    },
    writeValue: (value) => post(valueText(value)),
    view: (posted) => ({ field: FIELD, value: typed(posted, FIELD), ...extra }),
  };
}

/** Why the text of a field cannot be read, and what was perhaps meant. */
export function problemOf(field: string, text: string, { message, caret, at, suggestion }: Unread): Problem {
  const instead = { of: text.slice(at.start, at.end), before: at.start, write: suggestion ?? '' };
  return { field, message, caret, ...(suggestion === undefined ? {} : { instead }) };
}

/** The same reader for a literal of the file. */
export function fieldLiteral(
  { textOf, read }: Pick<OneField, 'textOf' | 'read'>,
  source: unknown,
): Literal | Refused | null {
  const text = textOf(source);
  if (text === null) return null;
  const result = read(text);
  return 'value' in result ? result : { problem: result.error.message };
}
