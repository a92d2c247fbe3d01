import type { WrittenOut } from '../../../numbers/functions/index.ts';
import type { FunctionTable } from '../../functions.ts';
import { apply, binary, choice, digits, substitute, type Tree } from '../../tree.ts';
import type { Token } from '../tokens/token.ts';
import type { Grammar, Vocabulary } from './cursor.ts';

/** A function that is about to be applied: its canonical name, how many arguments it takes, where they begin. */
export interface Call {
  readonly fn: string;
  readonly least: number;
  readonly most: number;
  readonly next: number;
  /** The base of a logarithm. */
  readonly base?: string;
}

/** The function named at token `at`, if there is one. */
export const callee = (
  tokens: readonly Token[],
  at: number,
  { functions: declared, table }: Vocabulary,
): Call | undefined => {
  const word = tokens[at];
  if (!word) return undefined;
  const follower = tokens[at + 1];
  const digitsFollow = follower?.kind === 'digits' && !follower.spaced;
  const fn = declared.get(word.text);
  if (fn !== undefined) return call(table, fn, at + 1);
  if (digitsFollow) {
    const numbered = table.named(word.text + follower.text);
    return numbered === undefined ? undefined : call(table, numbered, at + 2);
  }
  if (follower?.text === '_') {
    const base = logarithmBase(tokens, at + 2);
    if (table.named(word.text) === 'log' && base)
      return { ...call(table, 'log', base.next), base: base.text };
    const compound = table.named(`${word.text}_${tokens[at + 2]?.text ?? ''}`);
    return compound === undefined ? undefined : call(table, compound, at + 3);
  }
  const plain = table.named(word.text);
  return plain === undefined ? undefined : call(table, plain, at + 1);
};

const call = (table: FunctionTable, fn: string, next: number): Call => {
  const { least, most } = table.arity(fn);
  return { fn, least, most, next };
};

/** `log_2`, `log_{10}`, `log_e`. */
const logarithmBase = (tokens: readonly Token[], at: number): { text: string; next: number } | undefined => {
  const braced = tokens[at]?.text === '{' && tokens[at + 2]?.text === '}';
  const base = tokens[braced ? at + 1 : at];
  return base && /^(\d+|e)$/.test(base.text) ? { text: base.text, next: at + (braced ? 3 : 1) } : undefined;
};

/** The tree of a function applied; undefined where there is no such function. */
export const expand = (
  fn: string,
  args: readonly Tree[],
  { template, cursor: { vocabulary } }: Grammar,
  base?: string,
): Tree | undefined => {
  const first = args[0];
  if (!first) return undefined;
  const { own, writtenOut } = vocabulary.table;
  const native = own.get(fn);
  if (native && base !== undefined && base !== 'e')
    return binary('/', apply(native, first), apply(native, digits(base)));
  if (native) return apply(native, first);
  const [, second, third] = args;
  if (fn === 'indicator' && first.kind === 'binary' && /[<>=]/.test(first.op)) return first;
  if (fn === 'max' || fn === 'min') return args.reduce((left, right) => binary(fn, left, right));
  if (fn === 'if' && second) return choice(first, second, third);
  if (fn === 'product' && second) return binary('*', first, second);
  if (fn === 'pow' && second) return binary('^', first, second);
  if (fn === 'clip' && second && third) return binary('min', binary('max', first, second), third);
  const undashed = own.get(fn.replace(/'$/, ''));
  const written: WrittenOut | undefined = writtenOut.get(fn) ?? (undashed && { is: undashed.derivative });
  if (!written) return undefined;
  const trees = new Map([['x', first]]);
  if (written.a !== undefined) trees.set('a', second ?? digits(written.a));
  return substitute(template(second ? written.is : (written.alone ?? written.is)), trees);
};
