import { z } from 'zod';
import { Words } from '../language/index.ts';
import { Witness } from './witness.ts';

/**
 * A stable tag of the distinction that marking made, free of the numbers, with a sentence for the student; `either`: one
 * of several mistakes that lead to the same answer.
 */
export const Note = z.object({ tag: z.string(), says: Words, either: z.literal(true).optional() });

/**
 * Why a field could not be read; `caret` is the text with a line of ^ under the place, to be set in a monospaced font;
 * `instead` is what was perhaps meant in the place of something that was typed, `before` characters into it.
 */
export const Problem = z.object({
  field: z.string(),
  message: Words,
  caret: z.string().optional(),
  instead: z.object({ of: z.string(), before: z.number().int(), write: z.string() }).optional(),
});

/** What an answer of several parts is counted in, where each part is right or wrong by itself. */
export type Unit = 'cell' | 'pair';

/** How many parts of a wrong answer are right; `open` could not be decided. */
export interface Parts {
  readonly right: number;
  readonly open: number;
  readonly of: number;
}

/** What a claim says of a value. */
export type Verdict =
  | { readonly verdict: 'right'; readonly notes: readonly Note[]; readonly witness?: Witness }
  | {
      readonly verdict: 'wrong';
      readonly notes: readonly Note[];
      readonly witness: Witness;
      readonly parts?: Parts;
    }
  /** The value is not permitted: it breaks a rule that the question states (a weight that is not allowed): not wrong, and costs nothing. */
  | { readonly verdict: 'invalid'; readonly message: Words }
  | { readonly verdict: 'undecided'; readonly reason: Words };

/** What marking a response came to; stored with each marking. Fractions are 0..1. */
export const Outcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('blank') }),
  z.object({ state: z.literal('invalid'), problems: z.array(Problem) }),
  z.object({
    state: z.literal('marked'),
    fraction: z.number().min(0).max(1),
    notes: z.array(Note),
    witness: Witness.optional(),
  }),
  z.object({ state: z.literal('undecided'), reason: Words }),
  z.object({ state: z.literal('broken'), reason: Words }),
]);

/** What verdicts came to, with the parts that credit may be given by. */
export interface Judged {
  readonly outcome: Outcome;
  readonly parts?: Parts;
}

export type Note = z.infer<typeof Note>;
export type Problem = z.infer<typeof Problem>;
export type Outcome = z.infer<typeof Outcome>;
