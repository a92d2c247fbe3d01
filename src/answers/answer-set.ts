import { z } from 'zod';
import { packed, say } from '../language/index.ts';
import { asWritten } from '../values/json.ts';
import type { Answer, Bound, Fault, Kind, Setting } from './kind.ts';
import { literalReader } from './literal.ts';

/** How a question is answered, as its file says it, its fields parsed: what it is about is still to come. */
interface BoundAnswer {
  /** The answer as the claim asks for it, or what makes it impossible to lay out, each with how to mend it. */
  layOut(setting: Setting): Answer | { readonly faults: readonly Fault[] };
  /** As the file has it: this is what versions are hashes of. */
  toJSON(): unknown;
}

/** The ways to answer that a question file may name. */
export interface AnswerSet {
  readonly kinds: readonly Kind[];
  /** Of a question file: `weights`, or `{ choice: { a: …, b: … } }`. */
  readonly source: z.ZodType<BoundAnswer>;
  /** The options of an answer as a file writes it, in their order; none for what is no choice, or no answer at all. */
  optionsIn(source: unknown): Readonly<Record<string, unknown>>;
}

export function answerSet(kinds: readonly Kind[]): AnswerSet {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const names = [...byName.keys()].join(', ');

  const source = z
    .union([z.string(), z.record(z.string(), z.unknown())], {
      error: packed(
        say('an answer is the name of a kind such as weights, or {example}', {
          example: '{choice: {a: …, b: …}}',
        }),
      ),
    })
    .transform((written, context): BoundAnswer => {
      const [name = '', ...others] = typeof written === 'string' ? [written] : Object.keys(written);
      const kind = byName.get(name);
      if (!kind || others.length > 0) {
        const message =
          others.length > 0
            ? say('gives {count} kinds: choose one of {names}', { count: others.length + 1, names })
            : say('"{name}" is not a kind of answer: choose one of {names}', { name, names });
        context.addIssue({ code: 'custom', message: packed(message) });
        return z.NEVER;
      }
      const within = typeof written === 'string' ? [] : [name];
      // The bare name of a kind is its empty configuration.
      const parsed = kind.bind(typeof written === 'string' ? {} : (written[name] ?? {}));
      if ('error' in parsed) {
        for (const issue of parsed.error.issues) {
          context.addIssue({ ...issue, path: [...within, ...issue.path] });
        }
        return z.NEVER;
      }
      return {
        layOut: (setting) => layOut(kind, parsed.bound, within, setting),
        toJSON: () => written,
      };
    });

  function layOut(kind: Kind, bound: Bound, within: readonly string[], setting: Setting) {
    const { accepts } = setting;
    if (kind.yields && !accepts.includes(kind.yields)) {
      const fitting = kinds.filter(({ yields }) => yields === null || accepts.includes(yields));
      const message = say('the claim cannot judge an answer of kind "{kind}": choose one of {names}', {
        kind: kind.name,
        names: fitting.map(({ name }) => name).join(', '),
      });
      return { faults: [{ path: [], message }] };
    }
    const answer = bound.layOut(setting, literalReader(kinds, setting));
    if (!('faults' in answer)) return answer;
    return { faults: answer.faults.map((fault) => ({ ...fault, path: [...within, ...fault.path] })) };
  }

  return {
    kinds,
    source: z
      .preprocess(asWritten, source)
      .describe('How it is answered: one of the [answers](#answers), alone or with its fields.'),
    optionsIn(source) {
      const [entry, ...others] = Object.entries(Record.safeParse(source).data ?? {});
      const [name = '', config] = entry ?? [];
      const fields = others.length > 0 ? undefined : Record.safeParse(config).data;
      return (fields && byName.get(name)?.optionsIn(fields)) ?? {};
    },
  };
}

const Record = z.record(z.string(), z.unknown());
