import type { z } from 'zod';
import type { Message, Words } from '../language/index.ts';
import type { Model } from '../models/model.ts';
import type { Fits } from '../models/trained-curves.ts';
import type { Form } from '../values/form.ts';
import type { Notation } from '../values/notation.ts';
import type { Unit, Verdict } from '../values/outcome.ts';
import type { Value, ValueOf, ValueType } from '../values/value.ts';
import { sameValue } from './same.ts';

/** What a claim may look at besides its own fields. Nothing here changes while a question version lives. */
export interface Context {
  readonly model: Model | null;
  readonly fits: Fits | null;
  readonly notation: Notation;
  /** Seeds sample points: the question's version, so that equal answers always get equal marks. */
  readonly seed: string;
}

/** A named wrong answer: diagnoses responses, and is proven wrong by `markprop check`. */
export interface Misconception {
  readonly tag: string;
  readonly says: Words;
  readonly value: Value;
}

type Judges<C> = { readonly [T in ValueType]?: (value: ValueOf<T>, config: C, context: Context) => Verdict };

interface Definition<C> {
  /** The key of the claim in a question file. */
  readonly name: string;
  /** What a right verdict makes of a key: evaluation proves, a seeded experiment supports. */
  readonly level: 'proven' | 'supported';
  /** The claim's fields in the question file. */
  readonly schema: z.ZodType<C>;
  readonly judge: Judges<C>;
  /** Which of the values that it judges these fields ask for; without it, all of them. */
  readonly accepts?: (config: C) => readonly ValueType[];
  /** What the question lacks for this claim to be evaluated, each a sentence that says how to mend it. */
  readonly problems?: (config: C, context: Context) => readonly Message[];
  readonly form?: (config: C, context: Context) => Form;
  readonly misconceptions?: (config: C, context: Context) => readonly Misconception[];
  /** Tags that it notes besides those of its misconceptions. */
  readonly tags?: readonly string[];
  /** What a wrong answer is counted in, where its parts are right or wrong one by one. */
  readonly unit?: (config: C) => Unit | null;
  /** A right answer where the claim can work one out, so that a file may leave out the key. */
  readonly solve?: (config: C, context: Context) => Value | null;
  /**
   * The network of a later question with this answer in it, right or wrong, so that what follows from it can be marked;
   * null where it does not fit. Without it, answers to the claim cannot be carried into later questions.
   */
  readonly carry?: (value: Value, config: C, later: Model) => Model | null;
  /** The right answer stands in the exercise itself: what was run with it gives nothing away. */
  readonly drawn?: true;
  /** Whether two answers mean the same by this claim; null: open, undefined: as values of their type compare. */
  readonly same?: (a: Value, b: Value, config: C, context: Context) => boolean | null | undefined;
  /** For finite sets of answers: how many there are and how many are right. */
  readonly solutions?: (
    config: C,
    context: Context,
  ) => { readonly settings: number; readonly right: number } | null;
}

/** A claim with its fields and its context: ready to judge. */
export interface Stated {
  readonly name: string;
  readonly level: 'proven' | 'supported';
  readonly accepts: readonly ValueType[];
  readonly form: Form;
  readonly misconceptions: readonly Misconception[];
  /** Every tag that a wrong answer may be noted with. */
  readonly tags: readonly string[];
  readonly unit: Unit | null;
  readonly solutions: { readonly settings: number; readonly right: number } | null;
  judge(value: Value): Verdict;
  /** Whether two answers mean the same; null: that could not be decided. */
  same(a: Value, b: Value): boolean | null;
  /** The network of a later question with this answer in it; null where it does not fit. */
  carry(value: Value, later: Model): Model | null;
  /** Whether the right answer stands in the exercise itself. */
  readonly drawn: boolean;
  /** A right answer; null where the claim works none out. */
  solve(): Value | null;
}

export interface Claim {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Whether its answers can be carried into later questions. */
  readonly carries: boolean;
  /** Problems of the question file that make the claim impossible to evaluate; empty when it can be stated. */
  problems(config: unknown, context: Context): readonly Message[];
  state(config: unknown, context: Context): Stated;
}

/** Binds a claim's typed functions to its schema once, so that an index can hold claims of every type. */
export function defineClaim<C>(definition: Definition<C>): Claim {
  const { name, level, schema, judge } = definition;
  return {
    name,
    schema,
    carries: definition.carry !== undefined,
    problems: (config, context) => definition.problems?.(schema.parse(config), context) ?? [],
    state(raw, context) {
      const config = schema.parse(raw);
      const accepts = definition.accepts?.(config) ?? acceptedTypes(judge);
      // Computed when first asked for: counting solutions tries thousands of settings.
      let misconceptions: Stated['misconceptions'] | undefined;
      let solutions: Stated['solutions'] | undefined;
      return {
        name,
        level,
        accepts,
        form: definition.form?.(config, context) ?? {},
        get misconceptions() {
          misconceptions ??= definition.misconceptions?.(config, context) ?? [];
          return misconceptions;
        },
        get tags() {
          return [...new Set([...this.misconceptions.map(({ tag }) => tag), ...(definition.tags ?? [])])];
        },
        unit: definition.unit?.(config) ?? null,
        get solutions() {
          if (solutions === undefined) solutions = definition.solutions?.(config, context) ?? null;
          return solutions;
        },
        same(a, b) {
          const same = definition.same?.(a, b, config, context);
          return same === undefined ? sameValue(a, b, context) : same;
        },
        drawn: definition.drawn === true,
        carry: (value, later) => definition.carry?.(value, config, later) ?? null,
        solve: () => definition.solve?.(config, context) ?? null,
        judge: (value) =>
          (accepts.includes(value.type) ? apply(judge, value, config, context) : undefined) ??
          unjudgeable(name, value),
      };
    },
  };
}

const TYPES: readonly ValueType[] = [
  'number',
  'shape',
  'weights',
  'expression',
  'matrix',
  'table',
  'matching',
  'words',
  'text',
];

const acceptedTypes = <C>(judge: Judges<C>): readonly ValueType[] => TYPES.filter((type) => judge[type]);

/** The dispatch that TypeScript cannot correlate by itself: each case narrows the value to its judge. */
function apply<C>(judge: Judges<C>, value: Value, config: C, context: Context): Verdict | undefined {
  switch (value.type) {
    case 'number':
      return judge.number?.(value, config, context);
    case 'shape':
      return judge.shape?.(value, config, context);
    case 'weights':
      return judge.weights?.(value, config, context);
    case 'expression':
      return judge.expression?.(value, config, context);
    case 'matrix':
      return judge.matrix?.(value, config, context);
    case 'table':
      return judge.table?.(value, config, context);
    case 'matching':
      return judge.matching?.(value, config, context);
    case 'words':
      return judge.words?.(value, config, context);
    case 'text':
      return judge.text?.(value, config, context);
  }
}

function unjudgeable(claim: string, value: Value): never {
  throw new Error(`The claim "${claim}" does not judge a value of type "${value.type}".`);
}
