import fc from 'fast-check';
import { reviewRules } from '../../../src/quizzes/format/review-rules.ts';
import {
  insertAttempt,
  insertMarkings,
  insertSteps,
  type Marking,
  type QuizRow,
  updateAbandoned,
  updateMarked,
  updateSubmitted,
  type Writing,
} from '../../../src/storage/index.ts';

export const quizRow = (id: string): QuizRow => ({
  courseId: 'nn',
  id,
  title: id,
  version: 'v',
  position: 0,
  attempts: null,
  opens: null,
  due: null,
  closes: null,
  solutions: null,
  review: reviewRules(undefined),
  timeLimit: null,
  timeOut: 'submit',
  grace: 0,
  delayFirst: 0,
  delayLater: 0,
  gradeMethod: 'highest',
  buildOnLast: 0,
  archivedAt: null,
});

export interface Drawn {
  readonly person: number;
  readonly state: 'open' | 'submitted' | 'marked' | 'abandoned';
  /** In the order of marking; a question may be marked again, by a person too. */
  readonly markings: readonly {
    readonly question: string;
    readonly quarters: number | null;
    readonly maximum: number;
  }[];
}

export const drawnAttempt = (people: number): fc.Arbitrary<Drawn> =>
  fc.record({
    person: fc.integer({ min: 0, max: people - 1 }),
    state: fc.constantFrom('marked' as const, 'marked', 'marked', 'open', 'submitted', 'abandoned'),
    markings: fc.array(
      fc.record({
        question: fc.constantFrom('a', 'b', 'c'),
        // Quarters are exact, so that sums do not depend on their order; by certainty a mark can be below 0.
        quarters: fc.option(fc.integer({ min: -8, max: 12 }), { freq: 4 }),
        maximum: fc.constantFrom(0.5, 1, 3),
      }),
      { maxLength: 7 },
    ),
  });

const markingOf = ({
  question,
  quarters,
  maximum,
}: Drawn['markings'][number]): Omit<Marking, 'attemptId' | 'sequence'> => {
  const mark = quarters === null ? null : Math.min(quarters / 4, maximum);
  return {
    courseId: 'nn',
    questionId: question,
    step: 1,
    carriedStep: null,
    questionVersion: 'q',
    engineVersion: '0',
    reason: 'regrade',
    at: 5,
    by: null,
    outcome:
      mark === null
        ? { state: 'undecided', reason: 'A person looks.' }
        : { state: 'marked', fraction: 1, notes: [] },
    fraction: mark === null ? null : Math.max(0, mark / maximum),
    mark,
    maximum,
    comment: null,
  };
};

/** Returns the id of the attempt. */
export async function insertDrawn(
  db: Writing,
  of: { readonly quizId: string; readonly personId: string; readonly number: number; readonly at: number },
  { state, markings }: Pick<Drawn, 'state' | 'markings'>,
): Promise<string> {
  const { at, ...whose } = of;
  const { id } = await insertAttempt(db, {
    courseId: 'nn',
    quizVersion: 'v',
    drawnFrom: null,
    ...whose,
    seed: 's',
    startedAt: at,
  });
  await insertSteps(db, id, [
    {
      courseId: 'nn',
      questionId: 'a',
      kind: 'submitted',
      at,
      by: null,
      posted: {},
      idempotencyKey: null,
      try: null,
      certainty: null,
    },
  ]);
  await insertMarkings(db, id, markings.map(markingOf));
  if (state === 'abandoned') await updateAbandoned(db, id, at + 1);
  if (state === 'submitted' || state === 'marked')
    await updateSubmitted(db, id, { at: at + 1, receipt: 'r' });
  if (state === 'marked') await updateMarked(db, id, at + 2);
  return id;
}
