import { longest, type Parts, type Reading, readings } from './spelling.ts';
import type { Token } from './token.ts';

type Declared = Parts & { readonly name: string };

/** Declared names by their base. */
class Index {
  private readonly byBase = new Map<string, Declared[]>();

  add(declared: Declared): void {
    const others = this.byBase.get(declared.base) ?? [];
    others.push(declared);
    this.byBase.set(declared.base, others);
  }

  all(base: string): readonly Declared[] {
    return this.byBase.get(base) ?? [];
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
      const reading = first?.kind === 'word' ? longest(tokens, first.text, 1) : undefined;
      const whole = reading?.next === tokens.length - 1 ? reading.parts : undefined;
      const { base, layer, index } = whole ?? { base: name, layer: '', index: '' };
      this.exact.add({ base, layer, index, name });
      this.folded.add({
        base: base.toLowerCase(),
        layer: layer.toLowerCase(),
        index: index.toLowerCase(),
        name,
      });
    }
  }

  /** The longest reading that is a declared name; `base` is its first word, which ends before token `after`. */
  at(tokens: readonly Token[], base: string, after: number): { name: string; next: number } | undefined {
    if (!goesOn(tokens[after])) {
      const name = this.find({ base, layer: '', index: '' });
      return name === undefined ? undefined : { name, next: after };
    }
    // Nearly always all that belongs together is the name.
    const whole = longest(tokens, base, after);
    const name = whole.bare ? undefined : this.ending(tokens, whole, after);
    return name === undefined ? this.shorter(tokens, base, after) : { name, next: whole.next };
  }

  private shorter(
    tokens: readonly Token[],
    base: string,
    after: number,
  ): { name: string; next: number } | undefined {
    const all = readings(tokens, base, after);
    for (const bare of [false, true]) {
      for (let i = all.length - 1; i >= 0; i--) {
        const reading = all[i];
        if (reading?.bare !== bare) continue;
        const name = this.ending(tokens, reading, after);
        if (name !== undefined) return { name, next: reading.next };
      }
    }
    return undefined;
  }

  /** The declared name of a reading that can end where it does. */
  private ending(tokens: readonly Token[], { parts, next }: Reading, after: number): string | undefined {
    return continues(tokens[next], next > after) ? undefined : this.find(parts);
  }

  /** How a name that is not declared would be declared, and where it ends. */
  spelled(tokens: readonly Token[], base: string, after: number): { text: string; next: number } {
    const whole = readings(tokens, base, after).findLast(({ bare }) => !bare);
    if (!whole) return { text: base, next: after };
    const { layer, index } = whole.parts;
    const plain = index.replaceAll(',', '');
    const subscript = layer !== '' || !/^\d*$/.test(plain) ? `_${plain}` : plain;
    return { text: base + layer + (plain === '' ? '' : subscript), next: whole.next };
  }

  /** The declared names that differ from a reading only by a layer or an index: W2, W_11 are like W2_11. */
  alike(tokens: readonly Token[], base: string, after: number): readonly string[] {
    const { parts } = longest(tokens, base, after);
    const index = parts.index.replaceAll(',', '');
    // Digits alone may be an index or a layer.
    const digits = index === '' ? parts.layer : index;
    return this.folded.all(parts.base.toLowerCase()).flatMap(({ layer, index: other, name }) => {
      const bare = parts.layer === '' || index === '';
      const like =
        bare && (layer !== '' || digits === '') && [layer, other.replaceAll(',', '')].includes(digits);
      return like || (digits === '' && other !== '') ? [name] : [];
    });
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
      (index === '' && layer !== '' ? names.get(base, '', layer) : undefined) ??
      (layer === '' && index.includes(',') ? names.get(base, ...layerFirst(index)) : undefined)
    );
  }
}

/** W_2_11 is W2_11. */
const layerFirst = (index: string): [layer: string, index: string] => {
  const comma = index.indexOf(',');
  return [index.slice(0, comma), index.slice(comma + 1).replaceAll(',', '')];
};

/** Digits, a subscript or a superscript. */
const goesOn = (token: Token | undefined): boolean =>
  token?.kind === 'sign' ? token.text === '_' || token.text === '^' : token?.kind === 'digits';

/** A name cannot end here: a subscript or a digit of its own follows. */
const continues = (token: Token | undefined, consumed: boolean): boolean =>
  token?.text === '_' || (token?.kind === 'digits' && !token.spaced && !consumed);
