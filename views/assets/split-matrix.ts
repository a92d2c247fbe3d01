const MOST_CHARACTERS = 20_000;

/**
 * Takes a pasted matrix apart, without reading its entries (the server does, in every form it knows):
 * `[[1, 0], [-1, 1]]`, LaTeX between \begin and \end, rows of a spreadsheet, `1 0; -1 1`. Null where it is no matrix.
 */
export function splitMatrix(pasted: string): readonly (readonly string[])[] | null {
  const text = pasted.trim();
  if (text.length > MOST_CHARACTERS) return null;
  const rows = rowsOf(text).filter((row) => row.length > 0);
  const width = rows[0]?.length ?? 0;
  const many = rows.length > 1 || width > 1;
  return many && rows.every((row) => row.length === width && row.every((entry) => entry !== ''))
    ? rows
    : null;
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
    return split(inner, ';', ',');
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
