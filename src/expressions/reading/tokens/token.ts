import type { Span } from '../problem.ts';

export type TokenKind = 'number' | 'digits' | 'word' | 'command' | 'sign' | 'end';

/** `digits` are those of a name (n1, W_12); `side` says which bar of an absolute value this must be. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** Space before it. */
  readonly spaced: boolean;
  readonly side: 'open' | 'close' | 'either' | undefined;
}

export const isOpening = (sign: string): boolean => sign === '(' || sign === '[' || sign === '{';

/** The bracket that closes another. */
export const closerOf = (opener: string): string => (opener === '(' ? ')' : opener === '[' ? ']' : '}');
