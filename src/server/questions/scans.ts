import sharp from 'sharp';
import { say } from '../../language/index.ts';
import { BadInput } from '../http/page-errors.ts';

/** Pixels of the largest photo that is opened: the largest that phones take. */
const MOST_PIXELS = 110_000_000;
/** Longer side of what is kept, in pixels: handwriting on A4 stays sharp. */
const LONGEST_SIDE = 2_400;

// Of everything that the library can open, what phones and scanners make; nothing else is even parsed.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const PDF = Buffer.from('%PDF-');

export interface StoredScan {
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly format: 'jpg' | 'pdf';
  readonly content: Buffer;
}

/**
 * A file as it is kept. What it is, is read from the file itself, never from its name. Photos are drawn anew as JPEG:
 * upright, smaller, and without the place and time that phones write into them. 400 for anything else.
 */
export async function toScan(content: Buffer, name: string): Promise<StoredScan> {
  if (content.subarray(0, PDF.length).equals(PDF)) return { type: 'application/pdf', format: 'pdf', content };
  try {
    const drawn = await sharp(content, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .flatten({ background: 'white' })
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer();
    return { type: 'image/jpeg', format: 'jpg', content: drawn };
  } catch {
    throw new BadInput(
      say(
        '"{name}" is neither a photo (JPEG, PNG or WebP) nor a PDF that can be read, so it was not added.',
        {
          name: name.slice(-60),
        },
      ),
      say('Take the photo again, or save the document as PDF.'),
    );
  }
}
