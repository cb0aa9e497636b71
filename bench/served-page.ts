import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that is served on this machine until it is closed. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** @param host any below `localhost`: the server answers to every one */
export async function served(answer: RequestListener, host = 'page.localhost'): Promise<ServedPage> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
