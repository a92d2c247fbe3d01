import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { defineLanguage } from '../../../src/language/index.ts';

/** What the catalogue says stands between these, what stands for a placeholder outside of them. */
const [OPEN, CLOSE] = ['⟦', '⟧'];

/**
 * A language whose words are the English ones between marks. Its dates and lists have no Latin letter, so that a
 * date that was not said by the language is seen too.
 */
export const MARKED = defineLanguage({
  tag: 'zz',
  name: '⟦Marked⟧',
  locale: 'ja',
  translate: (text) => `${OPEN}${outside(text)}${CLOSE}`,
});

/** `For {at}` as `For ⟧{at}⟦`: what fills a placeholder has to be a message itself, or is seen. */
function outside(text: string): string {
  const places: { start: number; end: number }[] = [];
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.argument && element.location) {
        places.push({ start: element.location.start.offset, end: element.location.end.offset });
      }
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(parse(text, { ignoreTag: true, captureLocation: true }));
  return places
    .sort((a, b) => b.start - a.start)
    .reduce(
      (all, { start, end }) =>
        `${all.slice(0, start)}${CLOSE}${all.slice(start, end)}${OPEN}${all.slice(end)}`,
      text,
    );
}

const VOID = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
  '!doctype',
]);
/** Mathematics, what is typed, names of the question file, and what nobody reads. */
const OTHER = new Set(['script', 'style', 'code', 'pre', 'math', 'textarea']);
const TOLD = /\s(?:aria-label|aria-description|title|alt|placeholder|label)="([^"]*)"/g;

/** The words of a page that no catalogue and no question file (between ⟪ and ⟫) has, in the order of the page. */
export function strayWords(html: string, known: ReadonlySet<string>): readonly string[] {
  const text: string[] = [];
  const told: string[] = [];
  const open: { name: string; other: boolean }[] = [];
  for (const [, tag, plain] of html.matchAll(/<(?!!--)([^>]*)>|([^<]+)/g)) {
    const other = open.at(-1)?.other ?? false;
    if (plain !== undefined) {
      if (!other) text.push(plain);
      continue;
    }
    if (tag === undefined) continue;
    const name = /^\/?([!\w-]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (tag.startsWith('/')) {
      while (open.length > 0 && open.pop()?.name !== name);
      continue;
    }
    if (!other) told.push(...Array.from(` ${tag}`.matchAll(TOLD), ([, value = '']) => value));
    text.push(' ');
    if (!VOID.has(name) && !tag.endsWith('/')) {
      open.push({ name, other: other || OTHER.has(name) || /class="katex/.test(tag) });
    }
  }
  return [text.join(''), ...told].flatMap((part) =>
    [
      ...part
        .replaceAll(/&(?:#x[\da-f]+|\w+);/gi, ' ')
        // Addresses, time zones, and what scripts put into a sentence.
        .replaceAll(/[\w.+-]+@[\w.-]+|\b[A-Z][a-z]+\/[A-Z][a-z]+|\{\w+\}/g, ' ')
        .replaceAll(/⟪[^⟫]*⟫/g, ' ')
        .replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
        .matchAll(/(?<![\p{L}\d@.-])\p{Script=Latin}{2,}(?![\p{L}\d@])/gu),
    ]
      .map(([word]) => word)
      .filter((word) => !known.has(word)),
  );
}
