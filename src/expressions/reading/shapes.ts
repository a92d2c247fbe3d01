import { say } from '../../language/index.ts';
import { limits } from '../limits.ts';
import { ReadingError, reading, type SyntaxProblem } from './problem.ts';
import { fold } from './tokens/characters.ts';

export type ReadShape =
  | { readonly ok: true; readonly sizes: readonly number[] }
  | { readonly ok: false; readonly error: SyntaxProblem };

/**
 * Reads the sizes of a tensor: `961 × 541`, `961x541`, `(961, 541)`, `[961,541]`, `961*541`, `961 \times 541`.
 * Where a times sign sets the sizes apart, commas and spaces group digits; otherwise commas set the sizes apart.
 */
export const readShape = (text: string): ReadShape =>
  reading(text, () => {
    const { text: plain, span } = fold(text);
    const inside = plain
      .replace(/\\(times|cdot|ast)(?![A-Za-z])/g, (command) => '*'.padEnd(command.length))
      .replace(/\\(left|right)(?=[([)\]])/g, (command) => ' '.repeat(command.length))
      .replace(/\\[,;:!()[\] ]/g, '  ')
      .replace(/\b(by|mal)\b/g, (word) => '*'.padEnd(word.length))
      .replace(/^[\s$]*(\\mathbb\{R\}\^|(torch\.|tf\.)?(TensorShape|Size|shape)\s*[=:]?)/i, (word) =>
        ' '.repeat(word.length),
      )
      .replace(/^[\s$([{]+|[\s$)\]}.]+$/g, (edge) => ' '.repeat(edge.length));
    const byTimes = /[*xX]/.test(inside);
    const separator = byTimes ? /[*xX]/g : /[,;]/g;
    if (/^\s*\d+(\s+\d+)+\s*$/.test(inside)) {
      throw new ReadingError(say('Write × or a comma between two sizes.'), span(0, inside.length));
    }
    if (inside.trim() === '')
      throw new ReadingError(say('Nothing has been typed here.'), span(0, inside.length));
    const sizes: number[] = [];
    let from = 0;
    const take = (to: number): void => {
      sizes.push(size(inside.slice(from, to), byTimes, span(from, to)));
      if (sizes.length > limits.axes) {
        const hint = say('At most {most, number} sizes are read.', { most: limits.axes });
        throw new ReadingError(hint, span(from, to));
      }
    };
    for (const match of inside.matchAll(separator)) {
      const last = !byTimes && inside.slice(match.index + 1).trim() === '' && sizes.length === 0;
      take(match.index);
      from = match.index + 1;
      if (last) return { ok: true, sizes };
    }
    take(inside.length);
    return { ok: true, sizes };
  });

const size = (typed: string, byTimes: boolean, at: { start: number; end: number }): number => {
  const text = typed.trim();
  const grouped = byTimes ? /^\d{1,3}([,' .]\d{3})+$/ : /^\d{1,3}([' ]\d{3})+$/;
  const digits = grouped.test(text) ? text.replace(/\D/g, '') : text;
  if (text === '') throw new ReadingError(say('A size is missing here.'), at);
  if (/^-\s*\d/.test(text)) throw new ReadingError(say('A size cannot be negative.'), at);
  if (!/^\d+$/.test(digits)) {
    const hint = say('‘{typed}’ is not a size: write whole numbers, such as 28 × 28.', {
      typed: text.slice(0, 20),
    });
    throw new ReadingError(hint, at);
  }
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new ReadingError(say('This size is too large.'), at);
  return value;
};
