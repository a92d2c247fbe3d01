import { z } from 'zod';
import { PageError } from './errors.ts';

/** Errors of Express and its body parser: http-errors, with a status and what they are about. */
const HttpError = z.object({ status: z.number().min(400).max(499), type: z.string().optional() });
/** Errors of grading and storage: a neutral code and a sentence for the person. */
const Coded = z.object({ code: z.string(), message: z.string() });

const RELOAD = 'Go back, reload the page and try again.';
const STAYS = 'What was saved before stays as it was.';

const STATUS: Readonly<Record<string, { readonly status: number; readonly remedy: string }>> = {
  absent: { status: 404, remedy: 'Check the address, or start from your courses.' },
  busy: { status: 503, remedy: 'Nothing was lost. Try again in a few seconds.' },
  'not-open': { status: 409, remedy: 'The page of the quiz says when that is.' },
  closed: { status: 409, remedy: STAYS },
  'time-up': { status: 409, remedy: STAYS },
  'too-soon': { status: 409, remedy: 'The page of the quiz says when that is.' },
  'no-time-left': { status: 409, remedy: 'The page of the quiz lists your attempts.' },
  submitted: { status: 409, remedy: STAYS },
  'no-checks': { status: 409, remedy: STAYS },
  finished: { status: 409, remedy: STAYS },
  'key-reused': { status: 409, remedy: STAYS },
  'too-many-saves': { status: 409, remedy: STAYS },
  'too-many-uploads': { status: 409, remedy: STAYS },
  'no-attempts-left': { status: 409, remedy: 'The page of the quiz lists your attempts.' },
  'not-marked': { status: 409, remedy: RELOAD },
  'not-instructor': { status: 403, remedy: 'Ask an instructor of the course.' },
  'unknown-question': { status: 400, remedy: RELOAD },
  'unknown-field': { status: 400, remedy: RELOAD },
  mark: { status: 400, remedy: 'Go back and correct it.' },
};

const READING: Readonly<Record<string, string>> = {
  'entity.too.large': 'This is more than one form can hold (512 kB), so it was not saved.',
  'parameters.too.many': 'This form has more fields than any of ours, so it was not saved.',
};

const HOME = { href: '/', text: 'Your courses' };

/** Any error as one that a page can show; null: it is a fault of ours. */
export function explain(error: unknown): PageError | null {
  if (error instanceof PageError) return error;
  const coded = Coded.safeParse(error);
  const known = coded.success ? STATUS[coded.data.code] : undefined;
  if (coded.success && known) return new PageError(known.status, coded.data.message, known.remedy, HOME);
  const http = HttpError.safeParse(error);
  if (!http.success) return null;
  const { status, type } = http.data;
  if (status === 404) return new PageError(404, 'There is no such page.', 'Check the address.', HOME);
  const message = READING[type ?? ''] ?? 'This request cannot be read, so nothing was changed.';
  return new PageError(status, message, 'Go back, shorten or correct it, and send it again.', HOME);
}
