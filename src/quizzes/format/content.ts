import katex from 'katex';
import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { z } from 'zod';
import { ENGLISH, type Language, say, type Words } from '../../language/index.ts';
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

type Typeset = { readonly html: string } | ContentProblem;

function typeset(latex: string, display: boolean): Typeset {
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
    // Thousands of open braces overflow the stack of KaTeX's parser.
    if (error instanceof RangeError) return { message: say('braces are nested too deeply'), offset: 0 };
    throw error;
  }
}

/** Remembers results until they hold more than `limit` characters together; those unused for longest go first. */
function remembering(limit: number, make: (source: string) => string): (source: string) => string {
  const kept = new Map<string, string>();
  let size = 0;
  return (source) => {
    const html = kept.get(source) ?? make(source);
    if (!kept.delete(source)) size += source.length + html.length;
    kept.set(source, html);
    for (const [oldest, dropped] of kept) {
      if (size <= limit) break;
      kept.delete(oldest);
      size -= oldest.length + dropped.length;
    }
    return html;
  };
}

/** Remembers them for each language, whose decimals and sentences differ. */
function rememberingEach(make: (source: string, reader: Reader) => string) {
  const each = new Map<string, (source: string) => string>();
  return (source: string, reader: Reader): string => {
    const key = `${reader.language.tag} ${reader.point}`;
    const known = each.get(key) ?? remembering(4_000_000, (text) => make(text, reader));
    each.set(key, known);
    return known(source);
  };
}

function setMath(latex: string, display: boolean, { language, point }: Reader): string {
  const written = point === ',' ? latex.replace(DECIMAL, '$1{,}$2') : latex;
  const set = typeset(written, display);
  // A wide formula scrolls by itself, so keys must reach it.
  if ('html' in set) return set.html.replace('class="katex-display"', '$& tabindex="0"');
  return asSource(latex, display, language.say(set.message));
}

function asSource(latex: string, display: boolean, why: string): string {
  const source = display ? `$$${latex}$$` : `$${latex}$`;
  return `<code class="math-error" title="${escapeHtml(why)}">${escapeHtml(source)}</code>`;
}

const markdown = new MarkdownIt({ html: false, linkify: false });
const { escapeHtml } = markdown.utils;
// A sheet's headings come from the quiz file and its pictures from the model.
markdown.disable(['heading', 'lheading', 'image']);
markdown.validateLink = (url) => /^(?:https?:|mailto:)/i.test(url);
markdown.inline.ruler.before('escape', 'math', inlineMath);
markdown.block.ruler.before('fence', 'math-block', mathBlock, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
});
markdown.core.ruler.push('math-brackets', ({ tokens }) => {
  for (const { children } of tokens) keepBrackets(children ?? []);
});
markdown.renderer.rules['math'] = (tokens, i, _, env) => {
  const { content = '', info = '' } = tokens[i] ?? {};
  const set = within(env, content, false);
  return content.length > LONGEST_WHOLE ? set : `<span class="whole">${escapeHtml(info)}${set}</span>`;
};
markdown.renderer.rules['math-display'] = (tokens, i, _, env) => within(env, tokens[i]?.content ?? '', true);
markdown.renderer.rules['math-block'] = (tokens, i, _, env) =>
  `<div class="math-block">${within(env, tokens[i]?.content ?? '', true)}</div>\n`;

/** Formulas of so many characters are not broken over lines: a line that begins with "0" says nothing. */
const LONGEST_WHOLE = 20;

/** A bracket before such a formula goes with it, since browsers end lines there; it becomes its `info`. */
function keepBrackets(tokens: readonly Token[]): void {
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (token.type !== 'math' || token.content.length > LONGEST_WHOLE || before?.type !== 'text') continue;
    const bracket = /[([]$/.exec(before.content)?.[0] ?? '';
    token.info = bracket;
    before.content = before.content.slice(0, before.content.length - bracket.length);
  }
}

/** What one text may spend on formulas; the rest of them is shown as source. */
const BUDGET = { formulas: 150, characters: 8_000 } as const;
/** Whose words tell what is wrong with a formula, and what stands before decimals. */
interface Reader {
  readonly language: Language;
  readonly point: Language['point'];
}
const Spent = z.object({
  formulas: z.number(),
  characters: z.number(),
  reader: z.custom<Reader>(),
});
const unspent = (reader: Reader): z.infer<typeof Spent> => ({ formulas: 0, characters: 0, reader });

function within(env: unknown, latex: string, display: boolean): string {
  const spent = Spent.parse(env);
  spent.formulas += 1;
  spent.characters += latex.length;
  Object.assign(Object(env), spent);
  const over = spent.formulas > BUDGET.formulas || spent.characters > BUDGET.characters;
  if (over)
    return asSource(latex, display, spent.reader.language.say(say('this text has too many formulas')));
  return (display ? displays : maths)(latex, spent.reader);
}

/** The position of the next `$` that no backslash escapes, or -1. */
function nextDollar(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '$') return i;
  }
  return -1;
}

/** `$x$` and `$$x$$` in a line. As in Pandoc no space stands inside `$ … $` and no digit behind it, so "$5 or $6" is money. */
function inlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '$') return false;
  const display = src[pos + 1] === '$';
  const start = pos + (display ? 2 : 1);
  const end = nextDollar(src, start);
  if (end === -1 || end >= state.posMax) return false;
  const content = src.slice(start, end);
  if (content.trim() === '') return false;
  if (display && src[end + 1] !== '$') return false;
  if (!display && (/^\s|\s$/.test(content) || /\d/.test(src[end + 1] ?? ''))) return false;
  if (!silent) state.push(display ? 'math-display' : 'math', '', 0).content = content;
  state.pos = end + (display ? 2 : 1);
  return true;
}

/** Lines from `$$` to `$$`: a block of its own, so that a line starting with `-` or `=` inside it stays mathematics. */
function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lines: string[] = [];
  for (let line = startLine; line < endLine; line++) {
    const indent = (state.sCount[line] ?? 0) - state.blkIndent;
    if (indent < 0 || (line === startLine && indent > 3)) return false;
    let text = state.getLines(line, line + 1, state.blkIndent, false);
    if (line === startLine) {
      if (!text.trimStart().startsWith('$$')) return false;
      text = text.trimStart().slice(2);
    }
    const end = nextDollar(text, 0);
    lines.push(end === -1 ? text : text.slice(0, end));
    if (end === -1) continue;
    const content = lines.join('\n');
    if (text.slice(end).trim() !== '$$' || content.trim() === '') return false;
    if (silent) return true;
    const token = state.push('math-block', '', 0);
    token.content = content;
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  }
  return false;
}

/** A decimal number, unless it is a length: `0.5` but not `\\hspace{0.5em}`. */
const DECIMAL = /(\d)\.(\d+)(?!\d)(?!\s*(?:em|ex|mu|pt|px|pc|cm|mm|in|bp|sp)(?![a-z]))/g;

const maths = rememberingEach((latex, reader) => setMath(latex, false, reader));
const displays = rememberingEach((latex, reader) => setMath(latex, true, reader));
const contents = rememberingEach((source, reader) => markdown.render(source, unspent(reader)));
const inlines = rememberingEach((source, reader) => markdown.renderInline(source, unspent(reader)));

/**
 * LaTeX as HTML with MathML inside, its decimals as the language has them; what cannot be set is shown as its source,
 * class `math-error`.
 */
export const renderMath = (latex: string, display: boolean, language = ENGLISH): string =>
  (display ? displays : maths)(latex, { language, point: language.point });

/**
 * Markdown with `$…$` and `$$…$$` as HTML blocks, their decimals as the language has them unless they are to stay as
 * they were written. No HTML, pictures or headings; links only to http, https, mailto.
 */
export const renderContent = (source: string, language = ENGLISH, point = language.point): string =>
  contents(source, { language, point });

/** The same for a label or an option: no paragraphs around it. */
export const renderInline = (source: string, language = ENGLISH): string =>
  inlines(source, { language, point: language.point });

const known = new Map<string, ContentProblem | null>();
const MOST_KNOWN = 5_000;

/** What is wrong with a formula; the variants of a question share most of theirs. */
function problemOf(latex: string, display: boolean): ContentProblem | null {
  const key = `${display} ${latex}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const set = typeset(latex, display);
  const problem = 'message' in set ? set : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, problem);
  return problem;
}

/** The formulas that would be shown as their source, for the author. Empty: all can be set. */
export function checkContent(source: string): ContentProblem[] {
  const tokens = markdown.parse(source, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const problems: ContentProblem[] = [];
  let from = 0;
  for (const { type, content } of tokens) {
    if (!type.startsWith('math')) continue;
    // Tokens know lines at most. They come in order, so the next place with this text is theirs.
    const start = Math.max(from, source.indexOf(content, from));
    const problem = problemOf(content, type !== 'math');
    if (problem) {
      const message = say('the formula {formula} cannot be set: {reason}', {
        formula: `$${content.trim()}$`,
        reason: problem.message,
      });
      problems.push({ message, offset: start + problem.offset });
    }
    from = start + content.length;
  }
  const picture = source.search(/!\[[^\]\n]*\]\(/);
  if (picture >= 0) {
    const message = say(
      'a picture cannot stand in a text: figures are drawn from the question, as in figure: model',
    );
    problems.push({ message, offset: picture });
  }
  return problems;
}
