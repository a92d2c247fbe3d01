import express, { type Request, type Response } from 'express';

/** The longest form is an exercise of texts of 20,000 characters; the widest, one of tables and matrices. */
const parse = express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 2_000 });

/** The posted form, flat: names as sent, a value that came twice as an array. Too large or unreadable: an error with a status. */
export function readForm(request: Request, response: Response): Promise<unknown> {
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body ?? {});
      else reject(error);
    });
  });
}
