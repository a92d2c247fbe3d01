import { expect, it } from 'vitest';
import { prepareQuiz, prepareSource } from '../../../src/quizzes/index.ts';

/** What this program would not publish any more: words about a note that there is none of, and no reason for a key. */
const SNAPSHOT = {
  title: 'An old quiz',
  exercises: [
    {
      title: 'One',
      questions: [
        { id: 'one', text: 'Is it?', answer: 'truth', key: true, feedback: { 'no-bias': 'Count them.' } },
      ],
    },
  ],
};

it('16: what was published under earlier checks stays what running attempts have', () => {
  expect(prepareSource('quiz', SNAPSHOT).problems).toHaveLength(2);
  expect(prepareQuiz('quiz', SNAPSHOT).exercises[0]?.questions.map(({ id }) => id)).toEqual(['one']);
});
