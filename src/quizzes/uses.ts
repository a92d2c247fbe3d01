import { carryingClaims } from '../claims/index.ts';
import { nearest } from '../expressions/index.ts';
import { onlyValue } from './carrying.ts';
import type { SourceProblem } from './issues.ts';
import { keyOf } from './key.ts';
import type { Question } from './quiz.ts';
import type { ExerciseSource } from './schema.ts';
import { usedId } from './uses-source.ts';

/** What is used must stand before, in the same exercise. */
export function misplacedUses({ questions }: ExerciseSource, exercise: number): SourceProblem[] {
  return questions.flatMap(({ id, uses }, i) => {
    const used = usedId(uses);
    const ids = questions.slice(0, i).map((question) => question.id);
    if (used === undefined || ids.includes(used)) return [];
    const why =
      used === id
        ? 'a question cannot use itself'
        : questions.some((question) => question.id === used)
          ? `"${used}" comes after this question`
          : `there is no question "${used}" in this exercise`;
    const meant = nearest(used, ids);
    const mend =
      meant === undefined ? 'give the id of a question before this one' : `did you mean "${meant}"?`;
    return [{ path: ['exercises', exercise, 'questions', i, 'uses'], message: `${why}: ${mend}` }];
  });
}

/** Why an earlier answer cannot be carried into a question, each with how to mend it. */
export function usesProblems(
  earlier: Question,
  later: Pick<Question, 'claim' | 'answer' | 'context'>,
): string[] {
  const { id, claim } = earlier;
  if (!claim || !carryingClaims.includes(claim.name)) {
    const kinds = carryingClaims.join(', ');
    return [`an answer to "${id}" cannot be carried: use a question whose claim is one of ${kinds}`];
  }
  if (!later.claim || !later.context.model)
    return ['needs a claim about a model, which is run with the earlier answer'];
  if (later.answer.options.length === 0 && later.claim.solve() === null) {
    return [
      `the claim "${later.claim.name}" has no answer of its own to compare with here: nothing can be carried into it`,
    ];
  }
  const key = keyOf(earlier);
  const value = key && onlyValue(earlier.answer, key);
  if (value && claim.carry(value, later.context.model) === null) {
    return [`the key of "${id}" does not fit the model of this question: let both have one model`];
  }
  return [];
}
