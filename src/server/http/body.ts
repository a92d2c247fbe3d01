import express, { type Request, type Response } from 'express';
import multer, { MulterError } from 'multer';
import { say } from '../../language/index.ts';
import { BadInput } from './page-errors.ts';

/** The longest form is an exercise of texts of 20,000 characters; the widest, one of tables and matrices. */
const parse = express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 2_000 });

const MOST_FILES = 5;
const MOST_FILE_BYTES = 10_000_000;
/** Bytes of a form with files: these, and a form's texts. */
export const LARGEST_FORM = MOST_FILES * MOST_FILE_BYTES + 1_000_000;

const parseMultipart = multer({
  storage: multer.memoryStorage(),
  // Browsers send names in UTF-8.
  defParamCharset: 'utf8',
  limits: {
    fields: 2_000,
    fieldSize: 512_000,
    fieldNameSize: 200,
    files: MOST_FILES,
    fileSize: MOST_FILE_BYTES,
  },
}).any();

/** A file in a form. */
export interface PostedFile {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

export interface PostedForm {
  /** Flat: names as sent, a value that came twice as an array. */
  readonly body: unknown;
  readonly files: readonly PostedFile[];
}

/** The posted form; with files (multipart) only where `withFiles`. Too large or unreadable: an error with a status. */
export function readForm(request: Request, response: Response, withFiles: boolean): Promise<PostedForm> {
  return new Promise((resolve, reject) => {
    const parser = withFiles ? parseMultipart : parse;
    parser(request, response, (error?: unknown) => {
      if (error !== undefined && error !== null)
        return reject(parser === parse ? error : filesRefused(error));
      const files = Array.isArray(request.files) ? request.files : [];
      resolve({
        body: request.body ?? {},
        files: files.map(({ fieldname, originalname, buffer }) => ({
          field: fieldname,
          name: originalname,
          content: buffer,
        })),
      });
    });
  });
}

function filesRefused(error: unknown): BadInput {
  const tooLarge = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE';
  return tooLarge
    ? new BadInput(
        say('One file is larger than 10 MB, so no file was added.'),
        say('Take a smaller photo, or make a smaller PDF.'),
      )
    : new BadInput(say('This form with files cannot be read, so nothing was changed.'));
}
