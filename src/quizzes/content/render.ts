import { LRUCache } from 'lru-cache';
import { ENGLISH, type Language, say } from '../../language/index.ts';
import { envOf, escapeHtml, markdown } from './markdown.ts';
import { typeset } from './typeset.ts';

/** Sets the texts of questions and students as HTML, in the words and with the decimals of a language. */
export interface ContentRenderer {
  /** LaTeX as HTML with MathML inside; what cannot be set is shown as its source, class `math-error`. */
  renderMath(latex: string, display: boolean, language?: Language): string;
  /**
   * Markdown with `$…$` and `$$…$$` as HTML blocks. `point`: the decimal sign, the language's unless the text is to stay
   * as it was written.
   */
  renderContent(source: string, language?: Language, point?: Language['point']): string;
  /** The same for a label or an option: no paragraphs around it. */
  renderInline(source: string, language?: Language): string;
}

/** Characters of sources and HTML that are kept. */
const KEPT = 32_000_000;

/** A renderer that keeps what it set: pages show the same formulas again and again, and setting one takes 0.2 ms. */
export function contentRenderer(): ContentRenderer {
  const kept = new LRUCache<string, string>({
    maxSize: KEPT,
    sizeCalculation: (html, key) => html.length + key.length,
  });
  const keep = (kind: string, source: string, tag: string, point: string, make: () => string): string => {
    const key = `${kind} ${tag} ${point} ${source}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const html = make();
    kept.set(key, html);
    return html;
  };
  const math = (latex: string, display: boolean, language: Language, point: Language['point']) =>
    keep(display ? 'display' : 'math', latex, language.tag, point, () =>
      setMath(latex, display, language, point),
    );
  const envFor = (language: Language, point: Language['point']) =>
    envOf({
      set: (latex, display) => math(latex, display, language, point),
      over: (latex, display) =>
        asSource(latex, display, language.say(say('this text has too many formulas'))),
    });
  return {
    renderMath: (latex, display, language = ENGLISH) => math(latex, display, language, language.point),
    renderContent: (source, language = ENGLISH, point = language.point) =>
      keep('content', source, language.tag, point, () => markdown.render(source, envFor(language, point))),
    renderInline: (source, language = ENGLISH) =>
      keep('inline', source, language.tag, language.point, () =>
        markdown.renderInline(source, envFor(language, language.point)),
      ),
  };
}

/** A decimal number, unless it is a length: `0.5` but not `\\hspace{0.5em}`. */
const DECIMAL = /(\d)\.(\d+)(?!\d)(?!\s*(?:em|ex|mu|pt|px|pc|cm|mm|in|bp|sp)(?![a-z]))/g;

function setMath(latex: string, display: boolean, language: Language, point: Language['point']): string {
  const written = point === ',' ? latex.replace(DECIMAL, '$1{,}$2') : latex;
  const set = typeset(written, display);
  // A wide formula scrolls by itself, so the keyboard must reach it.
  if ('html' in set) return set.html.replace('class="katex-display"', '$& tabindex="0"');
  return asSource(latex, display, language.say(set.message));
}

function asSource(latex: string, display: boolean, why: string): string {
  const source = display ? `$$${latex}$$` : `$${latex}$`;
  return `<code class="math-error" title="${escapeHtml(why)}">${escapeHtml(source)}</code>`;
}
