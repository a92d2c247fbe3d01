/** Makes the names listed under an expression field buttons that insert them where the caret is. */
export function nameInsert(root: ParentNode): void {
  for (const answer of root.querySelectorAll('[data-expression]')) {
    let field = answer.querySelector('input');
    if (!field || field.readOnly) continue;
    // With several fields, names go into the one that was used last.
    answer.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement) field = target;
    });
    for (const listed of answer.querySelectorAll<HTMLElement>('code[data-insert]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = listed.className;
      button.textContent = listed.textContent;
      button.addEventListener('click', () => field && insert(field, listed.dataset['insert'] ?? ''));
      listed.replaceWith(button);
    }
  }
}

/** Makes what was perhaps meant, offered under a field, take the place of what was typed. */
export function suggestions(root: HTMLElement): void {
  root.dataset['suggests'] = '';
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-instead]') : null;
    const { instead = '', of = '', before = '0', field: name = '' } = button?.dataset ?? {};
    const answer = button?.closest('[data-understood]')?.previousElementSibling;
    const field = [...(answer?.querySelectorAll('input') ?? [])].find((each) =>
      each.name.endsWith(`.${name}`),
    );
    if (!field || field.readOnly) return;
    const white = field.value.length - field.value.trimStart().length;
    const from = field.value.indexOf(of, white + Number(before));
    if (from < 0) return;
    field.focus();
    field.setRangeText(instead, from, from + of.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Inserts a name for the selection; a space keeps it apart from a name or number beside it. */
function insert(field: HTMLInputElement, name: string): void {
  const from = field.selectionStart ?? field.value.length;
  const to = field.selectionEnd ?? from;
  const before = /[\p{L}\p{N}_]$/u.test(field.value.slice(0, from)) ? ' ' : '';
  const after = /^[\p{L}\p{N}_]/u.test(field.value.slice(to)) ? ' ' : '';
  field.focus();
  field.setRangeText(`${before}${name}${after}`, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
