import { z } from 'zod';
import { packed, say } from '../language/index.ts';
import { choice } from './choice/index.ts';
import { choices } from './choices/index.ts';
import { expression } from './expression/index.ts';
import type { Answer, Fault, Kind, Setting } from './kind.ts';
import { matching } from './matching/index.ts';
import { matrix } from './matrix/index.ts';
import { number } from './number/index.ts';
import { shape } from './shape/index.ts';
import { table } from './table/index.ts';
import { text } from './text/index.ts';
import { truth } from './truth/index.ts';
import { weights } from './weights/index.ts';

/** Every way to enter an answer, one folder each. */
export const kinds: readonly Kind[] = [
  choice,
  choices,
  truth,
  number,
  shape,
  weights,
  expression,
  matrix,
  table,
  matching,
  text,
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** How a question is answered, as its file says: `weights`, or `{ choice: { a: …, b: … } }`. */
export const answerSource = z
  .union([z.string(), z.record(z.string(), z.unknown())], {
    error: packed(
      say('an answer is the name of a kind such as weights, or {example}', {
        example: '{choice: {a: …, b: …}}',
      }),
    ),
  })
  .superRefine((source, context) => {
    const [name, ...others] = typeof source === 'string' ? [source] : Object.keys(source);
    const kind = byName.get(name ?? '');
    if (!kind || others.length > 0) {
      const names = [...byName.keys()].join(', ');
      const message =
        others.length > 0
          ? say('gives {count} kinds: choose one of {names}', { count: others.length + 1, names })
          : say('"{name}" is not a kind of answer: choose one of {names}', { name: name ?? '', names });
      context.addIssue({ code: 'custom', message: packed(message) });
      return;
    }
    const parsed = kind.schema.safeParse(configOf(source));
    const path = typeof source === 'string' ? [] : [kind.name];
    for (const issue of parsed.error?.issues ?? []) {
      context.addIssue({ ...issue, path: [...path, ...issue.path] });
    }
  })
  .describe('How it is answered: one of the [answers](#answers), alone or with its fields.');

export type AnswerSource = z.infer<typeof answerSource>;

/** What makes the answer impossible to lay out for this claim, each with how to mend it. */
export function answerProblems(source: AnswerSource, setting: Setting): readonly Fault[] {
  const kind = kindOf(source);
  if (kind.yields && !setting.accepts.includes(kind.yields)) {
    const fitting = kinds.filter(({ yields }) => yields === null || setting.accepts.includes(yields));
    const names = fitting.map(({ name }) => name).join(', ');
    const message = say('the claim cannot judge an answer of kind "{kind}": choose one of {names}', {
      kind: kind.name,
      names,
    });
    return [{ path: [], message }];
  }
  const within = typeof source === 'string' ? [] : [kind.name];
  return kind
    .problems(configOf(source), setting)
    .map(({ path, message }) => ({ path: [...within, ...path], message }));
}

/** Lays out an answer that has no problems. */
export const answerOf = (source: AnswerSource, setting: Setting): Answer =>
  kindOf(source).answer(configOf(source), setting);

/** The options of an answer as a file writes it, in their order; none for what is no choice, or no answer at all. */
export function optionIds(source: unknown): readonly string[] {
  if (typeof source !== 'object' || source === null) return [];
  const [[name, config] = ['', null], ...others] = Object.entries(source);
  const options =
    typeof config === 'object' && config !== null ? byName.get(name)?.optionIds(config) : undefined;
  return others.length > 0 ? [] : (options ?? []);
}

/** The same answer with its options in this order; any that are not named follow. */
export function arranged(source: AnswerSource, order: readonly string[]): AnswerSource {
  if (typeof source === 'string' || order.length === 0) return source;
  return Object.fromEntries(
    Object.entries(source).map(([name, config]) => {
      const fields = new Map(Object.entries(Object(config)));
      const first = order.filter((id) => fields.has(id)).map((id) => [id, fields.get(id)] as const);
      return [name, Object.fromEntries([...first, ...[...fields].filter(([id]) => !order.includes(id))])];
    }),
  );
}

function kindOf(source: AnswerSource): Kind {
  const name = typeof source === 'string' ? source : Object.keys(source).join(', ');
  const kind = byName.get(name);
  if (!kind) throw new Error(`"${name}" is no kind of answer; they are ${[...byName.keys()].join(', ')}.`);
  return kind;
}

/** The bare name of a kind is its empty configuration. */
const configOf = (source: AnswerSource): unknown =>
  typeof source === 'string' ? {} : (Object.values(source)[0] ?? {});
