import { keepSaved } from './autosave.ts';
import { runClock, type Times } from './clock.ts';
import { dropSettled } from './drafts.ts';
import { addFilesAtOnce } from './files.ts';
import { flagAtOnce } from './flags.ts';
import { saveLeftOver } from './left-over.ts';
import { nameInsert, suggestions } from './name-insert.ts';
import { readAlong } from './read-along.ts';
import { weightGrids } from './weight-grid.ts';

// Everything works without this script; with it, nothing has to be pressed to be saved.
const form = document.querySelector<HTMLFormElement>('form[data-attempt]');
const status = document.querySelector<HTMLElement>('#saved');
const clock = document.querySelector<HTMLElement>('[data-clock]');
const handIn = document.querySelector<HTMLFormElement>('form[data-hand-in]');

dropSettled(form?.dataset['attempt'] ?? handIn?.dataset['handIn'] ?? '');
if (form !== null && status !== null) {
  weightGrids(form);
  nameInsert(form);
  suggestions(form);
  readAlong(form);
  addFilesAtOnce(form);
  flagAtOnce(form);
  const hold = (held: boolean) => {
    for (const part of form.querySelectorAll<HTMLElement>('.attempt__questions, .parts__list'))
      part.inert = held;
    // What was typed last shall still arrive in time.
    if (held) void settled();
  };
  const finish = (times: Times) => void stop(form, times);
  const hear = clock === null ? () => {} : runClock(clock, { hold, finish });
  const { settled } = keepSaved(form, status, hear);

  /** What was typed is saved; then what the rule of the quiz says. */
  async function stop(form: HTMLFormElement, times: Times): Promise<void> {
    await settled();
    const attempt = form.dataset['attempt'] ?? '';
    if (!handsIn(times)) return later(() => location.assign(`${attempt}/confirm`));
    const last = document.createElement('form');
    last.method = 'post';
    last.action = `${attempt}/submit`;
    document.body.append(last);
    last.submit();
  }
} else if (handIn !== null) {
  void saveLeftOver(handIn.dataset['handIn'] ?? '');
  const finish = (times: Times) => (handsIn(times) ? handIn.submit() : later(() => location.reload()));
  if (clock !== null) runClock(clock, { hold: () => {}, finish });
}

const handsIn = ({ ends, closes, afterwards }: Times) => afterwards === 'submit' && closes === ends;

/** The page stops a moment before the end; what comes after can be seen after it. */
function later(go: () => void): void {
  setTimeout(go, 1_500);
}
