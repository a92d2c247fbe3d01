import { say } from '../../../language/index.ts';
import { constant, name, type Tree } from '../../tree.ts';
import { nearest } from '../nearest.ts';
import { derivativeHint, ReadingError, transposeHint, UnknownName } from '../problem.ts';
import { isOpening, type Token } from '../tokens/token.ts';
import { readCall } from './application.ts';
import { callee } from './calls.ts';
import type { Cursor, Grammar } from './cursor.ts';

export const conditionWords: ReadonlySet<string> = new Set(['if', 'for', 'when', 'where', 'wenn', 'falls']);
export const otherwiseWords: ReadonlySet<string> = new Set(['otherwise', 'else', 'sonst']);

/** np.exp(z) is exp(z), torch.nn.functional.relu(z) is relu(z). */
const modules: ReadonlySet<string> = new Set(
  'np numpy jnp jax scipy special math torch nn functional F tf keras activations K sp sympy'.split(' '),
);

/** A name, a function with its argument, e or π; declared names come first. */
export const readWord = (grammar: Grammar): Tree => {
  const { cursor } = grammar;
  const { token } = cursor;
  const { names } = cursor.vocabulary;
  if (token.kind !== 'word') throw underscored(cursor);
  const found = names.at(cursor.tokens, token.text, cursor.at + 1);
  if (found) return taken(cursor, found.next, name(found.name));
  const indicates = token.text === 'I' || token.text === 'indicator';
  if (indicates && cursor.ahead(1).text === '_' && isOpening(cursor.ahead(2).text)) {
    cursor.at += 2;
    return grammar.bracketed();
  }
  if (modules.has(token.text) && cursor.ahead(1).text === '?.') {
    cursor.at += 2;
    return readWord(grammar);
  }
  const call = callee(cursor.tokens, cursor.at, cursor.vocabulary);
  if (call) return readCall(grammar, call);
  if (token.text === 'e' || token.text === 'pi') return taken(cursor, cursor.at + 1, constant(token.text));
  if (split(cursor, token)) return readWord(grammar);
  return undeclared(cursor, token.text);
};

/** A name that is not declared, as if it were: the text is read to its end, to show what of it was understood. */
const undeclared = (cursor: Cursor, base: string): Tree => {
  // Only the first is told, with the nearest name, which takes a while to find.
  const error = cursor.unknown ?? unknown(cursor, base, cursor.at, cursor.at + 1);
  if (!(error instanceof UnknownName)) throw error;
  cursor.unknown = error;
  const { text, next } = cursor.vocabulary.names.spelled(cursor.tokens, base, cursor.at + 1);
  error.names.add(text);
  cursor.at = next;
  return cursor.count(name(text));
};

const taken = (cursor: Cursor, next: number, tree: Tree): Tree => {
  cursor.at = next;
  if (cursor.token.kind === 'digits' && !cursor.token.spaced) {
    const hint = say('A digit comes right after a name: write * for a product or ^ for a power.');
    throw new ReadingError(hint, cursor.token);
  }
  return cursor.count(tree);
};

/** Ae^{-z} is A times e^{-z}: an unknown word whose parts are all known is cut, the longest parts first. */
const split = (cursor: Cursor, token: Token): boolean => {
  const { text } = token;
  if (text.length > 40 || token.end - token.start < text.length) return false;
  const isFactor = (part: string): boolean =>
    part === 'e' || cursor.vocabulary.names.word(part) !== undefined;
  const deadEnds = new Set<number>();
  const cut = (from: number): string[] | undefined => {
    if (deadEnds.has(from)) return undefined;
    const rest = text.slice(from);
    if (from > 0 && isKnown(cursor, rest)) return [rest];
    for (let to = text.length - 1; to > from; to--) {
      const others = isFactor(text.slice(from, to)) ? cut(to) : undefined;
      if (others) return [text.slice(from, to), ...others];
    }
    deadEnds.add(from);
    return undefined;
  };
  const parts = cut(0);
  if (!parts) return false;
  let start = token.end - text.length;
  const pieces = parts.map((part): Token => {
    const piece = { ...token, text: part, start, end: start + part.length };
    start = piece.end;
    return piece;
  });
  cursor.replace(...pieces);
  return true;
};

/** Whether a word in the place of the token here, with what follows it, is a name, a function or e. */
const isKnown = (cursor: Cursor, text: string): boolean => {
  const { names } = cursor.vocabulary;
  const { tokens, at, token } = cursor;
  if (text === 'e' || names.at(tokens, text, at + 1)) return true;
  // A copy of the tokens for every part of every word would take quadratic time.
  tokens[at] = { ...token, text };
  const call = callee(tokens, at, cursor.vocabulary);
  tokens[at] = token;
  return call !== undefined;
};

/** The error for a name that is not declared, with the nearest that is; its first word ends before `after`. */
export const unknown = (cursor: Cursor, base: string, from: number, after: number): ReadingError => {
  const { names, functions, table } = cursor.vocabulary;
  const { text, next } = names.spelled(cursor.tokens, base, after);
  const at = { start: cursor.tokens[from]?.start ?? 0, end: cursor.tokens[next - 1]?.end ?? 0 };
  const typed = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const digits = cursor.tokens[after];
  const known = digits?.kind === 'digits' ? names.word(base) : undefined;
  if (names.word(text) !== undefined) return cursor.unexpected(cursor.tokens[next]);
  if (known) {
    const hint = say(
      '‘{typed}’ is not a name in this question. For a product write {product}, for a power {power}.',
      { typed, product: `${known}*${digits?.text}`, power: `${known}^${digits?.text}` },
    );
    return new ReadingError(hint, at);
  }
  const above = cursor.tokens[from - 1]?.text;
  if (text === 'T' && (above === '^' || above === '?.')) return new ReadingError(transposeHint, at);
  const derivative = /^d.|^partial$/.test(text) && cursor.tokens.slice(from).some(startsDifferential);
  if (derivative) return new ReadingError(derivativeHint, at);
  const entries = names.alike(cursor.tokens, base, after);
  if (entries.length > 1) {
    const list = `${entries.slice(0, 3).join(', ')}${entries.length > 3 ? ', …' : ''}`;
    const hint = say('‘{typed}’ is not a name in this question. Similar names are {list}.', {
      typed,
      list,
    });
    return new UnknownName(hint, at);
  }
  const guess = entries[0] ?? nearest(text, [...names.declared, ...functions.keys(), ...table.spellings]);
  if (guess !== undefined) {
    const hint = say('‘{typed}’ is not a name in this question. Did you mean ‘{guess}’?', { typed, guess });
    return new UnknownName(hint, at, guess);
  }
  const list = names.declared.join(', ');
  if (list === '') return new UnknownName(say('‘{typed}’ is not a name in this question.', { typed }), at);
  const hint = say('‘{typed}’ is not a name in this question. The names here are {list}.', { typed, list });
  return new UnknownName(hint, at);
};

/** The d of dy in dL/dy. */
const startsDifferential = ({ kind, text }: Token, i: number): boolean =>
  i > 0 && kind === 'word' && text.startsWith('d');

/** A name that begins with _ belongs to no notation. */
const underscored = (cursor: Cursor): ReadingError => {
  const rest = cursor.tokens.slice(cursor.at);
  const length = rest.findIndex(
    ({ kind, text, spaced }, i) => (kind === 'sign' && text !== '_') || kind === 'end' || (i > 0 && spaced),
  );
  const text = rest.slice(0, length).map((token) => token.text);
  return unknown(cursor, text.join(''), cursor.at, cursor.at + length);
};
