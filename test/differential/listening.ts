import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';
import { generate } from 'selfsigned';

export interface Ports {
  readonly http: number;
  readonly https: number;
}

/** Listens on loopback, http and https, for any host, and hands over each connection. */
export async function serving(take: (socket: Socket) => void): Promise<{ servers: readonly Server[]; ports: Ports }> {
  const pem = await generate([{ name: 'commonName', value: 'stage.test' }], { keySize: 2048 });
  const servers = [createServer(), createSecureServer({ key: pem.private, cert: pem.cert })] as const;
  servers[0].on('connection', take);
  servers[1].on('secureConnection', take);
  await Promise.all(servers.map((server) => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))));
  return { servers, ports: { http: portOf(servers[0]), https: portOf(servers[1]) } };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
