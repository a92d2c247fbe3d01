import { type Message, say, type Words } from '../language/index.ts';
import type { Quiz } from '../quizzes/index.ts';

/** Which of a deployed list an attempt got, for instructors; null where its quiz deploys none. */
export const deployedInWords = ({ deployed }: { readonly deployed?: number | undefined }): Message | null =>
  deployed === undefined ? null : say('deployed variant {seed}', { seed: String(deployed) });

/** What was drawn for each question of an attempt's quiz, by question id, for instructors: `w = 3`, the pool, the order. */
export function drawnInWords({ source }: Pick<Quiz, 'source'>): ReadonlyMap<string, readonly Words[]> {
  return new Map(
    source.exercises.flatMap((exercise) =>
      exercise.questions.map(({ id, drawn, order, 'from-pool': pool }) => {
        const said: (Words | undefined)[] = [
          exercise.drawn,
          drawn,
          pool && say('one of {pick} from a pool of {of}', pool),
          order && say('options in the order {order}', { order: order.join(', ') }),
        ];
        return [id, said.filter((each) => each !== undefined)] as const;
      }),
    ),
  );
}
