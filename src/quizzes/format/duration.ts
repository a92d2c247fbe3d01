const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

const DURATION = /^(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*min)?\s*(?:(\d+)\s*s)?$/;
const LONGEST = 366 * 86_400_000;
const LONGEST_TEXT = 40;

/** `90 min`, `1 h 30 min`, `2 d` in milliseconds; null for anything else, for nothing at all and for more than a year. */
export function readDuration(text: string): number | null {
  const numbers = text.length > LONGEST_TEXT ? undefined : DURATION.exec(text.trim())?.slice(1);
  if (numbers === undefined) return null;
  const total = UNITS.reduce((sum, [, size], i) => sum + Number(numbers[i] ?? 0) * size, 0);
  return total > 0 && total <= LONGEST ? total : null;
}

/** As `readDuration` reads it; what is less than a second is left out. */
export function writeDuration(milliseconds: number): string {
  let rest = milliseconds;
  const parts = UNITS.flatMap(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return parts.join(' ') || '0 s';
}
