import { z } from 'zod';
import { nearest } from '../expressions/index.ts';

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
      return `must ${sized(issue.origin)} ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `must ${sized(issue.origin)} ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit(issue.origin, issue.maximum)}`;
    case 'invalid_value':
      return `${issue.input === undefined ? 'is missing: it ' : ''}must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      // A line each, for whoever tells them apart.
      return issue.keys.map((key) => unknown(key, fieldsOf(issue.inst))).join('\n');
    default:
      return undefined;
  }
}

/** What authors call it who know other systems. */
const CALLED: Readonly<Record<string, string>> = {
  points: 'marks',
  score: 'marks',
  deadline: 'due',
  name: 'title',
  question: 'text',
};

const fieldsOf = (schema: unknown): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape).filter((field) => !INTERNAL.includes(field)) : [];

/** Written by the program where a variant is drawn. */
const INTERNAL = ['drawn', 'deployed'];

function unknown(key: string, fields: readonly string[]): string {
  const called = Object.hasOwn(CALLED, key) ? CALLED[key] : undefined;
  const meant = called !== undefined && fields.includes(called) ? called : nearest(key, fields);
  const advice = meant === undefined ? 'remove it' : `did you mean "${meant}"?`;
  return `there is no field "${key}" here: ${advice}`;
}

const sized = (origin: string) => (unit(origin) === '' ? 'be' : 'have');
const unit = (origin: string, count?: number | bigint) => {
  if (origin === 'array') return Number(count) === 1 ? ' entry' : ' entries';
  if (origin === 'string') return Number(count) === 1 ? ' character' : ' characters';
  return '';
};

/** For every schema: those of claims and answers speak to the same authors. */
export const speakPlainly = (): void => void z.config({ customError: inPlainWords });
