import type { Request } from 'express';
import { requireRoom } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Person } from '../../../storage/index.ts';
import type { Server } from '../../server.ts';
import { LARGEST_FORM } from '../body.ts';
import { PageError, TooMany } from '../page-errors.ts';

// Files are held in memory until they are checked and stored, so a form is asked for its size before it is read.

/** Bytes of forms with files that this process holds at the same time. */
const MOST_AT_ONCE = 4 * LARGEST_FORM;
/** Forms that a person sends at the same time. */
const MOST_EACH = 2;
/** Milliseconds without a byte after which nobody waits for the rest: the phone may have changed its network. */
const SILENCE = 15_000;
/** What a form may have without any file. */
const TEXT_BYTES = 1_000_000;

let held = 0;
const sending = new Map<string, number>();

/** Lets a form with files in, if there is room for it, and gives what ends its stay; throws PageError or GradingError. */
export async function admitUpload(
  { storage }: Server,
  request: Request,
  person: Person | null,
): Promise<() => void> {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length)) throw new PageError(411, UNSAID, say('Send it again from the page.'));
  if (length > LARGEST_FORM) {
    throw new PageError(413, TOO_LARGE, say('Add fewer files at once, or smaller ones.'));
  }
  const who = person?.id ?? '';
  const others = sending.get(who) ?? 0;
  if (others >= MOST_EACH) throw new TooMany(STILL_SENDING, 5);
  if (held + length > MOST_AT_ONCE) throw new PageError(503, FULL, say('Try again in a few seconds.'));
  held += length;
  sending.set(who, others + 1);
  request.setTimeout(SILENCE, () => request.destroy());
  // What is done with the files may take longer, and in silence.
  request.once('end', () => request.setTimeout(0));
  const leave = () => {
    request.setTimeout(0);
    held -= length;
    const left = (sending.get(who) ?? 1) - 1;
    if (left > 0) sending.set(who, left);
    else sending.delete(who);
  };
  try {
    if (person !== null && length > TEXT_BYTES) await requireRoom(storage.read, person.id, length);
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

const UNSAID = say('This form does not say how large it is, so it was not read.');
const TOO_LARGE = say('Together these files are too large, so none was added.');
const STILL_SENDING = say('Earlier files are still uploading, so these were not added.');
const FULL = say('Many people are adding files right now, so yours were not added.');
