import { onlyValue } from '../../answers/one-value.ts';
import { claims } from '../../claims/index.ts';
import { nearest } from '../../expressions/index.ts';
import { type Message, say } from '../../language/index.ts';
import { usedId } from '../format/carried-forward.ts';
import type { ExerciseSource } from '../format/schema.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import { keyOf } from '../key.ts';
import type { Question } from '../quiz.ts';

/** What is used must stand before, in the same exercise. */
export function misplacedUses({ questions }: ExerciseSource, exercise: number): SourceProblem[] {
  return questions.flatMap(({ id, uses }, i) => {
    const used = usedId(uses);
    const ids = questions.slice(0, i).map((question) => question.id);
    if (used === undefined || ids.includes(used)) return [];
    const why =
      used === id
        ? say('a question cannot use itself')
        : questions.some((question) => question.id === used)
          ? say('"{used}" comes after this question', { used })
          : say('there is no question "{used}" in this exercise', { used });
    const meant = nearest(used, ids);
    const mend =
      meant === undefined
        ? say('give the id of a question before this one')
        : say('did you mean "{meant}"?', { meant });
    const message = say('{what}: {reason}', { what: why, reason: mend });
    return [{ path: ['exercises', exercise, 'questions', i, 'uses'], message }];
  });
}

/** Why an earlier answer cannot be carried into a question, each with how to mend it. */
export function usesProblems(
  earlier: Question,
  later: Pick<Question, 'claim' | 'answer' | 'context'>,
): Message[] {
  const { id, claim } = earlier;
  if (!claim?.carries) {
    const kinds = claims.kinds
      .filter(({ carries }) => carries)
      .map(({ name }) => name)
      .join(', ');
    return [
      say('an answer to "{id}" cannot be carried forward: use a question whose claim is one of {kinds}', {
        id,
        kinds,
      }),
    ];
  }
  if (!later.claim || !later.context.model)
    return [say('needs a claim about a model, which is run with the earlier answer')];
  if (later.answer.options.length === 0 && later.claim.solve() === null) {
    return [
      say(
        'the claim "{claim}" has no answer of its own to compare with here: nothing can be carried forward into it',
        { claim: later.claim.name },
      ),
    ];
  }
  const key = keyOf(earlier);
  const value = key && onlyValue(earlier.answer.read(key));
  if (value && claim.carry(value, later.context.model) === null) {
    return [
      say('the key of "{id}" does not fit the model of this question: give both the same model', { id }),
    ];
  }
  return [];
}
