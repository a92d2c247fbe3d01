import { say } from '../../../language/index.ts';
import { apply, binary, isNegated, type Tree } from '../../tree.ts';
import { ReadingError, type Span } from '../problem.ts';
import { isOpening, type Token } from '../tokens/token.ts';
import { type Call, callee, expand } from './calls.ts';
import type { Cursor, Grammar } from './cursor.ts';

/** A function with its primes, its power and its arguments: σ′(z), tanh²(z), max(0, z), log 2z. */
export const readCall = (grammar: Grammar, call: Call): Tree => {
  const { cursor } = grammar;
  const opener = cursor.token;
  cursor.at = call.next;
  const { primes, power } = marks(grammar);
  const at: Span = { start: opener.start, end: cursor.ahead(-1).end };
  if (primes > 1) throw new ReadingError(say('A second derivative cannot be read: write it out.'), at);
  if (isInverse(power)) {
    const hint = say(
      'It is unclear whether this means the inverse function or 1/{fn}: write one or the other out.',
      { fn: call.fn },
    );
    throw new ReadingError(hint, at);
  }
  const args = readArguments(grammar, call, opener);
  const value = expand(primes > 0 ? `${call.fn}'` : call.fn, args, grammar, call.base);
  if (!value) {
    const hint = say('The derivative of {fn} cannot be read: write it out.', { fn: call.fn });
    throw new ReadingError(hint, at);
  }
  if (value.kind === 'apply' && value.to === args[0]) cursor.count(value);
  else cursor.countAll(value);
  return power === undefined ? value : cursor.count(binary('^', value, power));
};

/** Primes and a power between the name and its argument, in either order. */
const marks = (grammar: Grammar): { primes: number; power: Tree | undefined } => {
  const { cursor } = grammar;
  let primes = 0;
  let power: Tree | undefined;
  for (;;) {
    if (cursor.accept("'")) primes++;
    else if (cursor.is('^') && power === undefined) {
      cursor.next();
      const braced = cursor.is('{') && cursor.ahead(1).text === "'";
      if (braced) primes += cursor.inside(() => primesHere(cursor));
      else if (cursor.accept("'")) primes++;
      else power = grammar.exponent();
    } else return { primes, power };
  }
};

const primesHere = (cursor: Cursor): number => {
  const from = cursor.at;
  cursor.skip("'");
  return cursor.at - from;
};

const isInverse = (power: Tree | undefined): boolean =>
  power !== undefined && isNegated(power) && power.to.kind === 'number';

const readArguments = (grammar: Grammar, { least, most }: Call, opener: Token): Tree[] => {
  const { cursor } = grammar;
  if (cursor.token.kind !== 'sign' || !isOpening(cursor.token.text)) {
    if (least > 1) {
      const hint = say('‘{fn}’ needs its arguments in brackets.', { fn: opener.text });
      throw new ReadingError(hint, opener);
    }
    return [bareArgument(grammar, opener)];
  }
  const args = cursor.inside(
    () => {
      const found = [grammar.expression()];
      while (found.length < most && (cursor.accept(',') || cursor.accept(';')))
        found.push(grammar.expression());
      return found;
    },
    most > 1 && !(cursor.vocabulary.decimalComma && semicolonFollows(cursor)),
  );
  if (args.length < least) {
    const hint = say('‘{fn}’ needs at least {least, number} arguments.', { fn: opener.text, least });
    throw new ReadingError(hint, opener);
  }
  return args;
};

/** Whether the arguments in the brackets here are set apart by semicolons, so that a comma can be a decimal one. */
const semicolonFollows = ({ tokens, at }: Cursor): boolean => {
  let open = 0;
  for (const { text } of tokens.slice(at)) {
    if (isOpening(text)) open++;
    else if (/^[)\]}]$/.test(text)) open--;
    if (open === 0) return false;
    if (open === 1 && text === ';') return true;
  }
  return false;
};

/** The factors up to the next sign or function. */
const bareArgument = (grammar: Grammar, opener: Token): Tree => {
  const { cursor } = grammar;
  if (cursor.accept('-')) {
    cursor.enter();
    const negated = cursor.count(apply('neg', bareArgument(grammar, opener)));
    cursor.leave();
    return negated;
  }
  if (!grammar.factorFollows() && cursor.token.kind !== 'number') {
    const hint = say('‘{fn}’ is a function: its argument is missing.', { fn: opener.text });
    throw new ReadingError(hint, opener);
  }
  let left = grammar.power();
  while (grammar.factorFollows() && !functionFollows(cursor)) {
    left = cursor.count(binary('*', left, grammar.power()));
  }
  return left;
};

const functionFollows = ({ tokens, at, token, vocabulary }: Cursor): boolean =>
  token.kind === 'word' &&
  vocabulary.names.at(tokens, token.text, at + 1) === undefined &&
  callee(tokens, at, vocabulary) !== undefined;
