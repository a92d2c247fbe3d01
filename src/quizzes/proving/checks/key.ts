import { say } from '../../../language/index.ts';
import { keyOf } from '../../key.ts';
import { markResponse } from '../../marking/mark-response.ts';
import type { Question } from '../../quiz.ts';
import type { Finding } from '../proof.ts';
import { isRight, withReason } from './reason.ts';

/** The key must be right by the marking that students get. */
export function keyFindings(question: Question): Finding[] {
  const { source, answer, claim } = question;
  if (!claim) return [];
  const written = source.key === undefined ? null : answer.write(source.key);
  if (written && 'problem' in written) return [{ path: ['key'], says: written.problem }];
  const posted = keyOf(question);
  if (posted === null) return [];
  const outcome = markResponse(question, posted, undefined);
  if (isRight(outcome)) return [];
  return [
    {
      path: ['key'],
      reveals: say('key: {key}', { key: JSON.stringify(source.key ?? posted) }),
      ...withReason(say('the key is not right'), outcome),
    },
  ];
}
