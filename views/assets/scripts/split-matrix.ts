const MOST_CHARACTERS = 20_000;
/** As NumPy, PyTorch and SymPy print a matrix: in a call, with what it is made of after it. */
const PRINTED = /^[\w.]*(?:array|tensor|matrix)\(\s*(?<matrix>[[(][\s\S]*[\])])\s*(?:,[^[\]]*)?\)$/i;

/**
 * Takes a pasted matrix apart, without reading its entries (the server does, in every form it knows):
 * `[[1, 0], [-1, 1]]`, what NumPy prints, LaTeX between \begin and \end, rows of a spreadsheet, `1 0; -1 1`. Null where it is no matrix.
 */
export function splitMatrix(pasted: string): readonly (readonly string[])[] | null {
  const text = unwrapped(pasted);
  if (text.length > MOST_CHARACTERS) return null;
  const rows = rowsOf(text).filter((row) => row.length > 0);
  const width = rows[0]?.length ?? 0;
  const many = rows.length > 1 || width > 1;
  return many && rows.every((row) => row.length === width && row.every((entry) => entry !== ''))
    ? rows
    : null;
}

function unwrapped(pasted: string): string {
  const text = pasted.trim();
  return PRINTED.exec(text)?.groups?.['matrix'] ?? text;
}

function rowsOf(text: string): string[][] {
  const latex = /\\begin\{[a-z]*matrix\}(?<body>[\s\S]*)\\end\{[a-z]*matrix\}/.exec(text)?.groups?.['body'];
  if (latex !== undefined) return split(latex, '\\\\', '&');
  if (/^[[({]\s*[[({]/.test(text)) {
    // The brackets of a row end it; what is between them are its entries.
    const inner = text
      .slice(1, -1)
      .replaceAll(/[\])}]\s*,?/g, ';')
      .replaceAll(/[[({]/g, '');
    return split(inner, ';', inner.includes(',') ? ',' : /\s+/);
  }
  const bare = text.replace(/^\[([^[\]]*)\]$/, '$1');
  if (bare.includes('\t')) return split(bare, '\n', '\t');
  const rows = split(bare, /[;\n]/, ',');
  return rows.every((row) => row.length === 1) ? split(bare, /[;\n]/, /\s+/) : rows;
}

const split = (text: string, rowEnd: string | RegExp, entryEnd: string | RegExp): string[][] =>
  text
    .split(rowEnd)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => row.split(entryEnd).map((entry) => entry.trim()));

/**
 * The same for formulas, whose brackets and spaces are their own: `[[2 (x - y), 1], [y, x]]`, LaTeX, rows of a
 * spreadsheet. Null for anything else, which is a formula or is for the server to read.
 */
export function splitFormulas(pasted: string): readonly (readonly string[])[] | null {
  const text = unwrapped(pasted);
  if (text.length > MOST_CHARACTERS) return null;
  if (/\\begin\{[a-z]*matrix\}|\t/.test(text)) return splitMatrix(text);
  const inner = /^\[(\s*\[[\s\S]*\]\s*)\]$/.exec(text)?.[1];
  const rows = splitOutside(inner ?? '').map((row) => /^\[([\s\S]*)\]$/.exec(row)?.[1]);
  const entries = rows.map((row) => splitOutside(row ?? ''));
  const width = entries[0]?.length ?? 0;
  const whole = rows.every((row) => row !== undefined) && entries.every((row) => row.length === width);
  return inner !== undefined && whole && entries.flat().every((entry) => entry !== '') ? entries : null;
}

/** The parts between the commas that stand in no bracket. */
function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character !== ',' || depth > 0) continue;
    parts.push(text.slice(from, i).trim());
    from = i + 1;
  }
  return [...parts, text.slice(from).trim()];
}
