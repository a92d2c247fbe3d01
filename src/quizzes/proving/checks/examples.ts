import type { Posted } from '../../../answers/kind.ts';
import { numeral, say } from '../../../language/index.ts';
import type { Outcome } from '../../../values/outcome.ts';
import { markResponse } from '../../marking/mark-response.ts';
import type { Question } from '../../quiz.ts';
import type { Finding } from '../proof.ts';
import { isRight, withReason } from './reason.ts';

/** Each example of the file must be marked as the file says. */
export function exampleFindings(question: Question): Finding[] {
  return question.source.examples.flatMap((example, i): Finding[] => {
    const path = ['examples', i];
    const written = question.answer.write(example.answer);
    const outcome: Outcome =
      'problem' in written
        ? { state: 'invalid', problems: [{ field: 'answer', message: written.problem }] }
        : markResponse(question, written.posted, usedIn(example, question));
    const came = isRight(outcome) ? 'right' : outcome.state === 'marked' ? 'wrong' : outcome.state;
    if (came !== example.outcome) {
      const what = say('the example should be {expected}, but is {came}', {
        expected: example.outcome,
        came,
      });
      return [{ path, ...withReason(what, outcome) }];
    }
    const worth = outcome.state === 'marked' ? outcome.fraction : 0;
    if (Math.abs(worth - (example.fraction ?? worth)) > 1e-9) {
      const fractions = { expected: numeral(String(example.fraction)), worth: numeral(String(worth)) };
      return [{ path, says: say('the example should be worth {expected}, but is worth {worth}', fractions) }];
    }
    const tags = outcome.state === 'marked' ? outcome.notes.map(({ tag }) => tag) : [];
    if (example.note === undefined || tags.includes(example.note)) return [];
    const noted = { note: example.note, tags: tags.length > 0 ? tags.join(', ') : say('nothing') };
    return [{ path, says: say('the example should get the note "{note}", but gets {tags}', noted) }];
  });
}

/** The earlier response that an example goes with. */
function usedIn({ uses }: Question['source']['examples'][number], question: Question): Posted | undefined {
  const written = uses === undefined ? undefined : question.uses?.question.answer.write(uses);
  return written && 'posted' in written ? written.posted : undefined;
}
