import type { Posted } from '../answers/kind.ts';
import { type Message, SaidError, say } from '../language/index.ts';
import type { Step } from '../storage/index.ts';

const SENTENCES = {
  absent: say('There is no such attempt, or it is not yours.'),
  'not-open': say('This quiz has not opened yet. Come back when it does.'),
  closed: say('This quiz is closed: what was saved in time counts, and nothing can be added to it.'),
  'time-up': say(
    'Time is up: what was saved in time is kept, and nothing in this attempt can be changed any more.',
  ),
  submitted: say('This attempt has been handed in, so nothing in it can be changed any more.'),
  'no-attempts-left': say('All attempts at this quiz have been used.'),
  'too-soon': say('Another attempt can be begun only some time after the last one. Come back then.'),
  'no-time-left': say(
    'The time between attempts would end after this quiz closes, so there is no other attempt.',
  ),
  'no-variant': say(
    'No variant of this quiz could be drawn that can be marked, so no attempt was started. The people who run the course are told.',
  ),
  'unknown-question': say(
    'This quiz has no such question, so nothing was saved. Reload the page and try again.',
  ),
  'unknown-field': say(
    'This question has no such field, so nothing was saved. Reload the page and try again.',
  ),
  'no-checks': say(
    'This question is marked when the attempt is handed in. Until then nothing is said of it.',
  ),
  finished: say('This question is finished, so its answer cannot be changed any more.'),
  'key-reused': say(
    'This was sent under the key of another save, so it was not saved. Reload the page and try again.',
  ),
  'too-many-saves': say(
    'This attempt has been saved 5,000 times, which is as often as one can be. What was saved last counts: hand it in.',
  ),
  'too-much-saved': say(
    'With this, all that was ever saved in this attempt would take more than 20 MB, which is as much as one can hold. What was saved last counts: shorten your answer, or hand it in.',
  ),
  'unknown-file': say(
    'This answer names a file that you have not added, so nothing was saved. Add the file again.',
  ),
  'too-many-uploads': say('Your photos and PDFs take 200 MB already, so this one was not added.'),
  'not-marked': say('This attempt is not handed in and marked yet. Mark it by hand once it is.'),
  'not-instructor': say('Only an instructor of this course can mark by hand.'),
  'group-name': say('A group has a name of 1 to 100 characters on one line.'),
  'group-taken': say('There is a group of this name already.'),
  'override-taken': say('They have rules of their own at this quiz already: change those.'),
  'override-empty': say('This would change nothing: fill in at least one field.'),
  'override-both': say('Give either another time limit or extra time, not both.'),
  'override-dates': say('By these dates it would close before it opens, so they could never begin.'),
  'override-endless': say(
    'This quiz has neither a time limit nor an end, so extra time would change nothing.',
  ),
  'not-enrolled': say('This person is not in this course any more.'),
  mark: say('A mark is a number from 0 to the maximum of the question.'),
  email: say('This is not an e-mail address. Write it like name@example.org.'),
  name: say('A name has 1 to 200 characters on one line.'),
  'email-taken': say('There is an account with this e-mail address already.'),
  'password-length': say('A password has 10 to 200 characters. A few random words make a good one.'),
  'password-wrong': say('The current password is not right, so it was not changed.'),
} as const satisfies Record<string, Message>;

export type GradingCode = keyof typeof SENTENCES;

/** A rule that stands against what was asked: nothing was stored. The message is for the person who asked. */
export class GradingError extends SaidError {
  override readonly name = 'GradingError';
  readonly code: GradingCode;

  constructor(code: GradingCode, says: Message = SENTENCES[code]) {
    super(says);
    this.code = code;
  }
}

/** A response that was also changed elsewhere, in another tab or on another device, since its form was made. */
export interface Overtaken {
  readonly questionId: string;
  readonly posted: Posted;
  /** What was saved in the meantime. */
  readonly last: Step;
}

/** Which of two versions counts, a person has to say; neither is lost. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
  readonly overtaken: readonly Overtaken[];
  /** The questions of which nothing was stored; the others of the request are. */
  readonly refused: readonly string[];

  constructor(overtaken: readonly Overtaken[], finished: readonly string[]) {
    super('Answers were changed elsewhere since this page was opened.');
    this.overtaken = overtaken;
    this.refused = [...overtaken.map(({ questionId }) => questionId), ...finished];
  }
}

/** Questions that cannot be changed any more. */
export class FinishedError extends GradingError {
  /** As in OvertakenError. */
  readonly refused: readonly string[];

  constructor(finished: readonly string[]) {
    super('finished');
    this.refused = finished;
  }
}
