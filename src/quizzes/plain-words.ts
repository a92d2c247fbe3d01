import { z } from 'zod';

type Issue = Parameters<NonNullable<z.core.$ZodConfig['customError']>>[0];

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'fields with values, as in "title: My quiz"',
  array: 'a list',
  boolean: 'true or false',
  record: 'fields with values',
  int: 'a whole number',
};

/** What is wrong with a value of a file and how to mend it, where its schema does not say it itself. */
function inPlainWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[String(issue.expected)] ?? `a ${String(issue.expected)}`;
      if (issue.input === undefined) return `is missing: it must be ${type}`;
      if (issue.input === null) return `is empty: it must be ${type}`;
      const colon = issue.expected === 'string' && typeof issue.input === 'object';
      return `must be ${type}${colon ? '; put a text with a colon or brackets in quotes' : ''}`;
    }
    case 'too_small':
      return `must ${sized(issue.origin)} ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `must ${sized(issue.origin)} ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((key) => `"${key}"`).join(', ')} here: remove or correct it`;
    default:
      return undefined;
  }
}

const sized = (origin: string) => (unit(origin) === '' ? 'be' : 'have');
const unit = (origin: string) => (origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '');

/** For every schema: those of claims and answers speak to the same authors. */
export const speakPlainly = (): void => void z.config({ customError: inPlainWords });
