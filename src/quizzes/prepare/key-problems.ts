import { say, type Words } from '../../language/index.ts';
import type { SourceProblem } from '../format/source-problems.ts';
import { keyOf } from '../key.ts';
import type { Question } from '../quiz.ts';

/** Words about notes and options that there are none of, which no student would ever read. Draws differ in their notes. */
export function feedbackProblems({ source, claim, answer }: Question, drawn: boolean): SourceProblem[] {
  if (drawn || Object.keys(source.feedback).length === 0) return [];
  const known = [...answer.options.map(({ id }) => id), ...(claim?.tags ?? [])];
  return Object.keys(source.feedback)
    .filter((about) => !known.includes(about))
    .map((about) => ({
      path: ['feedback', about],
      message: say('"{about}" is not an option or note of this question: they are {known}', {
        about,
        known: known.join(', ') || say('none'),
      }),
    }));
}

/** A key must be one that a student could post; without a claim it needs somebody's reason. What is drawn may do without. */
export function keyProblems({ source, claim, answer, uses }: Question, drawn: boolean): SourceProblem[] {
  const problems: SourceProblem[] = [];
  if (!claim && !source.because) {
    problems.push({
      path: [],
      message: say('has no claim that decides it: give it one, or say in "because" why the key is right'),
    });
  }
  if (!claim && !answer.byPerson && answer.options.length === 0) {
    problems.push({
      path: ['answer'],
      message: say('an answer of kind "{kind}" needs a claim that decides it', { kind: answer.kind }),
    });
  }
  if (source.key === undefined) {
    const given = drawn || answer.options.length > 0 ? keyOf({ source, claim, answer }) : null;
    if (!answer.byPerson && given === null) problems.push({ path: [], message: say('needs a key') });
  } else {
    const written = answer.write(source.key);
    const reading = 'posted' in written ? answer.read(written.posted) : null;
    if ('problem' in written) problems.push({ path: ['key'], message: written.problem });
    if (reading?.state === 'invalid') {
      problems.push({
        path: ['key'],
        message: reading.problems
          .map((problem) => problem.message)
          .reduce<Words>(
            (first, second) => (first === '' ? second : say('{first} {second}', { first, second })),
            '',
          ),
      });
    }
  }
  source.examples.forEach((example, i) => {
    const written = answer.write(example.answer);
    if ('problem' in written && example.outcome !== 'invalid') {
      problems.push({ path: ['examples', i, 'answer'], message: written.problem });
    }
    // What is wrong with the use itself is told once.
    if (example.uses === undefined || (source.uses !== undefined && !uses)) return;
    const earlier = uses?.question.answer.write(example.uses) ?? {
      problem: say(
        'gives an earlier answer, but the question uses none: write uses: with the id of an earlier question',
      ),
    };
    if ('problem' in earlier) problems.push({ path: ['examples', i, 'uses'], message: earlier.problem });
  });
  return problems;
}
