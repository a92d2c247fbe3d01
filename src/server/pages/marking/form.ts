import { z } from 'zod';
import { type Message, say } from '../../../language/index.ts';

const LONGEST_COMMENT = 5_000;

export const MarkForm = z.strictObject({
  attempt: z.string().max(100),
  /** The marking that counted when the form was shown. */
  seen: z.coerce.number().int(),
  mark: z.string().max(100),
  comment: z.string().max(20_000),
  /** The comment is only to be shown as the student will read it: on the page, or as a part of it for the script. */
  preview: z.enum(['page', 'part']).optional(),
});

/** What was typed, as a mark and a comment, or what is wrong with it. */
export function readMark(
  { mark, comment }: Pick<z.infer<typeof MarkForm>, 'mark' | 'comment'>,
  maximum: number,
): { readonly mark: number; readonly comment: string | null } | { readonly problem: Message } {
  const value = /^\d{1,6}([.,]\d{1,9})?$/.test(mark.trim())
    ? Number(mark.trim().replace(',', '.'))
    : Infinity;
  if (value > maximum) {
    return {
      problem: say('A mark for this question must be a number from 0 to {maximum}, such as {half}.', {
        maximum,
        half: maximum / 2,
      }),
    };
  }
  if (comment.length > LONGEST_COMMENT) {
    const problem = say('A comment can have at most {most} characters; this one has {length}.', {
      most: LONGEST_COMMENT,
      length: comment.length,
    });
    return { problem };
  }
  return { mark: value, comment: comment.trim() === '' ? null : comment };
}
