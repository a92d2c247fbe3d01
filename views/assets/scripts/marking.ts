import { draftsOf, fieldsOf, restore } from './drafts.ts';

/** Typing pauses for so long before the comment is shown as the student will read it. */
const PAUSE = 500;
const SENT = 'markprop marking sent';

const form = document.querySelector<HTMLFormElement>('form[data-marking]');
const shown = document.querySelector<HTMLElement>('#comment-shown');
const drafts = draftsOf('marking');

// A form that arrived leads to another page with this script; until then its copy is kept.
const sent = sessionStorage.getItem(SENT);
if (sent !== null && form?.dataset['marking'] !== sent) drafts.drop(sent);
sessionStorage.removeItem(SENT);

if (form !== null && shown !== null) {
  // Names the marking that the form was shown with: what was typed over another one stays away.
  const name = form.dataset['marking'] ?? '';
  const kept = drafts.read(name);
  if (kept !== null && form.dataset['refused'] === undefined) restore(form, kept);
  let timer = 0;
  let latest = 0;
  const preview = async () => {
    const mine = ++latest;
    const body = new URLSearchParams([...new FormData(form)].map(([field, value]) => [field, String(value)]));
    body.set('preview', 'part');
    try {
      const reply = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      });
      const { html }: { html: string } = await reply.json();
      if (reply.ok && mine === latest) shown.innerHTML = html;
    } catch {
      // It is shown with the next pause.
    }
  };
  form.addEventListener('input', () => {
    drafts.keep(name, fieldsOf(form));
    clearTimeout(timer);
    timer = window.setTimeout(preview, PAUSE);
  });
  form.addEventListener('submit', () => sessionStorage.setItem(SENT, name));
  form.querySelector('[name=preview]')?.setAttribute('hidden', '');
  void preview();
}
