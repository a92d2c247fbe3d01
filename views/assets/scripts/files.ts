import { persist } from './persist.ts';

/**
 * Adds photos and PDFs as soon as they are chosen, again and again until the server has them; then the list of files
 * names them, and saving goes on as with everything typed.
 */
export function addFilesAtOnce(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('[data-files]')) {
    const question = input.dataset['files'] ?? '';
    const list = form.querySelector<HTMLElement>(`[data-scans="${question}"]`);
    const said = document.getElementById(`${question}-added`);
    const button = input.parentElement?.querySelector<HTMLElement>('[data-add]');
    if (list === null || said === null) continue;
    if (button) button.hidden = true;

    input.addEventListener('change', async () => {
      if (input.files === null || input.files.length === 0) return;
      const files = [...input.files];
      input.disabled = true;
      input.dataset['adding'] = '';
      say(said, 'adding');
      const reply = await persist(
        () => post(form, question, input.name, files, list),
        () => say(said, 'failed'),
      );
      input.disabled = false;
      delete input.dataset['adding'];
      input.value = '';
      const { html, problem } = await reply.json();
      if (!reply.ok) return say(said, 'refused', String(problem));
      list.innerHTML = String(html);
      say(said, 'added');
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
    // What was chosen is no answer, and changes nothing until it is added.
    input.addEventListener('input', (event) => event.stopPropagation());
  }
}

/** Whether a file is on its way: nobody should leave without it. */
export const addsFiles = (form: HTMLFormElement): boolean =>
  form.querySelector('input[data-adding]') !== null;

/** The ticked files go along, so that the reply can name all of them. */
function post(
  form: HTMLFormElement,
  question: string,
  name: string,
  files: readonly File[],
  list: HTMLElement,
): Promise<Response> {
  const body = new FormData();
  body.append('question', question);
  body.append('add', question);
  for (const box of list.querySelectorAll<HTMLInputElement>('input:checked'))
    body.append(box.name, box.value);
  for (const file of files) body.append(name, file);
  return fetch(`${form.dataset['attempt']}/files`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body,
  });
}

function say(status: HTMLElement, how: 'adding' | 'added' | 'failed' | 'refused', why = ''): void {
  status.textContent = (status.dataset[how] ?? '').replace('{why}', why);
}
