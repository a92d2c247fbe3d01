/** How mathematics is written in a question: the names that may be used, and what σ stands for. */
export interface Notation {
  readonly names: readonly string[];
  readonly sigma: 'relu' | 'sigmoid' | 'tanh' | null;
  readonly decimalComma: boolean;
}
