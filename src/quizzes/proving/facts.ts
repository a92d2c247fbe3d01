import { say, type Words } from '../../language/index.ts';
import type { Question } from '../quiz.ts';
import { because } from './checks/reason.ts';
import { type Distractor, distractorsOf } from './distractors.ts';

/** What is worth knowing of a question whose key is proven. */
export function factsOf(question: Question): Words[] {
  const { claim, answer } = question;
  if (!claim) return [];
  const { solutions } = claim;
  return [
    ...(solutions
      ? [
          say('{right} of {settings} settings are right', {
            right: String(solutions.right),
            settings: String(solutions.settings),
          }),
        ]
      : []),
    ...(answer.options.length > 0
      ? [say('{n, plural, one {# option} other {# options}}', { n: answer.options.length })]
      : []),
    // Of choices with several right options, how many are wrong is a part of the key.
    ...(answer.several ? [] : distractorFacts(distractorsOf(question))),
    ...(claim.misconceptions.length > 0 && answer.options.length === 0
      ? [
          say('{n, plural, one {# named mistake} other {# named mistakes}}', {
            n: claim.misconceptions.length,
          }),
        ]
      : []),
  ];
}

/** How many wrong options are mistakes with a name, and which; not which option, so that a log gives no key away. */
function distractorFacts(distractors: readonly Distractor[]): Words[] {
  if (distractors.length === 0) return [];
  const named = distractors.filter(({ mistakes }) => mistakes.length > 0);
  const tags = [...new Set(named.flatMap(({ mistakes }) => mistakes))].sort();
  const fact = say('{named} of {all} wrong ones are named', { named: named.length, all: distractors.length });
  return [tags.length > 0 ? because(fact, tags.join(', ')) : fact];
}
