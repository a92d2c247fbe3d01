import type { Selectable } from 'kysely';
import { z } from 'zod';
import { newId } from './ids.ts';
import { canonicalJson } from './json.ts';
import type { OverrideTerms } from './overrides.ts';
import type { Database, Queries, Writing } from './tables.ts';

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

/**
 * What changed at a quiz, first to last; for one person: overrides of their own and of the groups that they are or
 * were in, and joining or leaving a group that ever had one.
 */
export async function selectRuleChanges(
  db: Queries,
  of: { readonly courseId: string; readonly quizId: string; readonly personId?: string },
): Promise<readonly RuleChange[]> {
  const { courseId, quizId, personId } = of;
  const all = db.selectFrom('ruleChanges').selectAll().where('courseId', '=', courseId);
  const rows = await (personId === undefined
    ? all.where('quizId', '=', quizId)
    : all.where(({ or, and, eb, selectFrom }) => {
        const theirs = selectFrom('ruleChanges as memberships')
          .select('memberships.groupId')
          .where('memberships.courseId', '=', courseId)
          .where('memberships.kind', '=', 'joined')
          .where('memberships.personId', '=', personId);
        const overridden = selectFrom('ruleChanges as overrides')
          .select('overrides.groupId')
          .where('overrides.courseId', '=', courseId)
          .where('overrides.quizId', '=', quizId)
          .where('overrides.groupId', 'is not', null);
        return or([
          and([eb('quizId', '=', quizId), or([eb('personId', '=', personId), eb('groupId', 'in', theirs)])]),
          and([eb('quizId', 'is', null), eb('personId', '=', personId), eb('groupId', 'in', overridden)]),
        ]);
      })
  )
    .orderBy('at')
    .execute();
  const read = (json: string | null) => (json === null ? null : Terms.parse(JSON.parse(json)));
  return rows.map((row) => ({ ...row, before: read(row.before), after: read(row.after) }));
}
