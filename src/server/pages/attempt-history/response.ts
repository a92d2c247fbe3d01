import type { Posted } from '../../../answers/kind.ts';
import { renderContent, renderInline } from '../../../quizzes/content.ts';
import { readResponse } from '../../../quizzes/mark.ts';
import type { Question } from '../../../quizzes/quiz.ts';

/** A text of more characters is folded away in lists. */
const LONG = 160;

/** A response as it was posted and as it was understood (HTML), or why it could not be read. */
export function responseOf(question: Question, posted: Posted) {
  const reading = readResponse(question, posted);
  const prose = question.answer.kind === 'text';
  const fields = Object.entries(posted)
    .map(([name, value]) => ({ name, value: [value].flat().join(', ') }))
    .filter(({ value }) => value !== '');
  const [first] = fields;
  const shown = reading.state === 'read' ? reading.shown : null;
  return {
    state: reading.state,
    understood: shown === null ? null : prose ? renderContent(shown) : renderInline(shown),
    folded: shown !== null && prose && shown.length > LONG ? `${shown.length} characters` : null,
    problems: reading.state === 'invalid' ? reading.problems : [],
    // One line says itself what was typed; of options the id says nothing.
    typed: fields.length === 1 && !prose && question.answer.options.length === 0 ? first?.value : null,
    fields: fields.length > 1 || prose ? fields : [],
  };
}
