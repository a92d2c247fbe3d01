import { draftsOf } from './drafts.ts';
import { saveOf, sendSave } from './save.ts';
import { tell, toldOf } from './told.ts';

/** Before handing in: what this browser still keeps is sent, and listed anew; the list says what cannot be. */
export async function saveLeftOver(attempt: string): Promise<void> {
  const drafts = draftsOf(attempt);
  const left = toldOf(document).flatMap((question) => {
    const fields = drafts.read(question);
    return fields === null ? [] : [[question, fields] as const];
  });
  if (left.length === 0) return;
  const reply = await sendSave(attempt, saveOf(left)).catch(() => null);
  if (reply?.ok) {
    for (const [question] of left) drafts.drop(question);
    return location.reload();
  }
  for (const [question] of left) tell(document, question, 'unsaved', true);
  const note = document.querySelector<HTMLElement>('[data-unsaved-note]');
  if (note !== null) note.hidden = false;
}
