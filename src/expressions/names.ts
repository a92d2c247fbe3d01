import type { Token } from './token.ts';

/** A name in parts, however it was typed: W1_12, W_{12}^{(1)}, W⁽¹⁾₁₂ are all W, layer 1, index 12. */
interface Parts {
  readonly base: string;
  readonly layer: string;
  /** Several indices are set apart by commas. */
  readonly index: string;
}

/** One way to read tokens as a name, ending before `next`. */
interface Reading {
  readonly parts: Parts;
  readonly next: number;
  /** The layer is a superscript without brackets: a power, unless only a layer makes a declared name. */
  readonly bare: boolean;
}

const accentSubscripts: ReadonlySet<string> = new Set(['hat', 'bar', 'tilde']);

/** Every way to read a name from token `at` on, the shortest first. */
const readings = (tokens: readonly Token[], at: number, base: string, after: number): Reading[] => {
  let parts: Parts = { base, layer: '', index: '' };
  let next = after;
  let bare = false;
  let trailing = '';
  const found: Reading[] = [];
  const record = (): void => {
    const digitsAreLayer = trailing !== '' && parts.index !== '' && parts.layer === '';
    const whole = digitsAreLayer
      ? { ...parts, layer: trailing }
      : trailing !== ''
        ? { ...parts, index: parts.index === '' ? trailing : `${trailing},${parts.index}` }
        : parts;
    found.push({ parts: whole, next, bare });
  };
  record();
  const digits = tokens[next];
  if (digits?.kind === 'digits' && !digits.spaced && next > at) {
    trailing = digits.text;
    next++;
    record();
  }
  for (;;) {
    const sub = parts.index === '' ? subscript(tokens, next) : undefined;
    const layer = parts.layer === '' ? superscript(tokens, next) : undefined;
    if (sub && accentSubscripts.has(sub.text)) parts = { ...parts, base: parts.base + sub.text };
    else if (sub) parts = { ...parts, index: sub.text };
    else if (layer) {
      parts = { ...parts, layer: layer.text };
      bare = layer.bare;
    } else return found;
    next = sub?.next ?? layer?.next ?? next;
    record();
  }
};

const closing: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
]);

/** `_12`, `_{1,2}`, `_{1 2}`, `_(12)`, `_hat`. */
const subscript = (tokens: readonly Token[], at: number): { text: string; next: number } | undefined => {
  const first = tokens[at + 1];
  if (tokens[at]?.text !== '_' || !first || first.kind === 'end') return undefined;
  const close = closing.get(first.text);
  if (first.kind !== 'sign') return { text: first.text, next: at + 2 };
  if (close === undefined) return undefined;
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
  if (tokens[at]?.text !== '^') return undefined;
  const closers: string[] = [];
  let bare = true;
  let i = at + 1;
  for (; closers.length < 3; i++) {
    const open = tokens[i]?.text ?? '';
    const close = closing.get(open);
    if (close === undefined) break;
    if (open !== '{') bare = false;
    closers.unshift(close);
  }
  const inner = tokens[i];
  if (!inner || !(inner.kind === 'word' || /^\d+$/.test(inner.text))) return undefined;
  const closed = closers.every((close, k) => tokens[i + 1 + k]?.text === close);
  return closed ? { text: inner.text, next: i + 1 + closers.length, bare } : undefined;
};

type Declared = Parts & { readonly name: string };

/** Declared names by their base. */
class Index {
  private readonly byBase = new Map<string, Declared[]>();

  add(declared: Declared): void {
    const others = this.byBase.get(declared.base) ?? [];
    others.push(declared);
    this.byBase.set(declared.base, others);
  }

  /** The one name with these parts; undefined if there are several. */
  get(base: string, layer: string, index: string): string | undefined {
    const same = this.byBase.get(base);
    if (!same) return undefined;
    let found: string | undefined;
    for (const declared of same) {
      if (declared.layer !== layer || declared.index !== index) continue;
      if (found !== undefined) return undefined;
      found = declared.name;
    }
    return found;
  }
}

/** The declared names, found again in every usual spelling. */
export class Names {
  private readonly exact = new Index();
  private readonly folded = new Index();
  readonly declared: readonly string[];

  /** `tokensOf` scans a declared name as it scans an answer. */
  constructor(declared: readonly string[], tokensOf: (name: string) => readonly Token[]) {
    this.declared = [...new Set(declared)];
    for (const name of this.declared) {
      const tokens = tokensOf(name);
      const first = tokens[0];
      const all = first?.kind === 'word' ? readings(tokens, 0, first.text, 1) : [];
      const whole = all.find(({ next }) => next === tokens.length - 1);
      const { base, layer, index } = whole?.parts ?? { base: name, layer: '', index: '' };
      this.exact.add({ base, layer, index, name });
      this.folded.add({
        base: base.toLowerCase(),
        layer: layer.toLowerCase(),
        index: index.toLowerCase(),
        name,
      });
    }
  }

  /** The longest reading from token `at` on that is a declared name; `base` is the word there. */
  at(
    tokens: readonly Token[],
    at: number,
    base: string,
    after: number,
  ): { name: string; next: number } | undefined {
    const follower = tokens[after];
    if (follower?.kind !== 'digits' && follower?.text !== '_' && follower?.text !== '^') {
      const name = this.find({ base, layer: '', index: '' });
      return name === undefined ? undefined : { name, next: after };
    }
    const all = readings(tokens, at, base, after);
    for (const bare of [false, true]) {
      for (let i = all.length - 1; i >= 0; i--) {
        const reading = all[i];
        if (reading?.bare !== bare || continues(tokens[reading.next], reading.next > after)) continue;
        const name = this.find(reading.parts);
        if (name !== undefined) return { name, next: reading.next };
      }
    }
    return undefined;
  }

  /** How a name that is not declared would be declared, and where it ends. */
  spelled(tokens: readonly Token[], at: number, base: string, after: number): { text: string; next: number } {
    const longest = readings(tokens, at, base, after).findLast(({ bare }) => !bare);
    if (!longest) return { text: base, next: after };
    const { layer, index } = longest.parts;
    const plain = index.replaceAll(',', '');
    const subscript = layer !== '' || !/^\d*$/.test(plain) ? `_${plain}` : plain;
    return { text: base + layer + (plain === '' ? '' : subscript), next: longest.next };
  }

  /** Whether a word alone is a declared name. */
  word(text: string): string | undefined {
    return this.exact.get(text, '', '');
  }

  private find({ base, layer, index }: Parts): string | undefined {
    const exact = this.findIn(this.exact, base, layer, index);
    // A single letter keeps its case (a is not A); w_12 and Out are read as W_12 and out if nothing else can be meant.
    if (exact !== undefined || (base.length === 1 && index === '' && layer === '')) return exact;
    return this.findIn(this.folded, base.toLowerCase(), layer.toLowerCase(), index.toLowerCase());
  }

  /** Indices count with and without commas between them; a layer alone may be declared as an index: z^{(1)}, z1. */
  private findIn(names: Index, base: string, layer: string, index: string): string | undefined {
    return (
      names.get(base, layer, index) ??
      (index.includes(',') ? names.get(base, layer, index.replaceAll(',', '')) : undefined) ??
      (index === '' && layer !== '' ? names.get(base, '', layer) : undefined)
    );
  }
}

/** A name cannot end here: a subscript or a digit of its own follows. */
const continues = (token: Token | undefined, consumed: boolean): boolean =>
  token?.text === '_' || (token?.kind === 'digits' && !token.spaced && !consumed);
