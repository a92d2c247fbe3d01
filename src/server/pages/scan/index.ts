import { z } from 'zod';
import { selectOptionalUploadFor } from '../../../storage/index.ts';
import { parseAddress, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Server } from '../../server.ts';

const Address = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** A photo or PDF of handwriting, for who handed it in and for the instructors of the course. */
export function scanPage({ storage }: Server): Route[] {
  async function show({ who, params }: Visit): Promise<Reply> {
    const upload = await selectOptionalUploadFor(storage.read, parseAddress(Address, params).hash, who.id);
    if (upload === undefined) throw new NotFound();
    return { shown: upload.content, type: upload.type };
  }
  return [{ path: '/scans/:hash', get: show }];
}
