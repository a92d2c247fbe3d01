import { z } from 'zod';
import { selectOptionalUploadFor } from '../../../storage/index.ts';
import { type PageRequest, parseAddress, type Reply, type Route } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';

const Address = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** A photo or PDF of handwriting, for who handed it in and for the instructors of the course. */
export function scanPage({ storage }: Server): Route[] {
  async function show({ who, params }: PageRequest): Promise<Reply> {
    const upload = await selectOptionalUploadFor(storage.read, parseAddress(Address, params).hash, who.id);
    if (upload === undefined) throw new NotFound();
    return { inline: upload.content, type: upload.type };
  }
  return [{ path: '/scans/:hash', get: show }];
}
