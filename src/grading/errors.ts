import type { Posted } from '../answers/kind.ts';
import { type Message, SaidError, say } from '../language/index.ts';
import type { Step } from '../storage/index.ts';

const SENTENCES = {
  absent: say('There is no such attempt, or it is not yours.'),
  'not-open': say('This quiz has not opened yet. Come back when it does.'),
  closed: say('This quiz is closed. What was saved in time counts; nothing more can be added.'),
  'time-up': say(
    'Time is up. What was saved in time is kept, but you can no longer change anything in this attempt.',
  ),
  submitted: say('This attempt has been handed in, so you can no longer change it.'),
  'no-attempts-left': say('You have used all your attempts at this quiz.'),
  'too-soon': say(
    'You have to wait some time after your last attempt before you can start another. Come back then.',
  ),
  'no-time-left': say(
    'You would have to wait until after this quiz closes, so you cannot start another attempt.',
  ),
  'no-variant': say(
    'No variant of this quiz could be drawn that can be marked, so no attempt was started. The people who run the course have been told.',
  ),
  'unknown-question': say(
    'This quiz has no such question, so nothing was saved. Reload the page and try again.',
  ),
  'unknown-field': say(
    'This question has no such field, so nothing was saved. Reload the page and try again.',
  ),
  'no-checks': say(
    'This question is marked when you hand in the attempt. Until then you are told nothing about it.',
  ),
  finished: say('This question is finished, so you can no longer change your answer.'),
  'key-reused': say(
    'This was sent with the key of another save, so it was not saved. Reload the page and try again.',
  ),
  'too-many-saves': say(
    'This attempt has been saved 5,000 times, and it cannot be saved again. What was saved last counts: hand it in.',
  ),
  'too-much-saved': say(
    'With this, everything ever saved in this attempt would take more than 20 MB, the most that one can hold. What was saved last counts: shorten your answer, or hand it in.',
  ),
  'unknown-file': say(
    'This answer names a file that you have not added, so nothing was saved. Add the file again.',
  ),
  'too-many-uploads': say('Your photos and PDFs already take up 200 MB, so this one was not added.'),
  'not-marked': say('This attempt has not been handed in and marked yet. Mark it by hand once it has been.'),
  'not-instructor': say('Only an instructor of this course can mark by hand.'),
  'group-name': say('The name of a group must have 1 to 100 characters on one line.'),
  'group-taken': say('There is already a group with this name.'),
  'override-taken': say('They already have an override for this quiz: change that one.'),
  'override-empty': say('This would change nothing: fill in at least one field.'),
  'override-both': say('Give either another time limit or extra time, not both.'),
  'override-dates': say('With these dates it would close before it opens, so they could never start.'),
  'override-endless': say(
    'This quiz has neither a time limit nor an end, so extra time would change nothing.',
  ),
  'not-enrolled': say('This person is no longer in this course.'),
  mark: say('A mark must be a number from 0 to the maximum of the question.'),
  email: say('This is not an e-mail address. Write it like name@example.org.'),
  name: say('A name must have 1 to 200 characters on one line.'),
  'email-taken': say('There is already an account with this e-mail address.'),
  'password-length': say('A password must have 10 to 200 characters. A few random words make a good one.'),
  'password-wrong': say('The current password is wrong, so it was not changed.'),
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
