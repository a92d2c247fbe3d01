/** What is in the fields of one question: name and value, as a form would post them. */
export type Fields = [name: string, value: string][];

/** Copies of answers that the server has not acknowledged, kept in the browser by attempt and question. */
export function draftsOf(attempt: string) {
  const key = (question: string) => `markprop ${attempt} ${question}`;
  return {
    keep(question: string, fields: Fields): void {
      try {
        localStorage.setItem(key(question), JSON.stringify(fields));
      } catch {
        // Private windows and full disks: the page itself still holds what was typed.
      }
    },
    read(question: string): Fields | null {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key(question)) ?? 'null');
        return Array.isArray(kept) ? kept.filter(isField) : null;
      } catch {
        return null;
      }
    },
    drop(question: string): void {
      try {
        localStorage.removeItem(key(question));
      } catch {
        // As above.
      }
    },
  };
}

/**
 * Drops the copies of answers of which the page before asked which version counts, as the address says. Only once: what
 * is typed from here on is new.
 */
export function dropSettled(attempt: string): void {
  const address = new URL(location.href);
  const settled = address.searchParams.getAll('settled');
  if (settled.length === 0) return;
  for (const question of settled) draftsOf(attempt).drop(question);
  address.searchParams.delete('settled');
  history.replaceState(history.state, '', address);
}

const isField = (entry: unknown): entry is Fields[number] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string';

export function fieldsOf(section: Element): Fields {
  return controlsOf(section).flatMap((control) => {
    const off = control instanceof HTMLInputElement && isBox(control) && !control.checked;
    return off ? [] : [[control.name, control.value] satisfies Fields[number]];
  });
}

export function restore(section: Element, fields: Fields): void {
  for (const control of controlsOf(section)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && isBox(control))
      control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
  }
}

const isBox = ({ type }: HTMLInputElement) => type === 'checkbox' || type === 'radio';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (section: Element) =>
  [...section.querySelectorAll('input, textarea, select')].filter(isControl);

const isControl = (element: Element): element is Control =>
  (element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'file') ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;
