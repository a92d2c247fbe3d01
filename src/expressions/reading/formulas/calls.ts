import { arity, functionNamed, functions, nativeFunction, shorthands } from '../../functions.ts';
import { apply, binary, choice, digits, substitute, type Tree } from '../../tree.ts';
import type { Token } from '../tokens/token.ts';

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
  declared: ReadonlyMap<string, string>,
): Call | undefined => {
  const word = tokens[at];
  if (!word) return undefined;
  const follower = tokens[at + 1];
  const digitsFollow = follower?.kind === 'digits' && !follower.spaced;
  const fn = declared.get(word.text);
  if (fn !== undefined) return call(fn, at + 1);
  if (digitsFollow) {
    const numbered = functionNamed(word.text + follower.text);
    return numbered === undefined ? undefined : call(numbered, at + 2);
  }
  if (follower?.text === '_') {
    const base = logarithmBase(tokens, at + 2);
    if (functionNamed(word.text) === 'log' && base) return { ...call('log', base.next), base: base.text };
    const compound = functionNamed(`${word.text}_${tokens[at + 2]?.text ?? ''}`);
    return compound === undefined ? undefined : call(compound, at + 3);
  }
  const plain = functionNamed(word.text);
  return plain === undefined ? undefined : call(plain, at + 1);
};

const call = (fn: string, next: number): Call => {
  const { least, most } = arity(fn);
  return { fn, least, most, next };
};

/** `log_2`, `log_{10}`, `log_e`. */
const logarithmBase = (tokens: readonly Token[], at: number): { text: string; next: number } | undefined => {
  const braced = tokens[at]?.text === '{' && tokens[at + 2]?.text === '}';
  const base = tokens[braced ? at + 1 : at];
  return base && /^(\d+|e)$/.test(base.text) ? { text: base.text, next: at + (braced ? 3 : 1) } : undefined;
};

/** The tree of a function applied; undefined where there is no such function. `parse` reads a shorthand's text. */
export const expand = (
  fn: string,
  args: readonly Tree[],
  parse: (text: string) => Tree,
  base?: string,
): Tree | undefined => {
  const first = args[0];
  if (!first) return undefined;
  const native = nativeFunction(fn);
  if (native && base !== undefined && base !== 'e')
    return binary('/', apply(native, first), apply(native, digits(base)));
  if (native) return apply(native, first);
  const [, second, third] = args;
  if (fn === 'indicator' && first.kind === 'binary' && /[<>=]/.test(first.op)) return first;
  if (fn === 'max' || fn === 'min') return args.reduce((left, right) => binary(fn, left, right));
  if (fn === 'if' && second) return choice(first, second, third);
  if (fn === 'product' && second) return binary('*', first, second);
  if (fn === 'heaviside' && !second) return apply('step', first);
  if (fn === 'pow' && second) return binary('^', first, second);
  if (fn === 'clip' && second && third) return binary('min', binary('max', first, second), third);
  const undashed = nativeFunction(fn.replace(/'$/, ''));
  const shorthand = shorthands.get(fn) ?? (undashed && { is: functions[undashed].derivative });
  if (!shorthand) return undefined;
  const trees = new Map([['x', first]]);
  if ('a' in shorthand && shorthand.a !== undefined) trees.set('a', second ?? digits(shorthand.a));
  return substitute(parse(shorthand.is), trees);
};
