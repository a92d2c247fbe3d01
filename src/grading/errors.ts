const SENTENCES = {
  absent: 'There is no such attempt, or it is not yours.',
  'not-open': 'This quiz has not opened yet. Come back when it does.',
  closed: 'This quiz is closed: what was saved in time counts, and nothing can be added to it.',
  'time-up':
    'Time is up: what was saved in time is kept, and nothing in this attempt can be changed any more.',
  submitted: 'This attempt has been handed in, so nothing in it can be changed any more.',
  'no-attempts-left': 'All attempts at this quiz have been used.',
  'too-soon': 'Another attempt can be begun only some time after the last one. Come back then.',
  'no-time-left': 'The time between attempts would end after this quiz closes, so there is no other attempt.',
  'unknown-question': 'This quiz has no such question, so nothing was saved. Reload the page and try again.',
  'unknown-field': 'This question has no such field, so nothing was saved. Reload the page and try again.',
  'no-checks': 'This question is marked when the attempt is handed in. Until then nothing is said of it.',
  finished: 'This question is finished, so its answer cannot be changed any more.',
  'key-reused':
    'This was sent under the key of another save, so it was not saved. Reload the page and try again.',
  'too-many-saves':
    'This attempt has been saved 5,000 times, which is as often as one can be. What was saved last counts: hand it in.',
  'too-many-uploads':
    'The photos and PDFs of this attempt take 50 MB already, so this one was not added. Take smaller photos.',
  'not-marked': 'This attempt is not handed in and marked yet. Mark it by hand once it is.',
  'not-instructor': 'Only an instructor of this course can mark by hand.',
  'group-name': 'A group has a name of 1 to 100 characters on one line.',
  'group-taken': 'There is a group of this name already.',
  'override-taken': 'They have rules of their own at this quiz already: change those.',
  'override-empty': 'This would change nothing: fill in at least one field.',
  'override-both': 'Give either another time limit or extra time, not both.',
  'override-dates': 'By these dates it would close before it opens, so they could never begin.',
  'override-endless': 'This quiz has neither a time limit nor an end, so extra time would change nothing.',
  'not-enrolled': 'This person is not in this course any more.',
  mark: 'A mark is a number from 0 to the maximum of the question.',
  email: 'This is not an e-mail address. Write it like name@example.org.',
  name: 'A name has 1 to 200 characters on one line.',
  'email-taken': 'There is an account with this e-mail address already.',
  'password-length': 'A password has 10 to 200 characters. A few random words make a good one.',
  'password-wrong': 'The current password is not right, so it was not changed.',
} as const;

type GradingCode = keyof typeof SENTENCES;

/** A rule that stands against what was asked: nothing was stored. The message is for the person who asked. */
export class GradingError extends Error {
  override readonly name = 'GradingError';
  readonly code: GradingCode;

  constructor(code: GradingCode, message: string = SENTENCES[code]) {
    super(message);
    this.code = code;
  }
}
