import type { Posted } from '../../../answers/kind.ts';
import { say } from '../../../language/index.ts';
import type { Note } from '../../../values/outcome.ts';
import { markResponse } from '../../marking/mark-response.ts';
import type { Question } from '../../quiz.ts';
import type { Finding } from '../proof.ts';
import { isRight } from './reason.ts';

/** Every named mistake must be wrong, and be noted as what it is when a student makes it. */
export function mistakeFindings(question: Question): Finding[] {
  return (question.claim?.misconceptions ?? []).flatMap(({ tag, value }): Finding[] => {
    const posted: Posted | null = question.answer.writeValue(value);
    if (!posted) return [];
    const outcome = markResponse(question, posted, undefined);
    if (isRight(outcome))
      return [{ path: ['claim'], says: say('the mistake "{tag}" leads to a right answer here', { tag }) }];
    const notes: readonly Note[] = outcome.state === 'marked' ? outcome.notes : [];
    if (outcome.state === 'invalid' || notes.some((note) => note.tag === tag)) return [];
    const says = say('the mistake "{tag}" is not recognised when a student makes it', { tag });
    return [{ path: ['claim'], says }];
  });
}

/** Some answer must be right. */
export function solutionFindings({ claim }: Question): Finding[] {
  if (claim?.solutions?.right !== 0) return [];
  const settings = String(claim.solutions.settings);
  const says = say('none of the {settings} settings is right: the question has no answer', { settings });
  return [{ path: ['claim'], says }];
}
