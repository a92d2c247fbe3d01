import { z } from 'zod';
import { say } from '../../language/index.ts';
import type { MatchingForm } from '../../values/form.ts';
import type { Problem } from '../../values/outcome.ts';
import type { MatchingValue } from '../../values/value.ts';
import { defineKind, type Posted, type Reading, type Setting } from '../kind.ts';
import { spoken } from '../mathematics.ts';
import { onlyValue, readAs } from '../one-value.ts';
import { readField, typed } from '../posted.ts';

/** One choice for each item: `{ A: identity, B: relu, C: sigmoid }`. */
export const matching = defineKind({
  name: 'matching',
  yields: 'matching',
  schema: z.strictObject({}).describe('A choice for each item that the claim names.'),
  written: say('pairs such as {example}', { example: '{A: identity, B: relu}' }),
  literal: readLiteral,
  answer(_, { form: { matching: form } }) {
    if (!form) return { faults: [say('There is nothing to match: the claim must state items and choices.')] };
    return {
      fields: form.items.map(({ id }) => id),
      read: (posted) => read(form, posted),
      write(key) {
        const pairs = z.record(z.string(), z.string()).safeParse(key);
        if (!pairs.success) {
          const examples = { form: '{item: choice, …}', example: '{A: relu}' };
          return { problem: say('A matching is written {form}, such as {example}.', examples) };
        }
        const known = new Set(form.items.map(({ id }) => id));
        const unknown = Object.keys(pairs.data).find((item) => !known.has(item));
        if (unknown === undefined) return { posted: pairs.data };
        const items = [...known].join(', ');
        return { problem: say('"{item}" is not an item; the items are {items}.', { item: unknown, items }) };
      },
      writeValue: (value) => (value.type === 'matching' ? value.pairs : null),
      view: (posted) => ({
        items: form.items.map(({ id, label }) => ({
          field: id,
          label,
          choices: form.choices.map((choice) => ({
            id: choice.id,
            label: spoken(choice.label),
            selected: typed(posted, id) === choice.id,
          })),
        })),
      }),
    };
  },
});

function read({ items, choices }: MatchingForm, posted: Posted): Reading {
  const problems: Problem[] = [];
  const empty: string[] = [];
  const pairs: [string, string][] = [];
  for (const { id, label } of items) {
    const picked = readField(posted, id, 200);
    if (typeof picked !== 'string') problems.push(picked);
    else if (picked === '') empty.push(id);
    else if (choices.some((choice) => choice.id === picked)) pairs.push([id, picked]);
    else problems.push({ field: id, message: say('For {label}, choose one from the list.', { label }) });
  }
  if (empty.length === items.length) return { state: 'blank' };
  const [first] = empty;
  if (first !== undefined) {
    const labels = items.filter(({ id }) => empty.includes(id)).map(({ label }) => label);
    problems.push({ field: first, message: say('Nothing is chosen yet for {list}.', { list: labels }) });
  }
  if (problems.length > 0) return { state: 'invalid', problems };
  const value: MatchingValue = { type: 'matching', pairs: Object.fromEntries(pairs) };
  return readAs(value, () => shown(items, choices, value));
}

function shown(
  items: MatchingForm['items'],
  choices: MatchingForm['choices'],
  { pairs }: MatchingValue,
): string {
  const labelOf = (id: string | undefined) => choices.find((choice) => choice.id === id)?.label ?? id;
  return items.map(({ id, label }) => `${label}: ${labelOf(pairs[id])}`).join(', ');
}

function readLiteral(source: unknown, { form }: Setting) {
  if (!form.matching) return null;
  const pairs = z.record(z.string(), z.string()).safeParse(source);
  if (!pairs.success) return null;
  const { items, choices } = form.matching;
  const reading = read(form.matching, pairs.data);
  const value = onlyValue(reading);
  const ids = items.map(({ id }) => id);
  const extra = Object.keys(pairs.data).find((item) => !ids.includes(item));
  if (extra === undefined && reading.state === 'read' && value) return { shown: reading.shown, value };
  return {
    problem: say('match each of {items} with one of {choices}', {
      items: ids.join(', '),
      choices: choices.map(({ id }) => id).join(', '),
    }),
  };
}
