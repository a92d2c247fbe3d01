import { z } from 'zod';
import { type Message, say, Words } from '../../language/index.ts';
import { PageError } from './page-errors.ts';

/** Errors of Express and its body parser: http-errors, with a status and what they are about. */
const HttpError = z.object({ status: z.number().min(400).max(499), type: z.string().optional() });
/** Errors of grading and storage: a neutral code and a sentence for the person. */
const Coded = z.object({ code: z.string(), says: Words });

const RELOAD = say('Go back, reload the page and try again.');
const STAYS = say('What was saved before has not changed.');

const STATUS: Readonly<Record<string, { readonly status: number; readonly remedy: Message }>> = {
  absent: { status: 404, remedy: say('Check the address, or start from your courses.') },
  busy: { status: 503, remedy: say('Nothing was lost. Try again in a few seconds.') },
  'not-open': { status: 409, remedy: say('The page of the quiz says when that is.') },
  closed: { status: 409, remedy: STAYS },
  'time-up': { status: 409, remedy: STAYS },
  'too-soon': { status: 409, remedy: say('The page of the quiz says when that is.') },
  'no-time-left': { status: 409, remedy: say('The page of the quiz lists your attempts.') },
  submitted: { status: 409, remedy: STAYS },
  'no-checks': { status: 409, remedy: STAYS },
  finished: { status: 409, remedy: STAYS },
  'key-reused': { status: 409, remedy: STAYS },
  'too-many-saves': { status: 409, remedy: STAYS },
  'too-much-saved': { status: 409, remedy: STAYS },
  'unknown-file': { status: 400, remedy: RELOAD },
  'too-many-uploads': { status: 409, remedy: STAYS },
  'no-attempts-left': { status: 409, remedy: say('The page of the quiz lists your attempts.') },
  'not-marked': { status: 409, remedy: RELOAD },
  'not-instructor': { status: 403, remedy: say('Ask an instructor of the course.') },
  'unknown-question': { status: 400, remedy: RELOAD },
  'unknown-field': { status: 400, remedy: RELOAD },
  mark: { status: 400, remedy: say('Go back and correct it.') },
};

const READING: Readonly<Record<string, Message>> = {
  'entity.too.large': say('This is more than one form can hold (512 kB), so it was not saved.'),
  'parameters.too.many': say('This form has more fields than any of ours, so it was not saved.'),
};

const HOME = { href: '/', text: say('Your courses') };

/** Any error as one that a page can show; null: it is a fault of ours. */
export function explain(error: unknown): PageError | null {
  if (error instanceof PageError) return error;
  const coded = Coded.safeParse(error);
  const known = coded.success ? STATUS[coded.data.code] : undefined;
  if (coded.success && known) return new PageError(known.status, coded.data.says, known.remedy, HOME);
  const http = HttpError.safeParse(error);
  if (!http.success) return null;
  const { status, type } = http.data;
  if (status === 404)
    return new PageError(404, say('There is no such page.'), say('Check the address.'), HOME);
  const message = READING[type ?? ''] ?? say('This request cannot be read, so nothing was changed.');
  return new PageError(status, message, say('Go back, shorten or correct it, and send it again.'), HOME);
}
