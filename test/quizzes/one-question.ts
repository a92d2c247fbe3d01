import { markResponse, prepareSource, type Question } from '../../src/quizzes/index.ts';
import { toAuthors } from '../language/english.ts';

const xorModel = {
  inputs: ['A', 'B'],
  layers: [
    {
      dense: {
        units: 2,
        bias: false,
        activation: 'relu',
        weights: [
          [-1, 1],
          [1, -1],
        ],
      },
    },
    { dense: { units: 1, bias: false, weights: [[1, 1]] } },
  ],
  loss: 'squared-error',
};

/** A quiz of these questions about one network; what its file lacks is thrown. */
export function quizOf(questions: readonly Record<string, unknown>[], model: unknown = xorModel) {
  const exercise = { title: 'One', model, sigma: 'relu', questions };
  const { quiz, problems } = prepareSource('quiz', { title: 'A quiz', exercises: [exercise] });
  if (!quiz)
    throw new Error(
      problems.map(({ path, message }) => `${path.join('.')}: ${toAuthors(message)}`).join('; '),
    );
  return quiz;
}

export const questionOf = (source: Record<string, unknown>, model?: unknown) => {
  const [question] = quizOf([{ id: 'one', text: 'What?', ...source }], model).exercises[0]?.questions ?? [];
  if (!question) throw new Error('There is no question.');
  return question;
};

/** The outcome of an answer as a file would write it; `earlier` is one to the question that this one uses. */
export function mark(question: Question, answer: unknown, earlier?: unknown) {
  const used = earlier === undefined ? undefined : question.uses?.question;
  return markResponse(question, posted(question, answer), used && posted(used, earlier));
}

function posted(question: Question, answer: unknown) {
  const written = question.answer.write(answer);
  if ('problem' in written) throw new Error(toAuthors(written.problem));
  return written.posted;
}
