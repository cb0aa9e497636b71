import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { MemoryStore, type Store } from 'express-session';
import { generate } from 'selfsigned';
import { adsApp } from './ads/app';
import { cdnApp } from './cdn/app';
import { type Hosts, hostsAt } from './hosts';
import { shopApp } from './shop/app';
import { Remembered } from './shop/remembered';
import { Tokens } from './shop/tokens';
import { Users } from './shop/users';
import { deskApp } from './switches/app';
import type { VariantId } from './variants';
import { Switches } from './web/switches';

export const DEFAULT_PORT = 4180;

export interface PlaygroundOptions {
  /** 0 = any free port. Absent = 4180, or any free one if that is taken. */
  readonly port?: number;
  /** The flaws that are on from the start. */
  readonly flaws?: readonly VariantId[];
  /** Where sessions are kept; absent = in memory. */
  readonly store?: Store;
  /** What servers that share a store must share too; absent = this server's own. */
  readonly shared?: { readonly secret: string; readonly users: Users; readonly remembered: Remembered };
}

export interface Playground {
  /** The shop's origin: where to begin. */
  readonly origin: string;
  readonly hosts: Hosts;
  readonly switches: Switches;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/** Starts the sign-in site on the loopback address. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  // Room for the crowds of cookies that the steps set: 16 kB of headers, the default, would refuse them with 431.
  const server = createServer({ maxHeaderSize: 128 * 1024 });
  const secure = createSecureServer(await certificate());
  const hosts = hostsAt(await listening(server, options.port), await listeningOn(secure, 0));
  const switches = new Switches(options.flaws);
  const shared = options.shared ?? { secret: randomBytes(32).toString('hex'), users: new Users(), remembered: new Remembered() };
  const sessions = options.store ?? new MemoryStore();
  const shop = shopApp({ hosts, switches, sessions, tokens: new Tokens(shared.secret, switches), ...shared });
  const answer = byHost(hosts, {
    [hosts.shop]: shop,
    [hosts.plain]: shop,
    [hosts.www]: shop,
    [hosts.tls]: shop,
    [hosts.cdn]: cdnApp(),
    [hosts.ads]: adsApp(hosts, switches),
    [hosts.id]: whenAsked(async () => (await import('./id/app')).identityApp({ hosts, secret: shared.secret, switches })),
    [hosts.saml]: whenAsked(async () => (await import('./saml/app')).samlProviderApp(hosts)),
    [hosts.desk]: deskApp(hosts, switches),
  });
  for (const each of [server, secure]) each.on('request', answer);
  const close = async () => void (await Promise.all([closed(server), closed(secure)]));
  return { origin: hosts.shop, hosts, switches, close };
}

/** Made once, for every playground of this process. */
let made: Promise<{ readonly key: string; readonly cert: string }> | null = null;
function certificate(): NonNullable<typeof made> {
  made ??= generate([{ name: 'commonName', value: 'shop.test' }], { keyType: 'ec' }).then(({ private: key, cert }) => ({
    key,
    cert,
  }));
  return made;
}

/** Starts an application with the first request to it: most visits never see the identity provider. */
function whenAsked(start: () => Promise<RequestListener>): RequestListener {
  let app: Promise<RequestListener> | null = null;
  return (request, response) => {
    app ??= start();
    app.then(
      (listener) => listener(request, response),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  };
}

/** Hands a request to the site it names; whoever comes by address is led to the shop. */
function byHost(hosts: Hosts, apps: Readonly<Record<string, RequestListener>>): RequestListener {
  return (request, response) => {
    const app = apps[`${request.socket instanceof TLSSocket ? 'https' : 'http'}://${request.headers.host}`];
    if (app !== undefined) return app(request, response);
    response.writeHead(302, { location: `${hosts.shop}/` }).end();
  };
}

async function listening(server: Server, wanted: number | undefined): Promise<number> {
  try {
    return await listeningOn(server, wanted ?? DEFAULT_PORT);
  } catch (error) {
    // Only the default gives way: who names a port wants that one, or to hear that it is taken.
    if (wanted === undefined && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') return listeningOn(server, 0);
    throw error;
  }
}

function listeningOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
