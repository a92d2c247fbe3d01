import { mapText, type Words } from '../language/index.ts';
import { nameLatex } from '../models/names.ts';
import { groupedInteger, withMinus } from '../numbers/digits.ts';
import type { Matrix, ShapeValue, WeightsValue } from '../values/value.ts';

export { nameLatex };

/** A number as a person reads it: an integer with all its digits, another with at most 10 that matter. */
export function decimal(value: number): string {
  if (Number.isInteger(value)) return groupedInteger(BigInt(value));
  return withMinus(String(Number(value.toPrecision(10))));
}

/** A number as mathematics: powers of ten only where it is no integer and very small or large. */
function numberLatex(value: number): string {
  if (Number.isInteger(value)) return String(BigInt(value));
  return String(value).replace(/e\+?(-?\d+)$/, ' \\cdot 10^{$1}');
}

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** The name of a matrix in a sentence: `W1` is W¹. */
export const namePlain = (name: string): string =>
  name.replace(/(?<=^[A-Za-z]+)\d+$/, (digits) => [...digits].map((d) => SUPERSCRIPTS[Number(d)]).join(''));

const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/\\begin\{[a-z]*matrix\}\s*/g, '('],
  [/\s*\\end\{[a-z]*matrix\}/g, ')'],
  [/\s*\\\\\s*/g, '; '],
  [/\s*&\s*/g, ', '],
  [/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)'],
  [/\\(?:mathrm|mathit|mathbf|text|operatorname|left|right)(?![a-z])/g, ''],
  [/\\cdot(?![a-z])/g, '·'],
  [/\\times(?![a-z])/g, '×'],
  [/\\sigma(?![a-z])/g, 'σ'],
  [/\\[,;:! ]/g, ' '],
  [/\^(?=\{?\()|[\\{}_]/g, ''],
];

/** Markdown with mathematics as plain text, for names that only a screen reader or a list meets: `$n_{1}$` is n1. */
export function spoken(markdown: string): string;
export function spoken(markdown: Words): Words;
export function spoken(markdown: Words): Words {
  return mapText(markdown, plain);
}

const plain = (markdown: string): string =>
  markdown.replace(/\$([^$]*)\$/g, (_, latex: string) =>
    SPOKEN.reduce((text, [found, said]) => text.replace(found, said), latex).trim(),
  );

const matrixLatex = (rows: Matrix): string =>
  `\\begin{pmatrix} ${rows.map((row) => row.map(numberLatex).join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;

/** Named matrices as Markdown: `$W^{(1)} = …$, $W^{(2)} = …$`, with the names' own mathematics where it is known. */
export const weightsShown = (value: WeightsValue, latexOf: (name: string) => string | undefined): string =>
  Object.entries(value.matrices)
    .map(([name, rows]) => `$${latexOf(name) ?? nameLatex(name)} = ${matrixLatex(rows)}$`)
    .join(', ');

export const shapeShown = ({ sizes }: ShapeValue): string =>
  sizes.length === 1 ? `$(${sizes[0]})$` : `$${sizes.join(' \\times ')}$`;
