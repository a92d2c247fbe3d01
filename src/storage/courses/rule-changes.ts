import type { ExpressionBuilder, Selectable } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../../values/json.ts';
import { newId } from '../ids.ts';
import type { Database, Queries, Writing } from '../tables.ts';
import type { OverrideTerms } from './overrides.ts';

type Row = Selectable<Database['ruleChanges']>;

/** Who changed the rules for whom, and what they were before; changes are only ever appended. */
export type RuleChange = Readonly<Omit<Row, 'before' | 'after'>> & {
  /** null: there was no override; of a membership both are. */
  readonly before: OverrideTerms | null;
  readonly after: OverrideTerms | null;
};

const Terms = z.object({
  opens: z.number().nullable(),
  due: z.number().nullable(),
  closes: z.number().nullable(),
  timeLimit: z.number().nullable(),
  extraTime: z.number().nullable(),
  attempts: z.number().nullable(),
});

export async function insertRuleChange(db: Writing, change: Omit<RuleChange, 'id'>): Promise<void> {
  const written = (terms: OverrideTerms | null) => terms && canonicalJson(Terms.parse(terms));
  await db
    .insertInto('ruleChanges')
    .values({ ...change, id: newId(), before: written(change.before), after: written(change.after) })
    .execute();
}

/** With the names of whom it is about and who did it. */
export type ListedRuleChange = RuleChange & { readonly name: string | null; readonly byName: string };

/**
 * What changed, first to last: in one group; or at a quiz, with who joined and left the groups that ever had rules of
 * their own there; of that for one person what is about them, or about a group that they ever were in.
 */
export async function selectRuleChanges(
  db: Queries,
  of: { readonly courseId: string } & (
    | { readonly groupId: string }
    | { readonly quizId: string; readonly personId?: string }
  ),
): Promise<readonly ListedRuleChange[]> {
  const all = db
    .selectFrom('ruleChanges')
    .innerJoin('people as authors', 'authors.id', 'ruleChanges.by')
    .leftJoin('people', 'people.id', 'ruleChanges.personId')
    .selectAll('ruleChanges')
    .select(['people.name', 'authors.name as byName'])
    .where('ruleChanges.courseId', '=', of.courseId);
  const rows = await ('groupId' in of ? all.where('groupId', '=', of.groupId) : all.where(atQuiz(of)))
    .orderBy('at')
    .orderBy('ruleChanges.id')
    .execute();
  const read = (json: string | null) => (json === null ? null : Terms.parse(JSON.parse(json)));
  return rows.map((row) => ({ ...row, before: read(row.before), after: read(row.after) }));
}

const atQuiz =
  (of: { readonly courseId: string; readonly quizId: string; readonly personId?: string }) =>
  ({ and, eb, or, selectFrom }: ExpressionBuilder<Database, 'ruleChanges'>) => {
    const { courseId, quizId, personId } = of;
    const groups = selectFrom('ruleChanges as others')
      .select('others.groupId')
      .where('others.courseId', '=', courseId)
      .where('others.groupId', 'is not', null);
    const concerned = or([
      eb('quizId', '=', quizId),
      and([eb('quizId', 'is', null), eb('groupId', 'in', groups.where('others.quizId', '=', quizId))]),
    ]);
    if (personId === undefined) return concerned;
    const theirs = groups.where('others.kind', '=', 'joined').where('others.personId', '=', personId);
    return and([
      concerned,
      or([
        eb('ruleChanges.personId', '=', personId),
        and([eb('ruleChanges.personId', 'is', null), eb('groupId', 'in', theirs)]),
      ]),
    ]);
  };
