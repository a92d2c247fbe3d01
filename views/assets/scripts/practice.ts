import { nameInsert, suggestions } from './name-insert.ts';
import { readAlong } from './read-along.ts';
import { weightGrids } from './weight-grid.ts';

const form = document.querySelector<HTMLFormElement>('form[data-practice]');

if (form !== null) {
  weightGrids(form);
  nameInsert(form);
  suggestions(form);
  readAlong(form);
  // Enter in a line checks its own question.
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
    const button = target
      .closest('[data-question]')
      ?.querySelector<HTMLButtonElement>('button[name="check"]');
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}
