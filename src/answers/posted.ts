import { say } from '../language/index.ts';
import type { Problem } from '../values/outcome.ts';
import type { Posted } from './kind.ts';

/** What was typed into a field, to show it again: '' where nothing was. */
export function typed(posted: Posted, field: string): string {
  const value = Object.hasOwn(posted, field) ? posted[field] : undefined;
  return typeof value === 'string' ? value : (value ?? []).join(' ');
}

/** The one string of a field, without the white space around it; or why it cannot be read. */
export function readField(posted: Posted, field: string, longest: number): string | Problem {
  const value = Object.hasOwn(posted, field) ? posted[field] : undefined;
  if (value !== undefined && typeof value !== 'string') {
    return { field, message: say('This field was sent more than once; one value is expected.') };
  }
  const text = value ?? '';
  if (text.length > longest) {
    return {
      field,
      message: say('This is too long: {length, number} characters, at most {most, number} are read.', {
        length: text.length,
        most: longest,
      }),
    };
  }
  return text.trim();
}
