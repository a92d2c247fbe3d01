import type { Quiz } from '../quiz.ts';

/** Whether some question gives a part of its marks: by its rule, that of its options, or for what follows from another. */
export const givesParts = ({ exercises }: Pick<Quiz, 'exercises'>): boolean =>
  exercises.some(({ questions }) =>
    questions.some(
      ({ source: { credit = 'all-or-nothing' }, answer, uses }) =>
        credit !== 'all-or-nothing' || answer.inPart || uses !== null,
    ),
  );
