import { cookieOptions } from './cookie-options';
import type { Framework } from './framework';

/** Koa with koa-session 7. */
export const koa: Framework = {
  id: 'koa',
  name: 'Koa',
  docs: 'https://github.com/koajs/session#options',
  comment: '//',
  quote: "'",
  none: 'undefined',
  session: {
    where: 'where the app is built (koa-session)',
    before: [
      'app.proxy = true; // behind a proxy that ends TLS',
      'app.keys = [process.env.SESSION_SECRET];',
      'app.use(session({',
    ],
    settings: {
      name: "  key: '$name',",
      ...cookieOptions('  ', 'milliseconds'),
      lifetime: { given: '  maxAge: $milliseconds,', session: "  maxAge: 'session'," },
    },
    after: ['}, app));'],
  },
  cookie: {
    where: 'where the cookie is set',
    before: [],
    settings: {
      name: "ctx.cookies.set('$name', value, {",
      ...cookieOptions('  ', 'milliseconds'),
    },
    after: ['});'],
  },
  actions: {
    'rotate-id': ['// after the password was checked', 'ctx.session.regenerate();', 'ctx.session.userId = user.id;'],
    'end-session': ['ctx.session = null; // deletes the cookie and, with a store, the session'],
    'delete-cookie': [
      "ctx.cookies.set('$name', null, { path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] });",
    ],
    'csrf-token': ['app.use(new CSRF()); // koa-csrf, after the session; put ctx.state._csrf into every form'],
    hsts: ['app.use(helmet.hsts({ maxAge: 31536000, includeSubDomains: true })); // koa-helmet'],
    'no-store': ["ctx.set('Cache-Control', 'private, no-store');"],
    'trust-proxy': ['app.proxy = true; // the proxy must send X-Forwarded-Proto'],
    'cors-credentials': ["app.use(cors({ origin: '$origin', credentials: true })); // @koa/cors"],
  },
};
