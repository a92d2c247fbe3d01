import { say } from '../../../language/index.ts';
import { limits } from '../../limits.ts';
import { ReadingError, type Span } from '../problem.ts';

/** A text in the plain alphabet of the scanner; each of its characters knows where in the typed text it came from. */
export interface Folded {
  readonly text: string;
  /** The typed text of the characters `from` up to, but not with, `to`. */
  readonly span: (from: number, to: number) => Span;
}

const table = (...rows: (readonly [from: string, to: string])[]): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(([from, to]) => [...from].map((character) => [character, to] as const)));

const plain = table(
  ['−–—‐‑‒﹣', '-'],
  ['×·∙⋅∗•⨯✕✖⊙⨀\u2062', '*'],
  ['÷∕⁄', '/'],
  ['′’‘ʹʼ´', "'"],
  ['″', "''"],
  ['≤⩽', '<='],
  ['≥⩾', '>='],
  ['≠', '!='],
  ['∣❘', '|'],
  ['≈≃≅', ' '],
  ['½', '(1/2)'],
  ['⅓', '(1/3)'],
  ['¼', '(1/4)'],
  ['¾', '(3/4)'],
  ['𝟙', ' indicator '],
  ['𝟏', '1'],
  // Accents of a letter, after decomposition.
  ['\u0302', 'hat'],
  ['\u0304\u0305', 'bar'],
  ['\u0303', 'tilde'],
  // Invisible characters that change nothing: zero-width, soft hyphen, direction marks, function application.
  ['\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u2061\ufe0e\ufe0f', ''],
);

const pairs = (from: string, to: string): ReadonlyMap<string, string> => {
  const targets = [...to];
  return new Map([...from].map((character, i) => [character, targets[i] ?? '']));
};
const superscripts = pairs(
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂᵝᵞᵟᶿᵠᵡ',
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUWβγδθφχ',
);
const subscripts = pairs('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵩᵪ', '0123456789+-=()aehijklmnoprstuvxβγφχ');

const asTyped: Folded['span'] = (start, end) => ({ start, end });

const bidi = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Folds Unicode to the scanner's alphabet: full-width and styled letters, every minus and dot, fractions;
 * a run of superscripts becomes `^{…}`, of subscripts `_{…}`. Throws ReadingError beyond `most` characters.
 */
export const fold = (text: string, most: number = limits.characters): Folded => {
  if (text.length > most) {
    const hint = say('This is too long: {length, number} characters, at most {most, number} are read.', {
      length: text.length,
      most,
    });
    throw new ReadingError(hint, { start: most, end: text.length });
  }
  if (/^[ -~]*$/.test(text)) return { text, span: asTyped };
  return foldAll(text, 4 * most);
};

/** One character may stand for eighteen, so what comes out is bounded too. */
const foldAll = (text: string, most: number): Folded => {
  const starts: number[] = [];
  const ends: number[] = [];
  let plainText = '';
  let run: ReadonlyMap<string, string> | undefined;
  let start = 0;
  let end = 0;
  const push = (folded: string): void => {
    plainText += folded;
    for (let i = 0; i < folded.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (const character of text) {
    start = end;
    end = start + character.length;
    if (plainText.length > most)
      throw new ReadingError(say('This is too long to be read.'), { start, end: text.length });
    const script = character > '~' ? scriptOf(character) : undefined;
    if (run && run !== script) push('}');
    if (script && run !== script) push(script === superscripts ? '^{' : '_{');
    run = script;
    push(script?.get(character) ?? foldOne(character, start, end));
  }
  start = end;
  if (run) push('}');
  const span = (from: number, to: number): Span => {
    const first = starts[from] ?? text.length;
    return { start: first, end: to > from ? (ends[to - 1] ?? text.length) : first };
  };
  return { text: plainText, span };
};

const scriptOf = (character: string): ReadonlyMap<string, string> | undefined =>
  superscripts.has(character) ? superscripts : subscripts.has(character) ? subscripts : undefined;

const foldOne = (character: string, start: number, end: number): string => {
  if (character > ' ' && character <= '~') return character;
  const known = plain.get(character);
  if (known !== undefined) return known;
  if (/\s/.test(character)) return ' ';
  if (bidi.test(character)) {
    throw new ReadingError(
      say(
        'There is an invisible character here that changes the direction of writing. Delete it, or type the line again.',
      ),
      { start, end },
    );
  }
  const parts = [...character.normalize('NFKD')];
  const foreign = parts.some((part) => /\p{M}/u.test(part) && !plain.has(part));
  return foreign ? character : parts.map((part) => plain.get(part) ?? part).join('');
};
