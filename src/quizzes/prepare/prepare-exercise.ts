import type { Caches } from '../environment.ts';
import type { ExerciseSource, QuizSource } from '../format/schema.ts';
import type { Exercise, Question } from '../quiz.ts';
import { exerciseContext } from './context.ts';
import { figureOf, remembered } from './figure.ts';
import { prepareQuestion } from './prepare-question.ts';
import type { Problems } from './problems.ts';

export function prepareExercise(
  quiz: QuizSource,
  source: ExerciseSource,
  index: number,
  { problems, caches }: { readonly problems: Problems; readonly caches: Caches },
): Exercise {
  const path = ['exercises', index];
  const context = problems.orProblem(path, () => exerciseContext(source, quiz.decimals, caches));
  const questions: Question[] = [];
  // What is wrong with the exercise would be told again by each question that uses it.
  for (const [i, question] of (context ? source.questions : []).entries()) {
    const place = { label: `${index + 1}${letter(i)}`, path: [...path, 'questions', i], earlier: questions };
    const prepared =
      context &&
      problems.orProblem(place.path, () =>
        prepareQuestion(
          { quiz, exercise: source, source: question, shared: context, caches },
          place,
          problems,
        ),
      );
    if (prepared) questions.push(prepared);
  }
  const figure = context && problems.orProblem([...path, 'figure'], () => figureOf(source.figure, context));
  return {
    number: index + 1,
    title: source.title,
    text: source.text,
    figure: remembered(figure ?? null),
    questions,
  };
}

/** a to z, then aa, ab, …: pools may hold more than an attempt gets of them. */
const letter = (index: number): string =>
  index < 26
    ? String.fromCharCode('a'.charCodeAt(0) + index)
    : letter(Math.floor(index / 26) - 1) + letter(index % 26);
