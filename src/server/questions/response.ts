import type { Posted, Understood } from '../../answers/kind.ts';
import { scansOf } from '../../answers/text/scan.ts';
import type { Words } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import { readingOf } from './reading.ts';

/** Prose, which a person marks (Markdown with paragraphs); null for other answers, and what cannot be read. */
export const proseOf = ({ answer }: Question, reading: Understood): Words | null =>
  answer.prose && reading.state === 'read' ? reading.shown : null;

/** Prose of more characters is folded behind its beginning. */
const LONG = 120;

/** What the partial `response` reads. */
export type ResponsePart = ReturnType<typeof responseOf>;

/** A response as it was posted and as it was understood (Markdown), or why it could not be read. */
export function responseOf(question: Question, posted: Posted) {
  const reading = readingOf(question, posted);
  const prose = proseOf(question, reading);
  const scans = scansOf(posted);
  const named = new Set(scans.map(({ field }) => field));
  const fields = Object.entries(posted)
    .map(([name, value]) => ({ name, value: [value].flat().join(', ') }))
    .filter(({ name, value }) => value !== '' && !named.has(name));
  const [first] = fields;
  const shown = reading.state === 'read' ? reading.shown : null;
  const text = prose !== null && typeof shown === 'string' ? shown : '';
  return {
    state: reading.state,
    understood: shown,
    prose,
    folded: text.length > LONG ? `${text.slice(0, LONG)}…` : null,
    scans,
    problems: reading.state === 'invalid' ? reading.problems : [],
    // One line says itself what was typed; of options the id says nothing.
    typed:
      fields.length === 1 && prose === null && question.answer.options.length === 0 ? first?.value : null,
    fields: fields.length > 1 || prose !== null ? fields : [],
  };
}
