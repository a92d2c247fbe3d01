import { type Message, say, type Words } from '../../language/index.ts';

type Says = (first: string, second: string) => Message;

/** What KaTeX says of mistakes that authors make. */
const SENTENCES: readonly (readonly [pattern: RegExp, says: Says])[] = [
  [
    /^Undefined control sequence: (.+)$/,
    (command) => say('Undefined control sequence: {command}', { command }),
  ],
  [
    /^Unexpected end of input in a macro argument/,
    () =>
      say('it ends before a command has all of its arguments: add {braces} or a closing bracket', {
        braces: '{…}',
      }),
  ],
  // What it calls the end of the formula.
  [/^Expected 'EOF', got (.+)$/, (got) => say('{got} cannot be used here', { got })],
  [/^Expected (.+), got 'EOF'$/, (expected) => say('Expected {expected}, got its end', { expected })],
  [/^Expected (.+), got (.+)$/, (expected, got) => say('Expected {expected}, got {got}', { expected, got })],
  [
    /^Expected group as argument to (.+)$/,
    (command) => say('{command} needs an argument: add {braces}', { command, braces: '{…}' }),
  ],
  [/^Expected group after (.+)$/, (before) => say('Expected group after {before}', { before })],
  [/^Expected & or /, () => say('the environment is not closed: add {end}', { end: '\\end{…}' })],
  [
    /^Invalid delimiter (?:type )?(.+) after (.+)$/,
    (sign, command) => say('{sign} is not a bracket that can come after {command}', { sign, command }),
  ],
  [
    /^Got (?:function|group of unknown type:) (.+) with no arguments as (?:superscript|subscript)$/,
    (command) => say('put {command} and its argument in braces here', { command }),
  ],
  [/^Invalid size: (.+)$/, (size) => say('{size} is not a length: write it as 2em', { size })],
  [
    /^(.+) can be used only in display mode\.?$/,
    (name) => say('{name} can only be used between {signs}', { name, signs: '$$' }),
  ],
  [
    /^\\middle without preceding \\left$/,
    () => say('{middle} needs {left} before it', { middle: '\\middle', left: '\\left' }),
  ],
  [
    /^Limit controls must follow a math operator$/,
    () => say('{limits} can only come after an operator such as {sum}', { limits: '\\limits', sum: '\\sum' }),
  ],
  [
    /^only one infix operator per group$/,
    () => say('a group can have only one {over}: use {frac}', { over: '\\over', frac: '\\frac' }),
  ],
  [
    /^Unknown column alignment: (.+)$/,
    (sign) => say('{sign} is not a column alignment: use l, c or r', { sign }),
  ],
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
