import { type FunctionTable, functions } from '../../functions.ts';
import type { Tree } from '../../tree.ts';
import { reading, type SyntaxProblem } from '../problem.ts';
import { fold } from '../tokens/characters.ts';
import { Names } from '../tokens/names.ts';
import { scan } from '../tokens/tokens.ts';
import type { Vocabulary } from './cursor.ts';
import { Parser } from './parser.ts';

export interface ParseOptions {
  /** The names that the question declares; any other is refused. */
  readonly names?: Iterable<string>;
  /** What σ means; without it σ is refused. */
  readonly sigma?: string | null;
  /** What other letters for a function mean: `{ phi: 'tanh' }`. */
  readonly functions?: Readonly<Record<string, string>>;
  /** The functions that can be read; by default all that the program knows. */
  readonly table?: FunctionTable;
  /** Read 1,5 as 1.5. */
  readonly decimalComma?: boolean;
}

export type Parsed =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly error: SyntaxProblem };

/**
 * A reader for many texts in the same names. It never throws, whatever the text;
 * preparing it throws RangeError for a function that is not known.
 */
export const reader = (options: ParseOptions = {}): ((text: string) => Parsed) => {
  const words = vocabulary(options);
  return (text) => reading(text, () => ({ ok: true, tree: new Parser(text, words).whole() }));
};

/** Reads what a person types: plain, Unicode, LaTeX or AsciiMath. Never throws, whatever the text. */
export const parse = (text: string, options: ParseOptions = {}): Parsed => reader(options)(text);

const vocabulary = ({
  names = [],
  sigma,
  functions: letters,
  table = functions,
  decimalComma = false,
}: ParseOptions): Vocabulary => ({
  names: new Names([...names], (declared) => scan(fold(declared), table)),
  functions: new Map(
    Object.entries({ ...(sigma ? { sigma } : {}), ...letters }).map(([letter, meaning]) => {
      const fn = table.named(meaning);
      if (fn === undefined) throw new RangeError(`‘${meaning}’ is not a function that expressions know.`);
      return [letter, fn];
    }),
  ),
  table,
  decimalComma,
});
