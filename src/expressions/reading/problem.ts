import { type Message, say } from '../../language/index.ts';
import type { Tree } from '../tree.ts';

/** Half-open range of UTF-16 offsets in the text as typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a text cannot be read, and where. */
export interface SyntaxProblem {
  readonly message: Message;
  readonly at: Span;
  /** The part of the text around the place, and below it a line that marks the place with `^`. */
  readonly caret: string;
  /** What was perhaps meant in the place of `at`. */
  readonly suggestion?: string;
  /** Where nothing but names is unknown: the text with them, to be set so that they stand out. */
  readonly partly?: Partly;
}

/** A tree in which some names are not declared. */
interface Partly {
  readonly tree: Tree;
  readonly unknown: ReadonlySet<string>;
}

/** Thrown inside a reader, caught at its edge: readers never throw. */
export class ReadingError extends Error {
  readonly says: Message;
  readonly at: Span;
  readonly suggestion: string | undefined;

  constructor(says: Message, at: Span, suggestion?: string) {
    super(says.text);
    this.name = 'ReadingError';
    this.says = says;
    this.at = at;
    this.suggestion = suggestion;
  }
}

/** The first name that is not declared; the text goes on being read behind it. */
export class UnknownName extends ReadingError {
  /** This and those that follow. */
  readonly names = new Set<string>();
  /** The whole text, where it could be read to its end. */
  tree: Tree | undefined;
}

export const derivativeHint = say(
  'A derivative such as ∂L/∂out cannot be read: write it out with the names of this question.',
);

export const transposeHint = say('Every name here is one number, so nothing is transposed: leave the T out.');

const around = 40;

const caret = (text: string, at: Span): string => {
  const from = Math.max(0, at.start - around);
  const to = Math.min(text.length, at.start + around);
  const shown = text.slice(from, to).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  const width = Math.max(1, Math.min(at.end, to) - at.start);
  const before = from > 0 ? '…' : '';
  const mark = ' '.repeat(before.length + [...text.slice(from, at.start)].length) + '^'.repeat(width);
  return `${before}${shown}${to < text.length ? '…' : ''}\n${mark}`;
};

export const syntaxProblem = (text: string, error: ReadingError): SyntaxProblem => ({
  message: error.says,
  at: error.at,
  caret: caret(text, error.at),
  ...(error.suggestion === undefined ? {} : { suggestion: error.suggestion }),
  ...(error instanceof UnknownName && error.tree
    ? { partly: { tree: error.tree, unknown: error.names } }
    : {}),
});

/** Runs a reader; a ReadingError becomes a problem, anything else is a defect of ours and goes on. */
export const reading = <T>(text: string, read: () => T): T | { ok: false; error: SyntaxProblem } => {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadingError) return { ok: false, error: syntaxProblem(text, error) };
    throw error;
  }
};
