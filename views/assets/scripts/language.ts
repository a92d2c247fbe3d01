import { type Fields, fieldsOf, restore } from './drafts.ts';

/** What was typed into the forms of a page, from one language to the other. */
const KEPT = 'markprop language';

const forms = () => [...document.querySelectorAll<HTMLFormElement>('main form')];
const switching = document.querySelector<HTMLFormElement>('form#language');
const here = switching?.querySelector<HTMLInputElement>('[name=next]')?.value;

switching?.addEventListener('submit', (event) => {
  const secrets = [...document.querySelectorAll<HTMLInputElement>('main input[type=password]')];
  // These are kept nowhere.
  const lost = secrets.some(({ value }) => value !== '');
  if (lost && !confirm(switching.dataset['ask'])) return event.preventDefault();
  const secret = new Set(secrets.map(({ name }) => name));
  const typed = forms().map((form) => fieldsOf(form).filter(([name]) => !secret.has(name)));
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ here, typed }));
  } catch {
    // Where nothing may be stored, the page before still holds it: the way back leads there.
  }
});

function take(): { readonly here?: string; readonly typed: readonly Fields[] } | null {
  try {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return JSON.parse(kept ?? 'null');
  } catch {
    return null;
  }
}

const kept = take();
const shown = forms();
if (kept !== null && kept.here === here && kept.typed.length === shown.length) {
  for (const [i, form] of shown.entries()) {
    const fields = kept.typed[i] ?? [];
    if (JSON.stringify(fields) === JSON.stringify(fieldsOf(form))) continue;
    restore(form, fields);
    // For what else listens: what was understood, a preview, a copy.
    for (const control of form.elements) control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
