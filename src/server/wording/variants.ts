import { type Message, say, type Words } from '../../language/index.ts';
import type { Quiz } from '../../quizzes/index.ts';

type Source = Pick<Quiz, 'source'>;
type ExerciseSource = Quiz['source']['exercises'][number];

/** Which of a deployed list an attempt got, for instructors; null where its quiz deploys none. */
export const deployedInWords = ({ deployed }: { readonly deployed?: number | undefined }): Message | null =>
  deployed === undefined ? null : say('deployed variant {seed}', { seed: String(deployed) });

/** What was drawn for each question of an attempt's quiz, by question id, for instructors: `w = 3`, the pool, the order. */
export function drawnInWords({ source }: Source): ReadonlyMap<string, readonly Words[]> {
  return new Map(
    source.exercises.flatMap((exercise) =>
      exercise.questions.map((question) => {
        const { id, order, 'from-pool': pool } = question;
        const said: (Words | undefined)[] = [
          ...parametersOf(exercise, question),
          pool && say('one of {pick} from a pool of {of}', pool),
          order && say('options in the order {order}', { order: order.join(', ') }),
        ];
        return [id, said.filter((each) => each !== undefined)] as const;
      }),
    ),
  );
}

/** What was drawn for a question, by its exercise and by itself, as its author calls it: `w = 3`, `f = A and B`. */
export const parametersOf = (
  exercise: Pick<ExerciseSource, 'drawn'>,
  question: Pick<ExerciseSource['questions'][number], 'drawn'>,
): readonly string[] => [exercise.drawn, question.drawn].filter((each) => each !== undefined);
