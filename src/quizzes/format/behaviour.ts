import { z } from 'zod';
import { packed, say } from '../../language/index.ts';

// How a quiz is marked while it is written. The rules are those of Moodle's question behaviours, so that a course keeps its marks.

const Tries = z.number().int().min(1).max(20).default(3).describe('How often a question can be checked.');
const Penalty = z
  .number()
  .min(0)
  .max(1)
  .default(1 / 3)
  .describe('The share of the marks that each try costs that is not right.');

const Interactive = z
  .strictObject({ tries: Tries, penalty: Penalty })
  .describe('So many tries, with a hint after each. The last answer counts, less the penalties.');
const Adaptive = z
  .strictObject({ penalty: Penalty })
  .describe('Any number of tries. The best counts, each less the penalties before it.');

export const BehaviourSource = z.union(
  [
    z.enum([
      'deferred',
      'immediate',
      'interactive',
      'adaptive',
      'adaptive-without-penalty',
      'certainty',
      'immediate-certainty',
    ]),
    z.strictObject({ interactive: Interactive }),
    z.strictObject({ adaptive: Adaptive }),
  ],
  packed(
    say(
      'must be deferred, immediate, interactive, adaptive, adaptive-without-penalty, certainty or immediate-certainty; with numbers as in {interactive} or {adaptive}',
      {
        interactive: '{ interactive: { tries: 3, penalty: 0.25 } }',
        adaptive: '{ adaptive: { penalty: 0.1 } }',
      },
    ),
  ),
);

export type BehaviourSource = z.infer<typeof BehaviourSource>;

/** How a question is marked. `penalty`: share of the maximum, 0..1, that each try which is not right costs. */
export type Behaviour =
  | { readonly kind: 'deferred' | 'immediate'; readonly certainty: boolean }
  | { readonly kind: 'interactive'; readonly tries: number; readonly penalty: number }
  | { readonly kind: 'adaptive'; readonly penalty: number };

/** How sure somebody says that they are. */
export type Certainty = 1 | 2 | 3;

/**
 * What an answer brings by certainty, in multiples of the question's `marks`: as in Moodle (since 2.6) and as
 * Gardner-Medwin proposed it, so that it pays to say what one believes: under 67 % sure the first is best, over 80 %
 * the last.
 */
export const CERTAINTIES = [
  { level: 1, right: 1, wrong: 0 },
  { level: 2, right: 2, wrong: -2 },
  { level: 3, right: 3, wrong: -6 },
] as const;

/** What the whole quiz is marked by, as its file says. */
export function behaviourOf(source: BehaviourSource = 'deferred'): Behaviour {
  if (typeof source === 'object') {
    return 'interactive' in source
      ? { kind: 'interactive', ...source.interactive }
      : { kind: 'adaptive', ...source.adaptive };
  }
  switch (source) {
    case 'deferred':
    case 'immediate':
      return { kind: source, certainty: false };
    case 'certainty':
      return { kind: 'deferred', certainty: true };
    case 'immediate-certainty':
      return { kind: 'immediate', certainty: true };
    case 'interactive':
      return { kind: 'interactive', ...Interactive.parse({}) };
    case 'adaptive':
      return { kind: 'adaptive', ...Adaptive.parse({}) };
    case 'adaptive-without-penalty':
      return { kind: 'adaptive', penalty: 0 };
  }
}

/** The same for one question: one that a person marks is only handed in, and its own penalty counts where there is one. */
export function behaviourFor(
  quiz: Behaviour,
  question: { readonly byPerson: boolean; readonly penalty: number | undefined },
): Behaviour {
  if (question.byPerson) return { kind: 'deferred', certainty: false };
  return 'penalty' in quiz && quiz.penalty > 0
    ? { ...quiz, penalty: question.penalty ?? quiz.penalty }
    : quiz;
}

/** The most that a question of these marks can bring. */
export const maximumOf = (behaviour: Behaviour, marks: number): number =>
  'certainty' in behaviour && behaviour.certainty ? 3 * marks : marks;
