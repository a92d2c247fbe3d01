/** What the bar of exercises, or the list before handing in, tells of each question. */
const placesOf = (root: ParentNode, question: string) =>
  root.querySelectorAll<HTMLElement>(`[data-state-of="${question}"]`);

export function tellState(
  root: ParentNode,
  question: string,
  { state, stateWord }: { readonly state: string; readonly stateWord: string },
): void {
  for (const place of placesOf(root, question)) {
    place.dataset['state'] = state;
    const word = place.querySelector('[data-state-word]');
    if (word !== null) word.textContent = `: ${stateWord}`;
  }
}

/** Flagged or not, saved or not: a mark, and a word for those who listen. */
export function tell(root: ParentNode, question: string, what: 'flagged' | 'unsaved', holds: boolean): void {
  for (const place of placesOf(root, question)) {
    place.toggleAttribute(`data-${what}`, holds);
    const word = place.querySelector<HTMLElement>(`[data-${what}-word]`);
    if (word !== null) word.hidden = !holds;
  }
}

/** The questions that are listed. */
export const toldOf = (root: ParentNode): string[] =>
  [...root.querySelectorAll<HTMLElement>('[data-state-of]')].map(({ dataset }) => dataset['stateOf'] ?? '');
