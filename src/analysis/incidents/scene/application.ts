import type { Exchange } from '../../replay/rows/exchange';
import { addressOf } from '../../session/requests/address';

/** An application as far as an address tells it from others. */
export interface Application {
  /** Host and port. */
  readonly authority: string;
  /** The first piece of a path that has more than one; null = it has not. */
  readonly folder: string | null;
}

/** The application that a request is for. */
export function applicationOf({ url }: Exchange): Application {
  const address = addressOf(url);
  return { authority: address?.authority ?? url, folder: /^\/([^/]+)\/./.exec(address?.path ?? '')?.[1] ?? null };
}

/** Whether two are one: host and port, and where both lie deeper, the first piece of the path. */
export const isSameApplication = (a: Application, b: Application): boolean =>
  a.authority === b.authority && (a.folder === null || b.folder === null || a.folder === b.folder);
