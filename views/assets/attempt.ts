import { keepSaved } from './autosave.ts';
import { nameInsert } from './name-insert.ts';
import { weightGrids } from './weight-grid.ts';

// Everything works without this script; with it, nothing has to be pressed to be saved.
const form = document.querySelector<HTMLFormElement>('form[data-attempt]');
const status = document.querySelector<HTMLElement>('#saved');
if (form !== null && status !== null) {
  weightGrids(form);
  nameInsert(form);
  keepSaved(form, status);
}
