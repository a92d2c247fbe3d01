import { z } from 'zod';
import { nearest } from '../../expressions/index.ts';
import { type Message, numeral, packed, say, type Words } from '../../language/index.ts';

type Issue = Parameters<NonNullable<z.core.$ZodConfig['customError']>>[0];

const TYPES: Readonly<Record<string, Message>> = {
  string: say('text'),
  object: say('fields with values, as in "title: My quiz"'),
  array: say('a list'),
  tuple: say('a list'),
  boolean: say('true or false'),
  record: say('fields with values'),
  number: say('a number'),
  int: say('a whole number'),
};

/** What is wrong with a value of a file and how to mend it, where its schema does not say it itself. */
function inPlainWords(issue: Issue): Message | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? issue.expected;
      if (issue.input === undefined) return say('is missing: it must be {type}', { type });
      if (issue.input === null) return say('is empty: it must be {type}', { type });
      const colon = issue.expected === 'string' && typeof issue.input === 'object';
      return colon
        ? say('must be {type}; put a text with a colon or brackets in quotes', { type })
        : say('must be {type}', { type });
    }
    case 'too_small': {
      const { inclusive = true } = issue;
      const least = counted(issue.origin, issue.minimum);
      if (issue.origin in COUNTED) return say('must have at least {least}', { least });
      return inclusive
        ? say('must be at least {least}', { least })
        : say('must be more than {least}', { least });
    }
    case 'too_big': {
      const { inclusive = true } = issue;
      const most = counted(issue.origin, issue.maximum);
      if (issue.origin in COUNTED) return say('must have at most {most}', { most });
      return inclusive ? say('must be at most {most}', { most }) : say('must be less than {most}', { most });
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      if (issue.values.length === 1) {
        return issue.input === undefined
          ? say('is missing: it must be {type}', { type: values })
          : say('must be {type}', { type: values });
      }
      return issue.input === undefined
        ? say('is missing: it must be one of {values}', { values })
        : say('must be one of {values}', { values });
    }
    case 'custom':
      return undefined;
    default:
      return issue.input === undefined
        ? say('is missing')
        : say('does not have a form that is allowed here: docs/questions.md shows which are');
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

function unknown(key: string, fields: readonly string[]): Message {
  const called = Object.hasOwn(CALLED, key) ? CALLED[key] : undefined;
  const meant = called !== undefined && fields.includes(called) ? called : nearest(key, fields);
  return meant === undefined
    ? say('there is no field "{key}" here: remove it', { key })
    : say('there is no field "{key}" here: did you mean "{meant}"?', { key, meant });
}

const COUNTED: Readonly<Record<string, (n: number) => Message>> = {
  array: (n) => say('{n, plural, one {# entry} other {# entries}}', { n }),
  string: (n) => say('{n, plural, one {# character} other {# characters}}', { n }),
};

const counted = (origin: string, count: number | bigint): Words =>
  COUNTED[origin]?.(Number(count)) ?? numeral(String(count));

/** For every schema: those of claims and answers speak to the same authors. */
export const speakPlainly = (): void =>
  void z.config({
    customError(issue) {
      // A line each, for whoever tells them apart.
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => packed(unknown(key, fieldsOf(issue.inst)))).join('\n');
      }
      const message = inPlainWords(issue);
      return message && packed(message);
    },
  });
