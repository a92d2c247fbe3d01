import { NetworkError } from './errors.ts';

export type Attribute = number | boolean | string | readonly number[];
export type Attributes = Readonly<Record<string, Attribute>>;

/** Reads a layer's attributes, with defaults, and says whose attribute is wrong. */
export class AttributeReader {
  private readonly attributes: Attributes;
  private readonly owner: string;

  constructor(attributes: Attributes, owner: string) {
    this.attributes = attributes;
    this.owner = owner;
  }

  has(name: string): boolean {
    return this.attributes[name] !== undefined;
  }

  number(name: string, fallback?: number): number {
    const value = this.read(name, fallback);
    return typeof value === 'number' ? value : this.refuse(name, 'a number', value);
  }

  /** A whole number, at least 1. */
  positive(name: string, fallback?: number): number {
    const value = this.number(name, fallback);
    return Number.isSafeInteger(value) && value > 0
      ? value
      : this.refuse(name, 'a whole number above 0', value);
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.read(name, fallback);
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false', value);
  }

  word<Word extends string>(name: string, words: readonly Word[], fallback?: Word): Word {
    const value = this.read(name, fallback);
    return words.find((word) => word === value) ?? this.refuse(name, `one of ${words.join(', ')}`, value);
  }

  /** A list of numbers; one number stands for a list of one. */
  numbers(name: string, fallback?: readonly number[]): readonly number[] {
    const value = this.read(name, fallback);
    if (typeof value === 'number') return [value];
    return typeof value === 'object' ? value : this.refuse(name, 'a list of numbers', value);
  }

  /** One number for each of `axes` axes; a single number stands for all of them. */
  perAxis(name: string, axes: number, fallback?: number | readonly number[]): readonly number[] {
    const value = this.read(name, fallback);
    if (typeof value === 'number') return Array.from({ length: axes }, () => value);
    if (typeof value === 'object' && value.length === 1 && axes > 1) return this.fill(value, axes);
    if (typeof value === 'object' && value.length === axes) return value;
    return this.refuse(name, `a number or a list of ${axes} numbers`, value);
  }

  /** The raw value, for attributes that are a number, a list or a word. */
  raw(name: string): Attribute | undefined {
    return this.attributes[name];
  }

  private fill(value: readonly number[], axes: number): readonly number[] {
    return Array.from({ length: axes }, () => value[0] ?? 0);
  }

  private read(name: string, fallback?: Attribute): Attribute {
    const value = this.attributes[name] ?? fallback;
    if (value === undefined) throw new NetworkError(`${this.owner} needs the attribute '${name}'.`);
    return value;
  }

  private refuse(name: string, needed: string, got: Attribute): never {
    throw new NetworkError(
      `${this.owner}: the attribute '${name}' must be ${needed}, but is ${JSON.stringify(got)}.`,
    );
  }
}
