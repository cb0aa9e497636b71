import { cookieOptions } from './cookie-options';
import type { Framework } from './framework';

/** Fastify 5 with @fastify/cookie and @fastify/session. */
export const fastify: Framework = {
  id: 'fastify',
  name: 'Fastify',
  docs: 'https://github.com/fastify/session#options',
  comment: '//',
  quote: "'",
  none: 'undefined',
  session: {
    where: 'where the app is built (@fastify/session)',
    before: [
      'await app.register(fastifyCookie);',
      'await app.register(fastifySession, {',
      '  secret: process.env.SESSION_SECRET,',
    ],
    settings: {
      name: "  cookieName: '$name',\n  cookie: {",
      ...cookieOptions('    ', 'milliseconds'),
    },
    after: ['  },', '});'],
  },
  cookie: {
    where: 'where the cookie is set (@fastify/cookie)',
    before: [],
    settings: {
      name: "reply.setCookie('$name', value, {",
      ...cookieOptions('  ', 'seconds'),
    },
    after: ['});'],
  },
  actions: {
    'rotate-id': [
      '// after the password was checked',
      'await request.session.regenerate();',
      'request.session.userId = user.id;',
    ],
    'end-session': [
      'await request.session.destroy();',
      "reply.clearCookie('$name', { path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] });",
    ],
    'delete-cookie': [
      "reply.clearCookie('$name', { path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] });",
    ],
    'csrf-token': [
      "await app.register(fastifyCsrf, { sessionPlugin: '@fastify/session' }); // @fastify/csrf-protection",
      "app.addHook('preHandler', (request, reply, done) =>",
      "  request.method === 'GET' || request.method === 'HEAD' ? done() : app.csrfProtection(request, reply, done));",
    ],
    hsts: ['await app.register(fastifyHelmet, { hsts: { maxAge: 31536000, includeSubDomains: true } });'],
    'no-store': ["reply.header('cache-control', 'private, no-store');"],
    'trust-proxy': ['const app = Fastify({ trustProxy: true }); // the proxy must send X-Forwarded-Proto'],
    'cors-credentials': ["await app.register(cors, { origin: '$origin', credentials: true }); // @fastify/cors"],
  },
};
