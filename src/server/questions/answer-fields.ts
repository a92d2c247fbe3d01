import type { Posted, Understood } from '../../answers/kind.ts';
import { type Language, type Message, say } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Problem } from '../../values/outcome.ts';
import type { Views } from '../views/load-views.ts';
import { optionToken } from './option-tokens.ts';
import { readingOf } from './reading.ts';
import { proseOf } from './response.ts';

/** What a student may know of an answer while writing: whether it is there and can be read; nothing of right or wrong. */
type FieldState = 'blank' | 'answered' | 'invalid';

const STATE_WORDS: Readonly<Record<FieldState, Message>> = {
  blank: say('blank'),
  answered: say('answered'),
  invalid: say('not valid'),
};

/** A text of more characters scrolls by itself. */
const TALL = 1_500;

/** Whether an answer is there and can be read. */
export const stateOf = (question: Question, posted: Posted) => stateOfReading(readingOf(question, posted));

function stateOfReading(reading: Understood) {
  const state: FieldState = reading.state === 'read' ? 'answered' : reading.state;
  return { state, stateWord: STATE_WORDS[state] };
}

/**
 * The same, with how the answer is set as far as it was understood (Markdown), and by field what could
 * not be read.
 */
export function understand(question: Question, posted: Posted) {
  const reading = readingOf(question, posted);
  const shown = reading.state === 'blank' ? null : (reading.shown ?? null);
  const problems = reading.state === 'invalid' ? reading.problems : [];
  const prose = proseOf(question, reading);
  return {
    ...stateOfReading(reading),
    shown,
    prose,
    tall: typeof prose === 'string' && prose.length > TALL,
    /** Under the fields; options say it themselves. */
    understood: question.answer.options.length === 0 ? shown : null,
    problems: Object.fromEntries(problems.map((problem) => [problem.field, problemPart(problem)])),
  };
}

/** What templates read of a problem. */
const problemPart = ({ field, message, caret, instead }: Problem) => ({
  ...{ field, message },
  caret: caret ?? null,
  instead: instead ?? null,
});

/** The same as a script puts it into the page, with the line under the fields as HTML; `shows`: something was understood. */
export function readAnswer(views: Views, question: Question, posted: Posted, language: Language) {
  const { state, stateWord, understood, prose, tall, problems } = understand(question, posted);
  return {
    state,
    stateWord: language.say(stateWord),
    html: views('answers/understood', { understood, prose, tall, problems }, { language }),
    shows: understood !== null || state !== 'invalid',
  };
}

/** The fields of an answer as HTML, filled with what was posted; `secret` makes the tokens of options. */
export function answerFields(
  views: Views,
  question: Question,
  posted: Posted,
  {
    secret,
    disabled,
    language,
  }: { readonly secret: string; readonly disabled: boolean; readonly language: Language },
): string {
  const { id, answer } = question;
  const { understood, prose, tall, problems } = understand(question, posted);
  const context = {
    name: id,
    labelledby: `${id}-label ${id}-text`,
    disabled,
    view: answer.view(posted),
    understood,
    prose,
    tall,
    problems,
  };
  return views(`answers/${answer.kind}`, context, {
    language,
    token: (option: string) => optionToken(secret, id, option),
  });
}
