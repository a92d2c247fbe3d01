import { splitFormulas, splitMatrix } from './split-matrix.ts';

/** Grids of cells: arrows and Enter move; a matrix that is pasted, into a cell or the text beside it, fills. */
export function weightGrids(root: ParentNode): void {
  for (const grid of root.querySelectorAll<HTMLTableElement>('table[data-grid]')) {
    const rows = [...grid.tBodies].flatMap((body) =>
      [...body.rows].map((row) => [...row.querySelectorAll<HTMLInputElement>('input.cell')]),
    );
    if (rows[0]?.[0]?.readOnly) continue;
    const split = grid.dataset['grid'] === 'formulas' ? splitFormulas : splitMatrix;
    grid.addEventListener('keydown', (event) => move(event, rows));
    grid.addEventListener('paste', (event) => paste(event, rows, split));
    const text = grid.closest('fieldset')?.querySelector<HTMLTextAreaElement>('textarea[data-paste]');
    text?.addEventListener('change', () => moveIntoGrid(text, rows, split));
  }
}

type Split = typeof splitMatrix;
type Cells = readonly (readonly HTMLInputElement[])[];

/** Row and column of the cell that an event happened in. */
function placeOf({ target }: Event, rows: Cells): readonly [number, number] | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const row = rows.findIndex((cells) => cells.includes(target));
  return row < 0 ? null : [row, rows[row]?.indexOf(target) ?? 0];
}

function move(event: KeyboardEvent, rows: Cells): void {
  const place = placeOf(event, rows);
  if (!place || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const target = targetOf(event.key, place, rows);
  if (target === null) return;
  event.preventDefault();
  target?.focus();
  target?.select();
}

/** The cell that a key leads to; undefined at the edge of the grid, null where the key is for the text. */
function targetOf(
  key: string,
  [row, column]: readonly [number, number],
  rows: Cells,
): HTMLInputElement | undefined | null {
  const cell = rows[row]?.[column];
  if (!cell) return null;
  const all = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  switch (key) {
    case 'ArrowUp':
      return rows[row - 1]?.[column];
    case 'ArrowDown':
      return rows[row + 1]?.[column];
    case 'ArrowLeft':
      return all || cell.selectionEnd === 0 ? rows[row]?.[column - 1] : null;
    case 'ArrowRight':
      return all || cell.selectionStart === cell.value.length ? rows[row]?.[column + 1] : null;
    case 'Enter':
      return rows[row]?.[column + 1] ?? rows[row + 1]?.[0];
    default:
      return null;
  }
}

/** A matrix of the grid's size fills it, wherever it was pasted; a part of one is filled in from there. */
function paste(event: ClipboardEvent, rows: Cells, split: Split): void {
  const place = placeOf(event, rows);
  const matrix = split(event.clipboardData?.getData('text/plain') ?? '');
  if (!place || !matrix) return;
  const whole = matrix.length === rows.length && matrix[0]?.length === rows[0]?.length;
  if (fill(rows, matrix, whole ? [0, 0] : place)) event.preventDefault();
}

/** The text counts instead of the grid: once it is in the grid, where it can be seen and changed, it has done its work. */
function moveIntoGrid(text: HTMLTextAreaElement, rows: Cells, split: Split): void {
  const matrix = split(text.value);
  if (!matrix || !fill(rows, matrix, [0, 0])) return;
  text.value = '';
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) if (matrix[r]?.[c] === undefined) cell.value = '';
  }
}

/** Fills cells from a place on; false, and nothing filled, where the grid is too small. */
function fill(
  rows: Cells,
  matrix: readonly (readonly string[])[],
  [top, left]: readonly [number, number],
): boolean {
  const entries = matrix.flatMap((row, r) =>
    row.map((entry, c) => ({ entry, cell: rows[top + r]?.[left + c] })),
  );
  if (entries.some(({ cell }) => !cell)) return false;
  for (const { entry, cell } of entries) {
    if (!cell) continue;
    cell.value = entry;
    cell.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return true;
}
