import { type Document, isPair, isScalar, type ParsedNode, visit } from 'yaml';
import { type Message, say, type Words } from '../../language/index.ts';

/** Where in the text, what is wrong, and how to mend it. */
export interface Mistake {
  readonly offset: number;
  readonly message: Words;
}

/** The library's sentences speak of YAML; ours of what authors see and do. `sign`: the bracket, quote or character. */
const SENTENCES: readonly (readonly [pattern: RegExp, says: Message | ((sign: string) => Message)])[] = [
  [
    /^Flow (?:sequence|map) .* end with a (.)$/,
    (sign) => say('A bracket that was opened before is never closed: add {sign}.', { sign }),
  ],
  [
    /^All mapping items/,
    say(
      'This line starts in a different column from the fields it belongs to: start all fields of one thing in the same column.',
    ),
  ],
  [
    /^Sequence item without/,
    say(
      'This line is indented less than the item it belongs to: start all fields of one thing in the same column.',
    ),
  ],
  [
    /^(?:All sequence items|A block sequence may not)/,
    say(
      'This item is not in a list: put every - of a list in the same column, and look for a missing - above.',
    ),
  ],
  [/^Nested mappings/, say('There is a colon in this value: put a text with a colon in quotes.')],
  [
    /^Implicit (?:map )?keys need/,
    say(
      'This line is neither a field nor part of the text above it: a field needs a colon and a space after it; a text of several lines goes under |, indented.',
    ),
  ],
  [
    /^Map keys must be unique/,
    say('This field appears twice: remove one of the two, or start the next item of the list with a -.'),
  ],
  [
    /^Missing closing (.)quote/,
    (sign) => say('This text has no closing {sign}: add it where the text ends.', { sign }),
  ],
  [
    /^Invalid escape sequence (.*)$/,
    (sign) =>
      say(
        'In double quotes a backslash starts a special character, and there is no {sign}: put the text in single quotes, or under |.',
        { sign },
      ),
  ],
  [
    /^Plain value cannot start with .*(.)$/,
    (sign) => say('A text cannot start with {sign}: put it in quotes, or under |.', { sign }),
  ],
  [/^Unexpected flow-(?:map|seq)-end/, say('There is one bracket too many here: remove it.')],
  [
    /^Unexpected/,
    say(
      'This cannot go here: put a text that starts with a quote, a bracket, *, & or ! in other quotes, or under |.',
    ),
  ],
  [
    /^Block collections/,
    say('Lines with fields or list items cannot go inside brackets: close the bracket before them.'),
  ],
  [
    /^Source contains multiple/,
    say('A file holds one quiz: remove this line, or put what follows into another file.'),
  ],
];

/** The first mistake of syntax: what comes after it is mostly its consequence. */
export function syntaxMistake(document: Document.Parsed): Mistake | null {
  const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  // Everything after an open quote is read as text, so it comes before what is odd about that text.
  const open = errors.find(({ message }) => /^Missing closing .quote/.test(message));
  const error = open ?? errors[0];
  if (error === undefined) return null;
  const known = SENTENCES.flatMap(([pattern, says]) => {
    const match = pattern.exec(error.message);
    if (!match) return [];
    return [typeof says === 'function' ? says(match[1] ?? '') : says];
  });
  const message = known[0] ?? say('This is not YAML: {reason}.', { reason: error.message });
  return { offset: open ? lastQuote(document) : error.pos[0], message };
}

/** An open quote swallows the rest of the file, so it is the last one. */
function lastQuote(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range) offset = Math.max(offset, range[0]);
    },
  });
  return offset;
}

const ESCAPED_TEX = /\$[^$]*?(?<!\\)(\\[abefnrtv][A-Za-z]+)/;

/** What YAML reads as something else than was meant: repeated parts that are nowhere, and TeX in double quotes. */
export function misreadings(document: Document.Parsed, text: string): Mistake[] {
  const found: Mistake[] = [];
  const anchors: string[] = [];
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor) anchors.push(node.anchor);
    },
    Alias(_, { source, range }) {
      if (anchors.includes(source)) return;
      const known = anchors.map((name) => `&${name}`).join(', ');
      const message =
        known === ''
          ? say(
              '*{name} repeats a part that is marked with &{name}, and there is none above this line: mark it, or correct the name.',
              { name: source },
            )
          : say(
              '*{name} repeats a part that is marked with &{name}, and there is none above this line: mark it, or correct the name; above are {known}.',
              { name: source, known },
            );
      found.push({ offset: range?.[0] ?? 0, message });
    },
    Scalar(_, node) {
      const [from = 0, to = 0] = node.range ?? [];
      const tex = ESCAPED_TEX.exec(text.slice(from, to))?.[1];
      if (node.type !== 'QUOTE_DOUBLE' || tex === undefined) return;
      const message = say(
        'In double quotes {character} is a special character, so {tex} is lost: put the text in single quotes, or under |.',
        { character: tex.slice(0, 2), tex },
      );
      found.push({ offset: from, message });
    },
  });
  return found;
}

/** The place of the last alias, which makes too many of them. */
export function lastAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias(_, { range }) {
      offset = Math.max(offset, range?.[0] ?? 0);
    },
  });
  return offset;
}

const PROSE = ['title', 'text', 'hint', 'solution', 'because'];

/** Texts that end where a comment begins: `text: Question #1`. */
export function cutTexts(document: Document.Parsed): Mistake[] {
  const found: Mistake[] = [];
  visit(document, {
    Pair(_, pair) {
      if (!isPair<ParsedNode>(pair) || !isScalar(pair.key) || !isScalar(pair.value)) return;
      const { key, value } = pair;
      if (!PROSE.includes(String(key.value)) || value.type !== 'PLAIN' || !value.comment) return;
      const message = say(
        '{field}: ends before {comment}, which is a comment: put the text in quotes if that belongs to it',
        { field: String(key.value), comment: `#${value.comment}` },
      );
      found.push({ offset: value.range?.[0] ?? 0, message });
    },
  });
  return found;
}
