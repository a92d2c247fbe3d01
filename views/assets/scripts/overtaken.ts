/** An answer that was changed elsewhere too, as the server tells it. */
export interface Overtaken {
  readonly question: string;
  /** The step to have seen, for the answer here to count. */
  readonly seen: number;
  readonly html: string;
  readonly time: string;
}

/** Shows the other version under the answer, with the choice between the two; `keep` saves the one that stands here. */
export function showOvertaken(
  section: Element,
  { seen, html, time }: Overtaken,
  on: { readonly keep: () => void; readonly take: () => void },
): void {
  const template = document.querySelector<HTMLTemplateElement>('#overtaken');
  section.querySelector('[data-overtaken]')?.remove();
  const box = template?.content.firstElementChild?.cloneNode(true);
  if (!(box instanceof HTMLElement)) return;
  const other = box.querySelector('[data-other]');
  if (other !== null) other.innerHTML = html;
  const when = box.querySelector('[data-time]');
  if (when !== null) when.textContent = (when.textContent ?? '').replace('{time}', time);
  box.querySelector('[data-keep]')?.addEventListener('click', () => {
    box.remove();
    setSeen(section, seen);
    on.keep();
  });
  box.querySelector('[data-take]')?.addEventListener('click', on.take);
  section.append(box);
}

/** Which version of the answer the page knows of. */
export function setSeen(section: Element, seen: number): void {
  const field = seenIn(section);
  if (field !== null) field.value = String(seen);
}

export const seenIn = (section: Element): HTMLInputElement | null =>
  section.querySelector<HTMLInputElement>('input[data-seen]');
