import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Message, packed, say } from '../language/index.ts';
import type { Fault, Layout, Option, ReadLiteral } from './kind.ts';
import { spoken } from './mathematics.ts';
import { readAs } from './one-value.ts';
import { readField, typed } from './posted.ts';

const OPTION_ID = /^[a-z][a-z0-9-]{0,39}$/;
const MOST_OPTIONS = 20;

const Shown = z.strictObject({ shows: z.string().max(2000), value: z.unknown() });

/** Options by id, in the order in which they are shown: a value, or `{ shows: …, value: … }` to say how it is set. */
export type OptionsSource = Readonly<Record<string, unknown>>;

/** Checks the ids of options in a schema; the values wait for the claim. */
export function checkOptions(options: OptionsSource, context: z.RefinementCtx): void {
  const ids = Object.keys(options);
  const refuse = (message: Message, ...path: string[]) =>
    context.addIssue({ code: 'custom', path, message: packed(message) });
  if (ids.length < 2)
    refuse(say('give at least two options, such as {example}', { example: '{a: …, b: …}' }));
  if (ids.length > MOST_OPTIONS) refuse(say('at most {most} options', { most: MOST_OPTIONS }));
  for (const id of ids.filter((id) => !OPTION_ID.test(id))) {
    refuse(say('an option id is lower-case letters, digits and hyphens, such as "a" or "xor"'), id);
  }
}

/** The options of a file in the order in which they are shown, and what is wrong with those that cannot be read. */
export function readOptions(source: OptionsSource, order: readonly string[] = [], readLiteral: ReadLiteral) {
  const options: Option[] = [];
  const faults: Fault[] = [];
  for (const [id, raw] of arranged(source, order)) {
    const set = Shown.safeParse(raw);
    const literal = readLiteral(set.success ? set.data.value : raw);
    if ('problem' in literal) {
      const message = say('option "{id}": {reason}', { id, reason: literal.problem });
      faults.push({ path: [id], message });
      continue;
    }
    const same = options.find(({ value }) => isDeepStrictEqual(value, literal.value));
    if (same) {
      const values = { id, other: same.id };
      const message = say('option "{id}" is the same answer as option "{other}": change one of them', values);
      faults.push({ path: [id], message });
    }
    options.push({ id, value: literal.value, shown: set.success ? set.data.shows : literal.shown });
  }
  return { options, faults };
}

/** Options that the order does not name follow, as in the file. */
function arranged(source: OptionsSource, order: readonly string[]): [string, unknown][] {
  const ids = Object.keys(source);
  const first = order.filter((id) => Object.hasOwn(source, id));
  return [...first, ...ids.filter((id) => !order.includes(id))].map((id) => [id, source[id]]);
}

const FIELD = 'option';

/** An answer that is one of the options. */
export function oneOption(options: readonly Option[]): Layout {
  return {
    fields: [FIELD],
    options,
    read(posted) {
      const id = readField(posted, FIELD, 100);
      if (typeof id !== 'string') return { state: 'invalid', problems: [id] };
      if (id === '') return { state: 'blank' };
      const option = options.find((candidate) => candidate.id === id);
      if (option) return readAs(option.value, () => option.shown);
      return {
        state: 'invalid',
        problems: [{ field: FIELD, message: say('Choose one of the options of this question.') }],
      };
    },
    write(key) {
      // YAML reads true and false as truth values.
      const option = options.find(({ id }) => id === String(key));
      if (option) return { posted: { [FIELD]: option.id } };
      return { problem: say('The key must be one of the options: {ids}.', { ids: listIds(options) }) };
    },
    writeValue(value) {
      const option = options.find((candidate) => isDeepStrictEqual(candidate.value, value));
      return option ? { [FIELD]: option.id } : null;
    },
    view: (posted) => ({ field: FIELD, options: viewOptions(options, [typed(posted, FIELD)]) }),
  };
}

export const viewOptions = (options: readonly Option[], chosen: readonly string[]) =>
  options.map(({ id, shown }) => ({ id, shown, spoken: spoken(shown), checked: chosen.includes(id) }));

export const listIds = (options: readonly Option[]): string => options.map(({ id }) => id).join(', ');
