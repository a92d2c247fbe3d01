import { LRUCache } from 'lru-cache';
import { say } from '../../language/index.ts';
import { markdown } from './markdown.ts';
import { type ContentProblem, typeset } from './typeset.ts';

/** What is wrong with formulas, by their LaTeX. */
export type FormulaCache = LRUCache<string, { readonly problem: ContentProblem | null }>;

/** Setting a formula takes 0.2 ms, and the variants of a question share most of theirs. */
export const formulaCache = (): FormulaCache => new LRUCache({ max: 5_000 });

function problemOf(latex: string, display: boolean, kept: FormulaCache): ContentProblem | null {
  const key = `${display} ${latex}`;
  const before = kept.get(key);
  if (before !== undefined) return before.problem;
  const set = typeset(latex, display);
  const problem = 'message' in set ? set : null;
  kept.set(key, { problem });
  return problem;
}

/** The formulas that would be shown as their source, for the author. Empty: all can be set. */
export function checkContent(source: string, kept = formulaCache()): ContentProblem[] {
  const tokens = markdown.parse(source, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const problems: ContentProblem[] = [];
  let from = 0;
  for (const { type, content } of tokens) {
    if (!type.startsWith('math')) continue;
    // Tokens know lines at most. They come in order, so the next place with this text is theirs.
    const start = Math.max(from, source.indexOf(content, from));
    const problem = problemOf(content, type !== 'math', kept);
    if (problem) {
      const message = say('the formula {formula} cannot be set: {reason}', {
        formula: `$${content.trim()}$`,
        reason: problem.message,
      });
      problems.push({ message, offset: start + problem.offset });
    }
    from = start + content.length;
  }
  const picture = source.search(/!\[[^\]\n]*\]\(/);
  if (picture >= 0) {
    const message = say(
      'a text cannot contain a picture: figures are drawn from the question, as in figure: model',
    );
    problems.push({ message, offset: picture });
  }
  return problems;
}
