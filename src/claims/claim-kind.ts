import type { z } from 'zod';
import type { Message } from '../language/index.ts';
import type { Model } from '../models/model.ts';
import type { Form } from '../values/form.ts';
import type { Unit, Verdict } from '../values/outcome.ts';
import type { Value, ValueOf, ValueType } from '../values/value.ts';
import { isValueType } from '../values/value-types.ts';
import type { BoundClaim, Claim, Context, Level, Misconception, Solutions } from './claim.ts';
import { lazy } from './memoize.ts';
import { sameAnswer } from './same-answer.ts';

type Judges<Fields> = {
  readonly [T in ValueType]?: (value: ValueOf<T>, fields: Fields, context: Context) => Verdict;
};

interface Definition<Fields> {
  /** The key of the claim in a question file. */
  readonly name: string;
  /** What a right verdict makes of a key. */
  readonly level: Level;
  /** The claim's fields in the question file. */
  readonly schema: z.ZodType<Fields>;
  readonly judge: Judges<Fields>;
  /**
   * Why a value may not be entered at all, because it breaks a rule that the question states (which weights, how many
   * sizes); null: it may. Told while it is typed, so it must say nothing of right or wrong, not even by how long it takes.
   */
  readonly permits?: (value: Value, fields: Fields, context: Context) => Message | null;
  /** Which of the values that it judges these fields ask for; without it, all of them. */
  readonly accepts?: (fields: Fields) => readonly ValueType[];
  /** What the question lacks for this claim to be evaluated, each a sentence that says how to mend it. */
  readonly problems?: (fields: Fields, context: Context) => readonly Message[];
  readonly form?: (fields: Fields, context: Context) => Form;
  readonly misconceptions?: (fields: Fields, context: Context) => readonly Misconception[];
  /** Tags that it notes besides those of its misconceptions. */
  readonly tags?: readonly string[];
  /** What a wrong answer is counted in, where its parts are right or wrong one by one. */
  readonly unit?: (fields: Fields) => Unit | null;
  /** A right answer where the claim can work one out, so that a file may leave out the key. */
  readonly solve?: (fields: Fields, context: Context) => Value | null;
  /**
   * The network of a later question with this answer in it, right or wrong, so that what follows from it can be marked;
   * null where it does not fit. Without it, answers to the claim cannot be carried into later questions.
   */
  readonly carry?: (value: Value, fields: Fields, later: Model) => Model | null;
  readonly shownInExercise?: true;
  /** Whether two answers mean the same by this claim; null: open, undefined: as values of their type compare. */
  readonly same?: (a: Value, b: Value, fields: Fields, context: Context) => boolean | null | undefined;
  readonly solutions?: (fields: Fields, context: Context) => Solutions | null;
}

/** One way to say what is right, such as `computes`: the folder of that name. */
export interface ClaimKind {
  /** The key of the claim in a question file. */
  readonly name: string;
  readonly schema: z.ZodType;
  /** Whether its answers can be carried into later questions. */
  readonly carries: boolean;
  /** Reads what a file gives under its name. */
  bind(source: unknown): { readonly claim: BoundClaim } | { readonly issues: readonly z.core.$ZodIssue[] };
}

/** Ties a claim's typed functions to its schema, so that one list can hold claims with fields of every type. */
export function defineClaim<Fields>(definition: Definition<Fields>): ClaimKind {
  const { name, schema } = definition;
  return {
    name,
    schema,
    carries: definition.carry !== undefined,
    bind(source) {
      const parsed = schema.safeParse(source);
      if (!parsed.success) return { issues: parsed.error.issues };
      const fields = parsed.data;
      const claim: BoundClaim = {
        name,
        inContext(context) {
          const problems = definition.problems?.(fields, context) ?? [];
          if (problems.length > 0) return { claim: null, problems };
          return { claim: claimOf(definition, fields, context), problems: [] };
        },
        toJSON: () => ({ [name]: source }),
      };
      return { claim };
    },
  };
}

function claimOf<Fields>(definition: Definition<Fields>, fields: Fields, context: Context): Claim {
  const { name, level, judge } = definition;
  const accepts = definition.accepts?.(fields) ?? Object.keys(judge).filter(isValueType);
  // Counting solutions tries thousands of settings.
  const misconceptions = lazy(() => definition.misconceptions?.(fields, context) ?? []);
  const solutions = lazy(() => definition.solutions?.(fields, context) ?? null);
  const permits = (value: Value): Message | null =>
    accepts.includes(value.type)
      ? (definition.permits?.(value, fields, context) ?? null)
      : unjudgeable(name, value);
  return {
    name,
    level,
    accepts,
    form: definition.form?.(fields, context) ?? {},
    get misconceptions() {
      return misconceptions();
    },
    get tags() {
      return [...new Set([...misconceptions().map(({ tag }) => tag), ...(definition.tags ?? [])])];
    },
    unit: definition.unit?.(fields) ?? null,
    get solutions() {
      return solutions();
    },
    carries: definition.carry !== undefined,
    shownInExercise: definition.shownInExercise === true,
    permits,
    judge(value) {
      const message = permits(value);
      if (message) return { verdict: 'invalid', message };
      return judgedAs(value.type, judge, value, fields, context) ?? unjudgeable(name, value);
    },
    same(a, b) {
      const same = definition.same?.(a, b, fields, context);
      return same === undefined ? sameAnswer(a, b, context) : same;
    },
    carry: (value, later) => definition.carry?.(value, fields, later) ?? null,
    solve: () => definition.solve?.(fields, context) ?? null,
  };
}

const judgedAs = <T extends ValueType, Fields>(
  type: T,
  judges: Judges<Fields>,
  value: ValueOf<T>,
  fields: Fields,
  context: Context,
): Verdict | undefined => judges[type]?.(value, fields, context);

function unjudgeable(claim: string, value: Value): never {
  throw new Error(`The claim "${claim}" does not judge a value of type "${value.type}".`);
}
