import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { z } from 'zod';

/** Markdown with `$…$` and `$$…$$`: no HTML, pictures or headings; links only to http, https, mailto. */
export const markdown = new MarkdownIt({ html: false, linkify: false });
export const { escapeHtml } = markdown.utils;
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
/** What a rendering carries along: how a formula is set, and how many formulas and characters of them came before. */
const Env = z.object({
  formulas: z.number(),
  characters: z.number(),
  set: z.custom<(latex: string, display: boolean) => string>(),
  /** Shown instead of a formula that is over the budget. */
  over: z.custom<(latex: string, display: boolean) => string>(),
});

/** The environment of one rendering, with nothing of its budget spent. */
export const envOf = (setters: Pick<z.infer<typeof Env>, 'set' | 'over'>): z.infer<typeof Env> => ({
  formulas: 0,
  characters: 0,
  ...setters,
});

function within(env: unknown, latex: string, display: boolean): string {
  const spent = Env.parse(env);
  spent.formulas += 1;
  spent.characters += latex.length;
  Object.assign(Object(env), spent);
  const over = spent.formulas > BUDGET.formulas || spent.characters > BUDGET.characters;
  return over ? spent.over(latex, display) : spent.set(latex, display);
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
