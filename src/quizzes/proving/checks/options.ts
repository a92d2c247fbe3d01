import { sameAnswer } from '../../../claims/same-answer.ts';
import { say } from '../../../language/index.ts';
import type { Path } from '../../format/yaml.ts';
import type { Question } from '../../quiz.ts';
import type { Finding } from '../proof.ts';

/**
 * All options are distinct, and exactly one is right, or of several at least one. What is wrong with a stated key, the key
 * is told for; that several are right is not told of those that are the same.
 */
export function optionFindings(question: Question): Finding[] {
  const { source, answer, claim } = question;
  const same = sameOptions(question);
  if (!claim || answer.options.length === 0) return same;
  const keys = source.key === undefined ? null : [source.key].flat().map(String);
  const findings: Finding[] = [];
  const right: string[] = [];
  for (const { id, value } of answer.options) {
    const verdict = claim.judge(value);
    const path = ['answer'];
    if (verdict.verdict === 'undecided' || verdict.verdict === 'invalid') {
      const reason = verdict.verdict === 'invalid' ? verdict.message : verdict.reason;
      findings.push({
        path,
        says: say('an option cannot be judged: {reason}', { reason }),
        reveals: say('option {id}', { id }),
      });
      continue;
    }
    if (verdict.verdict === 'right') right.push(id);
  }
  const one = !answer.several;
  const keyHolds = keys === null || keys.some((id) => right.includes(id));
  const counted = { right: right.length, all: answer.options.length };
  if (keyHolds && (right.length === 0 || (one && right.length > 1 && same.length === 0))) {
    findings.push({
      path: ['answer'],
      says: one
        ? say('{right} of {all} options are right; exactly one must be', counted)
        : say('{right} of {all} options are right; at least one must be', counted),
      reveals: say('right: {options}', { options: right.join(', ') || say('none') }),
    });
  }
  return [...findings, ...same];
}

/** Pairs of options that are the same answer, however they are written; of right ones too, so that it gives no key away. */
function sameOptions({ answer: { kind, options }, claim, context }: Question): Finding[] {
  const pathOf = (id: string): Path => ['answer', kind, id];
  const verdicts = options.map(({ value }) => claim?.judge(value).verdict);
  return options.flatMap((option, i) =>
    options.slice(0, i).flatMap((before, j): Finding[] => {
      if (verdicts[i] !== verdicts[j]) return [];
      const same = claim
        ? claim.same(before.value, option.value)
        : sameAnswer(before.value, option.value, context);
      if (same === false) return [];
      const says = same
        ? say('two options are the same answer, written in two ways: change one of them')
        : say(
            'it could not be decided whether two options are the same answer: write one of them differently',
          );
      return [{ path: pathOf(option.id), also: pathOf(before.id), says }];
    }),
  );
}
