import katex from 'katex';
import { say, type Words } from '../../language/index.ts';
import { texMistake } from './tex-mistakes.ts';

/** A formula that cannot be set: what is wrong, and where it is in the Markdown, in characters from its start. */
export interface ContentProblem {
  readonly message: Words;
  readonly offset: number;
}

/** What neural networks need beyond KaTeX's own macros. */
const MACROS = {
  '\\E': '\\mathbb{E}',
  '\\T': '^{\\mathsf T}',
  '\\relu': '\\operatorname{ReLU}',
  '\\softmax': '\\operatorname{softmax}',
};

// Definitions multiply (a thousand uses of a thousand letters) within any limit on expansions; links and HTML reach out.
const REFUSED =
  /^\\(?:def|edef|gdef|xdef|let|futurelet|(?:new|renew|provide)command|global|long|href|url|includegraphics|html\w+|message|errmessage|show)$/;
const CONTROL_SEQUENCE = /\\(?:[a-zA-Z@]+|.)/gs;
// What a formula of this size costs stays far below a second.
const LONGEST_FORMULA = 3_000;
const MOST_CELLS = 400;
const DEEPEST = 200;

export type Typeset = { readonly html: string } | ContentProblem;

/** A formula as HTML with MathML inside, or why it cannot be set. Bounded in time and size, whatever it says. */
export function typeset(latex: string, display: boolean): Typeset {
  if (latex.length > LONGEST_FORMULA) {
    return {
      message: say('a formula has at most {most, number} characters: split it', { most: LONGEST_FORMULA }),
      offset: 0,
    };
  }
  if (latex.split('&').length > MOST_CELLS) {
    return { message: say('a formula has at most {most} cells: split it', { most: MOST_CELLS }), offset: 0 };
  }
  for (const { 0: command, index } of latex.matchAll(CONTROL_SEQUENCE)) {
    if (REFUSED.test(command)) {
      return { message: say('{command} cannot be used: write it out', { command }), offset: index };
    }
  }
  const deep = tooDeep(latex);
  if (deep !== null) return { message: say('braces are nested too deeply'), offset: deep };
  try {
    const html = katex.renderToString(latex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 1_000,
      maxSize: 20,
      macros: { ...MACROS },
    });
    return { html };
  } catch (error) {
    if (error instanceof katex.ParseError) {
      return { message: texMistake(error.rawMessage), offset: error.position ?? 0 };
    }
    // What nests without braces, such as a root of a root, may still overflow the stack of KaTeX's parser.
    if (error instanceof RangeError) return { message: say('braces are nested too deeply'), offset: 0 };
    throw error;
  }
}

/** Where braces are nested deeper than any formula needs, which KaTeX's parser takes a stack frame each for; or null. */
function tooDeep(latex: string): number | null {
  let depth = 0;
  for (const { 0: found, index } of latex.matchAll(/\\.|[{}]/gs)) {
    if (found === '{') depth += 1;
    if (found === '}') depth -= 1;
    if (depth > DEEPEST) return index;
  }
  return null;
}
