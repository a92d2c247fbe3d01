import type { Fields } from './drafts.ts';

/** Browsers refuse to finish longer requests after the page is gone. */
const LONGEST_KEPT_ALIVE = 60_000;

/** A save of some questions of an attempt, under a key of its own: however often it is sent, it is stored once. */
export function saveOf(answers: Iterable<readonly [question: string, fields: Fields]>): URLSearchParams {
  const body = new URLSearchParams({ key: newKey() });
  for (const [question, fields] of answers) {
    body.append('question', question);
    for (const [name, value] of fields) body.append(name, value);
  }
  return body;
}

export const sendSave = (attempt: string, body: URLSearchParams): Promise<Response> =>
  fetch(`${attempt}/save`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body,
    keepalive: body.toString().length < LONGEST_KEPT_ALIVE,
  });

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
