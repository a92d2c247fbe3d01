/** How mathematics is written in a question: the names that may be used, and what σ stands for. */
export interface Notation {
  readonly names: readonly string[];
  /** A function by its name. */
  readonly sigma: string | null;
  readonly decimalComma: boolean;
}
