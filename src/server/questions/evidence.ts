import { type Drawing, drawPlot } from '../../figures/index.ts';
import { type Language, type Message, say, type Words } from '../../language/index.ts';
import { witnessFigure } from '../../quizzes/prepare/figure.ts';
import type { Figure, Question } from '../../quizzes/quiz.ts';
import type { EvidenceTable, MarkedMatrix, Witness } from '../../values/witness.ts';

/** What the partial `evidence` reads: rows of which some differ, with the columns that are wrong in them. */
export interface EvidencePart {
  readonly columns: readonly Words[];
  readonly rows: readonly {
    readonly cells: readonly Words[];
    readonly differs: boolean;
    readonly wrong: readonly number[];
  }[];
}

/** What the partial `figure` reads: a drawing, and the numbers in it where they fill a table. */
export interface FigurePart {
  readonly svg: string;
  readonly table: EvidencePart | null;
}

/** What the partial `review/marked-matrix` reads: rows of cells, each set and judged. */
type MatrixPart = readonly (readonly {
  readonly latex: string;
  readonly verdict: string;
  readonly icon: string;
  readonly word: Message;
}[])[];

/** What the partial `review/witness` reads. */
export interface WitnessPart {
  readonly says: Words;
  readonly table: EvidencePart | null;
  readonly matrix: MatrixPart | null;
  readonly network: FigurePart | null;
  readonly plot: FigurePart | null;
}

/** `id` begins the ids inside the drawing, so it is unique on the page. */
export const drawFigure = (figure: Figure | null, id: string, language: Language): FigurePart | null =>
  figure && figurePart(figure(id, language));

/** Evidence with its pictures drawn: the failing input running through the network, the curves. */
export function drawEvidence(
  { id, context }: Pick<Question, 'id' | 'context'>,
  { says, table, network, matrix, plot }: Omit<Witness, 'expected'>,
  language: Language,
): WitnessPart {
  const drawn = network && context.model ? witnessFigure(context.model, network) : null;
  return {
    says,
    table: table ? evidencePart(table) : null,
    matrix: matrix ? matrixPart(matrix) : null,
    network: drawFigure(drawn, `${id}-witness`, language),
    plot: plot ? figurePart(drawPlot(plot, { id: `${id}-plot`, language })) : null,
  };
}

/** Evidence in words and numbers alone. */
export const evidencePart = ({ columns, rows }: EvidenceTable): EvidencePart => ({
  columns,
  rows: rows.map(({ cells, differs, wrong = [] }) => ({ cells, differs, wrong })),
});

const figurePart = ({ svg, table }: Drawing): FigurePart => ({
  svg,
  table: table ? evidencePart(table) : null,
});

const CELLS = {
  right: { icon: '✓', word: say('right') },
  wrong: { icon: '✗', word: say('wrong') },
  open: { icon: '…', word: say('not decided') },
} as const;

const matrixPart = (matrix: MarkedMatrix): MatrixPart =>
  matrix.map((row) => row.map(({ latex, verdict }) => ({ latex, verdict, ...CELLS[verdict] })));
