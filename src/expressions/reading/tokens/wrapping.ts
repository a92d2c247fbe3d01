import type { Token } from './token.ts';

const delimiters: ReadonlySet<string> = new Set(['?$', '?`', '\\(', '\\)', '\\[', '\\]']);

const isDelimiter = (token: Token | undefined): boolean =>
  token?.kind === 'sign' && delimiters.has(token.text);

const isStop = (token: Token | undefined): boolean =>
  token?.text === '?.' || token?.text === ',' || token?.text === ';';

/** Drops `$…$`, `\(…\)`, `\[…\]` and back-ticks around the whole, and one full stop, comma or semicolon at its end. */
export const withoutDelimiters = (tokens: Token[]): Token[] => {
  let from = 0;
  let to = tokens.length - 1;
  while (from < to && isDelimiter(tokens[from])) from++;
  if (to > from && isStop(tokens[to - 1])) to--;
  while (to > from && isDelimiter(tokens[to - 1])) to--;
  if (to > from && to < tokens.length - 2 && isStop(tokens[to - 1])) to--;
  const trimmed = from > 0 || to < tokens.length - 1;
  return trimmed ? [...tokens.slice(from, to), ...tokens.slice(-1)] : tokens;
};

const marks: ReadonlySet<string> = new Set(['_', '^', "'"]);

/** {W}_{12}, {\sigma}'(z): braces around a lone word do not keep its marks away. */
export const withoutLoneBraces = (tokens: Token[]): Token[] => {
  if (!tokens.some(({ text }) => text === '{')) return tokens;
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [open, word, close, mark] = tokens.slice(i, i + 4);
    const previous = kept.at(-1);
    const argument =
      previous &&
      (marks.has(previous.text) ||
        previous.kind === 'command' ||
        (/^[}\]]$/.test(previous.text) && !open?.spaced));
    const lone =
      open?.text === '{' && word?.kind === 'word' && close?.text === '}' && mark && marks.has(mark.text);
    if (lone && !argument) {
      kept.push({ ...word, start: open.start, end: close.end, spaced: open.spaced });
      i += 2;
    } else if (open) kept.push(open);
  }
  return kept;
};
