import { z } from 'zod';
import type { Quiz } from '../quiz.ts';

const PartedOptions = z.object({ choices: z.object({ credit: z.string().optional() }) });

/** Whether some question gives a part of its marks: by its rule, that of its options, or for what follows from another. */
export const givesParts = ({ exercises }: Pick<Quiz, 'exercises'>): boolean =>
  exercises.some(({ questions }) =>
    questions.some(({ source: { credit = 'all-or-nothing', uses, answer } }) => {
      const ofOptions = PartedOptions.safeParse(answer).data?.choices.credit ?? 'all-or-nothing';
      return credit !== 'all-or-nothing' || ofOptions !== 'all-or-nothing' || uses !== undefined;
    }),
  );
