import { type Message, SaidError, say, type Words } from '../../language/index.ts';

/** Where to go from an error page. */
export interface Way {
  readonly href: string;
  readonly text: Words;
}

/** Ends a request with a page that says what is the matter and what to do about it; nothing has been changed. */
export class PageError extends SaidError {
  override readonly name: string = 'PageError';
  readonly status: number;
  readonly remedy: Words;
  readonly way: Way | null;

  constructor(status: number, says: Words, remedy: Words, way: Way | null = null) {
    super(says);
    this.status = status;
    this.remedy = remedy;
    this.way = way;
  }
}

/** 400: what was sent cannot be used. */
export class BadInput extends PageError {
  override readonly name = 'BadInput';
  constructor(says: Message, remedy = say('Go back, correct it and send it again.'), way: Way | null = null) {
    super(400, says, remedy, way);
  }
}

/** Nobody is signed in: the browser is led to the form, and back from there to where it wanted to go. */
export class SignInFirst extends Error {
  override readonly name = 'SignInFirst';
  readonly goTo: string;
  constructor(next: string) {
    super('Nobody is signed in.');
    this.goTo = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  }
}

/** 401: a write by somebody who is no longer signed in. */
export class SignedOut extends PageError {
  override readonly name = 'SignedOut';
  constructor() {
    super(
      401,
      say('You are no longer signed in, so this was not saved.'),
      say('Sign in, then go back to the page and send it again: your browser keeps what you typed.'),
      { href: '/sign-in', text: say('Sign in') },
    );
  }
}

/** 403: known, and not allowed. */
export class Refused extends PageError {
  override readonly name = 'Refused';
  constructor(says: Message, remedy: Words, way: Way | null = null) {
    super(403, says, remedy, way);
  }
}

/** 429: more than one person's share of something. */
export class TooMany extends PageError {
  override readonly name = 'TooMany';
  /** Until it goes again. */
  readonly seconds: number;
  constructor(says: Message, seconds: number) {
    super(429, says, say('Try again in {n, plural, one {# second} other {# seconds}}.', { n: seconds }));
    this.seconds = seconds;
  }
}

/** 404: not there, or not yours; the two are not told apart. */
export class NotFound extends PageError {
  override readonly name = 'NotFound';
  constructor(says: Message = say('There is no such page, or you are not allowed to see it.')) {
    super(404, says, say('Check the address, or start from your courses.'), {
      href: '/',
      text: say('Your courses'),
    });
  }
}

/** 409: the state of things does not allow it. */
export class Conflict extends PageError {
  override readonly name = 'Conflict';
  constructor(says: Message, remedy: Words, way: Way | null = null) {
    super(409, says, remedy, way);
  }
}
