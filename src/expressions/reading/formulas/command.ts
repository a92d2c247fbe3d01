import { say } from '../../../language/index.ts';
import { apply, binary, choice, digits, name, type Tree } from '../../tree.ts';
import { derivativeHint, ReadingError, transposeHint } from '../problem.ts';
import { closerOf, isOpening, type Token } from '../tokens/token.ts';
import type { Grammar } from './cursor.ts';
import { conditionWords, otherwiseWords, unknown } from './word.ts';

/** Fractions, roots, accents and cases in LaTeX; any other command is refused. */
export const readCommand = (grammar: Grammar): Tree => {
  const { cursor } = grammar;
  const { token } = cursor;
  switch (token.text) {
    case 'frac': {
      cursor.next();
      const above = argument(grammar);
      return cursor.count(binary('/', above, argument(grammar)));
    }
    case 'sqrt':
      cursor.next();
      return root(grammar);
    case 'hat':
    case 'bar':
    case 'tilde':
      return accented(grammar, token);
    case 'begin':
      return readCases(grammar);
    case 'partial':
    case 'nabla':
      throw new ReadingError(derivativeHint, token);
    case 'top':
    case 'intercal':
      throw new ReadingError(transposeHint, token);
    default:
      throw new ReadingError(
        say('The command ‘{command}’ cannot be used here.', { command: `\\${token.text}` }),
        token,
      );
  }
};

/** `{…}`, or the one number, name or command that follows. */
const argument = (grammar: Grammar): Tree => {
  grammar.cursor.enter();
  const tree = grammar.primary();
  grammar.cursor.leave();
  return tree;
};

/** √x; with an odd index the root is defined for negative x too. */
const root = (grammar: Grammar): Tree => {
  const { cursor } = grammar;
  if (!cursor.is('[')) return cursor.count(apply('sqrt', argument(grammar)));
  const at = cursor.token;
  const index = grammar.bracketed();
  const of = argument(grammar);
  if (index.kind !== 'number' || !Number.isInteger(index.value) || index.value < 2) {
    throw new ReadingError(say('The index of a root must be a whole number from 2 on.'), at);
  }
  if (index.value === 2) return cursor.count(apply('sqrt', of));
  const exponent = binary('/', digits('1'), index);
  if (index.value % 2 === 0) return cursor.count(binary('^', of, exponent));
  return cursor.countAll(binary('*', apply('sign', of), binary('^', apply('abs', of), exponent)));
};

/** \hat{y}, hat(y), \hat y: the name yhat. */
const accented = ({ cursor }: Grammar, token: Token): Tree => {
  const from = cursor.at;
  const { text } = cursor.ahead(1);
  const bracket = isOpening(text) ? closerOf(text) : undefined;
  cursor.at += bracket ? 2 : 1;
  const letter = cursor.token;
  const base = letter.text + token.text;
  if (letter.kind !== 'word') {
    throw new ReadingError(say('‘{command}’ needs a letter.', { command: `\\${token.text}` }), token);
  }
  if (bracket) {
    cursor.next();
    if (!cursor.is(bracket)) throw cursor.unexpected();
  }
  const found = cursor.vocabulary.names.at(cursor.tokens, base, cursor.at + 1);
  if (!found) throw unknown(cursor, base, from, cursor.at + 1);
  cursor.at = found.next;
  return cursor.count(name(found.name));
};

/**
 * \begin{cases} value & condition \\ … \end{cases}, or an array between \left\{ and \right.;
 * the last condition may be "otherwise".
 */
export const readCases = (grammar: Grammar): Tree => {
  const { cursor } = grammar;
  const brace = cursor.accept('{');
  const tree = casesHere(grammar, cursor.token);
  if (brace && !cursor.accept('\\right.')) throw cursor.unexpected();
  return tree;
};

const casesHere = (grammar: Grammar, opener: Token): Tree => {
  const { cursor } = grammar;
  const rows: { value: Tree; when: Tree | undefined }[] = [];
  environment(grammar, opener);
  do {
    if (cursor.token.text === 'end' && rows.length > 0) break;
    const value = grammar.comparison();
    cursor.skip(',', ';');
    if (!cursor.accept('&') && !cursor.isWord(conditionWords) && !cursor.isWord(otherwiseWords)) {
      throw cursor.unexpected();
    }
    cursor.acceptWord(conditionWords);
    const last = cursor.acceptWord(otherwiseWords);
    rows.push({ value, when: last ? undefined : grammar.comparison() });
    cursor.skip(',', ';', '?.');
  } while (cursor.accept('\\\\'));
  if (cursor.token.text !== 'end') throw cursor.unexpected();
  environment(grammar, opener);
  const tree = rows.reduceRight<Tree | undefined>(
    (otherwise, { value, when }) => (when ? cursor.count(choice(when, value, otherwise)) : value),
    undefined,
  );
  if (!tree) throw new ReadingError(say('These cases are empty.'), opener);
  return tree;
};

/** `\begin{cases}`, `\begin{array}{ll}`, or their ends. */
const environment = ({ cursor }: Grammar, opener: Token): void => {
  cursor.next();
  const { text } = cursor.ahead(1);
  const named = cursor.is('{') && (text === 'cases' || text === 'array') && cursor.ahead(2).text === '}';
  if (!named) throw new ReadingError(say('Only the environment ‘cases’ can be used here.'), opener);
  cursor.at += 3;
  const columns = text === 'array' && cursor.is('{') && /^[lcr]+$/.test(cursor.ahead(1).text);
  if (columns && cursor.ahead(2).text === '}') cursor.at += 3;
};
