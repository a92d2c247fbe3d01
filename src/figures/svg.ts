import type { EvidenceTable } from '../values/witness.ts';

/** A drawing with its text alternative, which also stands inside the SVG, and the numbers in it where they fill a table. */
export interface Drawing {
  readonly svg: string;
  readonly alt: string;
  readonly table?: EvidenceTable;
}

/** A figure was asked for that cannot be drawn; the message names the part that does not fit. */
export class FigureError extends Error {
  override readonly name = 'FigureError';
}

/** The size of text, and of a line of it, in user units. */
export const FONT = 13;
export const LINE = 16;
/** In 358 px, a phone's width without margins, text of a drawing of this width has 12 px. A wider one is not shrunk. */
const PHONE = 387;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or attribute; control characters, which XML cannot hold, become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c).replace(/[^\P{Cc}\n\t]/gu, '\u{FFFD}');
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes are escaped, coordinates rounded to hundredths, children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    start += ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`;
  }
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

export interface Sheet {
  /** Begins every id in the drawing, so it must be unique on its page. */
  readonly id: string;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly alt: string;
}

/** The outermost element: named and described for those who do not see it. */
export function sheet(
  { id, kind, width, height, title, alt }: Sheet,
  ...children: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `figure figure--${kind}${width > PHONE ? ' figure--wide' : ''}`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      'font-size': FONT,
      role: 'img',
      // Apart, or browsers give the description twice: in the name too.
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
    },
    element('title', { id: `${id}-title` }, escapeXml(title)),
    element('desc', { id: `${id}-desc` }, escapeXml(alt)),
    ...children,
  );
}
