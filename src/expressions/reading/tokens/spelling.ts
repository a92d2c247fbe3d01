import { closerOf, isOpening, type Token } from './token.ts';

/** A name in parts, however it was typed: W1_12, W_{12}^{(1)}, W⁽¹⁾₁₂ are all W, layer 1, index 12. */
export interface Parts {
  readonly base: string;
  readonly layer: string;
  /** Several indices are set apart by commas. */
  readonly index: string;
}

/** One way to read tokens as a name, ending before `next`. */
export interface Reading {
  readonly parts: Parts;
  readonly next: number;
  /** The layer is a superscript without brackets: a power, unless only a layer makes a declared name. */
  readonly bare: boolean;
}

const isAccent = (subscript: string): boolean =>
  subscript === 'hat' || subscript === 'bar' || subscript === 'tilde';

/** A name as it is read token by token. */
class Spelling {
  next: number;
  bare = false;
  private readonly tokens: readonly Token[];
  private base: string;
  private layer = '';
  private index = '';
  /** Digits right after the word: an index, or a layer before an index. */
  private trailing = '';

  constructor(tokens: readonly Token[], base: string, after: number) {
    this.tokens = tokens;
    this.base = base;
    this.next = after;
  }

  get parts(): Parts {
    const { base, layer, index, trailing } = this;
    if (trailing === '') return { base, layer, index };
    if (index !== '' && layer === '') return { base, layer: trailing, index };
    return { base, layer, index: index === '' ? trailing : `${trailing},${index}` };
  }

  /** Digits that touch the word. */
  touch(): boolean {
    const digits = this.tokens[this.next];
    if (digits?.kind !== 'digits' || digits.spaced) return false;
    this.trailing = digits.text;
    this.next++;
    return true;
  }

  /** A subscript or a layer more, if one follows. */
  grow(): boolean {
    const sub = subscript(this.tokens, this.next);
    if (sub) {
      if (this.index !== '') this.index += `,${sub.text}`;
      else if (isAccent(sub.text)) this.base += sub.text;
      else this.index = sub.text;
      this.next = sub.next;
      return true;
    }
    const above = this.layer === '' ? superscript(this.tokens, this.next) : undefined;
    if (!above) return false;
    this.layer = above.text;
    this.bare = above.bare;
    this.next = above.next;
    return true;
  }
}

/** The longest reading of a name whose first word, `base`, ends before token `after`. */
export const longest = (tokens: readonly Token[], base: string, after: number): Reading => {
  const spelling = new Spelling(tokens, base, after);
  spelling.touch();
  while (spelling.grow());
  return { parts: spelling.parts, next: spelling.next, bare: spelling.bare };
};

/** Every way to read it, the shortest first. */
export const readings = (tokens: readonly Token[], base: string, after: number): Reading[] => {
  const spelling = new Spelling(tokens, base, after);
  const found: Reading[] = [];
  const record = () => {
    found.push({ parts: spelling.parts, next: spelling.next, bare: spelling.bare });
  };
  record();
  if (spelling.touch()) record();
  while (spelling.grow()) record();
  return found;
};

const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === 'sign' && token.text === sign;

/** `_12`, `_{1,2}`, `_{1 2}`, `_(12)`, `_hat`. */
const subscript = (tokens: readonly Token[], at: number): { text: string; next: number } | undefined => {
  const first = tokens[at + 1];
  if (!isSign(tokens[at], '_') || !first || first.kind === 'end') return undefined;
  if (first.kind !== 'sign') return { text: first.text, next: at + 2 };
  if (!isOpening(first.text)) return undefined;
  const close = closerOf(first.text);
  const parts: string[] = [];
  for (let i = at + 2; ; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'end') return undefined;
    if (token.text === close) return { text: parts.join(','), next: i + 1 };
    if (token.kind === 'sign' && token.text !== ',') return undefined;
    if (token.text !== ',') parts.push(...token.text.split(' '));
  }
};

/** `^{(1)}`, `^(1)`, `^[1]`, `^{[1]}`, `^((1))`; without brackets `^1` and `^{1}`. */
const superscript = (
  tokens: readonly Token[],
  at: number,
): { text: string; next: number; bare: boolean } | undefined => {
  if (!isSign(tokens[at], '^')) return undefined;
  const closers: string[] = [];
  let bare = true;
  let i = at + 1;
  for (; closers.length < 3; i++) {
    const open = tokens[i]?.text ?? '';
    if (!isOpening(open)) break;
    if (open !== '{') bare = false;
    closers.unshift(closerOf(open));
  }
  const inner = tokens[i];
  if (!inner || !(inner.kind === 'word' || /^\d+$/.test(inner.text))) return undefined;
  const closed = closers.every((close, k) => tokens[i + 1 + k]?.text === close);
  return closed ? { text: inner.text, next: i + 1 + closers.length, bare } : undefined;
};
