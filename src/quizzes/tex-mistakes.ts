import { type Message, say, type Words } from '../language/index.ts';

type Says = (first: string, second: string) => Message;

/** What KaTeX says of mistakes that authors make. */
const SENTENCES: readonly (readonly [pattern: RegExp, says: Says])[] = [
  [
    /^Undefined control sequence: (.+)$/,
    (command) => say('Undefined control sequence: {command}', { command }),
  ],
  [
    /^Unexpected end of input in a macro argument, expected (.+)$/,
    (expected) => say('Unexpected end of input in a macro argument, expected {expected}', { expected }),
  ],
  // What it calls the end of the formula.
  [/^Expected (.+), got 'EOF'$/, (expected) => say('Expected {expected}, got its end', { expected })],
  [/^Expected (.+), got (.+)$/, (expected, got) => say('Expected {expected}, got {got}', { expected, got })],
  [/^Expected group (?:after|as) (.+)$/, (before) => say('Expected group after {before}', { before })],
  [/^Expected (& or .+)$/, (expected) => say('Expected {expected}', { expected })],
  [/^Double superscript$/, () => say('Double superscript')],
  [/^Double subscript$/, () => say('Double subscript')],
  [/^Extra }$/, () => say('Extra {bracket}', { bracket: '}' })],
  [/^No such environment: (.+)$/, (name) => say('No such environment: {name}', { name })],
  [
    /^Mismatch: (.+) matched by (.+)$/,
    (begin, end) => say('Mismatch: {begin} matched by {end}', { begin, end }),
  ],
  [
    /^Can't use function (.+) in (.+) mode$/,
    (command, mode) =>
      say('Can’t use function {command} in {mode, select, text {text} other {math}} mode', { command, mode }),
  ],
];

/** A sentence of KaTeX; what it says of rare mistakes stays as it is. */
export function texMistake(sentence: string): Words {
  const [known] = SENTENCES.flatMap(([pattern, says]) => {
    const match = pattern.exec(sentence);
    return match ? [says(match[1] ?? '', match[2] ?? '')] : [];
  });
  return known ?? sentence;
}
