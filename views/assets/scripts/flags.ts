import { persist } from './persist.ts';
import { tell } from './told.ts';

/** Flags questions in place, and sees to it that the server knows; a refusal takes the flag back. */
export function flagAtOnce(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-flag]')) {
    const said = button.querySelector<HTMLElement>('[data-unsaved]');
    let sent: Promise<void> = Promise.resolve();

    const show = (flagged: boolean) => {
      button.setAttribute('aria-pressed', String(flagged));
      tell(form, button.value, 'flagged', flagged);
    };
    const unsaved = (holds: boolean) => {
      if (said !== null) said.hidden = !holds;
    };
    const send = async (flagged: boolean) => {
      const reply = await persist(
        () => post(form.dataset['attempt'] ?? '', button.value, flagged),
        () => unsaved(true),
      );
      unsaved(false);
      if (!reply.ok) show(!flagged);
    };

    button.addEventListener('click', (event) => {
      event.preventDefault();
      const flagged = button.getAttribute('aria-pressed') !== 'true';
      show(flagged);
      // One after the other, so that the last press is what stays.
      sent = sent.then(() => send(flagged));
    });
  }
}

const post = (attempt: string, question: string, flagged: boolean) =>
  fetch(`${attempt}/flags`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ question, flagged: flagged ? 'yes' : 'no' }),
    keepalive: true,
  });
