import { splitMatrix } from './split-matrix.ts';

/** Grids of cells: arrows and Enter move, a pasted matrix fills. */
export function weightGrids(root: ParentNode): void {
  for (const grid of root.querySelectorAll<HTMLTableElement>('table[data-grid]')) {
    const rows = [...grid.tBodies].flatMap((body) =>
      [...body.rows].map((row) => [...row.querySelectorAll<HTMLInputElement>('input.cell')]),
    );
    grid.addEventListener('keydown', (event) => move(event, rows));
    grid.addEventListener('paste', (event) => paste(event, rows));
  }
}

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

/** A matrix that fits fills the grid, from its first cell if it has the grid's size, else from where it was pasted. */
function paste(event: ClipboardEvent, rows: Cells): void {
  const place = placeOf(event, rows);
  const matrix = splitMatrix(event.clipboardData?.getData('text/plain') ?? '');
  if (!place || !matrix) return;
  const whole = matrix.length === rows.length && matrix.every((row, r) => row.length === rows[r]?.length);
  const [top, left] = whole ? [0, 0] : place;
  const fits = matrix.every((row, r) => row.every((_, c) => rows[top + r]?.[left + c]));
  if (!fits) return;
  event.preventDefault();
  for (const [r, row] of matrix.entries()) {
    for (const [c, entry] of row.entries()) {
      const cell = rows[top + r]?.[left + c];
      if (!cell) continue;
      cell.value = entry;
      cell.dispatchEvent(new Event('input', { bubbles: true }));
      cell.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}
