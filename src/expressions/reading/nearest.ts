/** The candidate nearest to what was typed, if near enough to be a slip. */
export const nearest = (typed: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  const wanted = plainSpelling(typed);
  let least = Math.floor((wanted.length + 1) / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, plainSpelling(candidate));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
};

const plainSpelling = (text: string): string =>
  text
    .slice(0, 60)
    .replace(/[_{}()^, ]/g, '')
    .toLowerCase();

/** Damerau–Levenshtein distance (adjacent letters exchanged count once). */
const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
};
