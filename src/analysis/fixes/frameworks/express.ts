import { cookieOptions } from './cookie-options';
import type { Framework } from './framework';

/** Express 5 with express-session 1.18 or later. */
export const express: Framework = {
  id: 'express',
  name: 'Express',
  docs: 'https://expressjs.com/en/5x/api.html#res.cookie',
  comment: '//',
  quote: "'",
  none: 'undefined',
  session: {
    where: 'where the app is built (express-session)',
    before: [
      "app.set('trust proxy', 1); // behind a proxy that ends TLS",
      'app.use(session({',
      '  secret: process.env.SESSION_SECRET,',
      '  resave: false,',
      '  saveUninitialized: false,',
    ],
    settings: {
      name: "  name: '$name',\n  cookie: {",
      ...cookieOptions('    ', 'milliseconds'),
    },
    after: ['  },', '}));'],
  },
  cookie: {
    where: 'where the cookie is set',
    before: [],
    settings: {
      name: "res.cookie('$name', value, {",
      ...cookieOptions('  ', 'milliseconds'),
    },
    after: ['});'],
  },
  actions: {
    'rotate-id': [
      '// after the password was checked',
      'req.session.regenerate((error) => {',
      '  if (error) return next(error);',
      '  req.session.userId = user.id;',
      '  req.session.save(() => res.redirect(303, "/account"));',
      '});',
    ],
    'end-session': [
      'req.session.destroy((error) => {',
      '  if (error) return next(error);',
      "  res.clearCookie('$name', { path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] });",
      "  res.redirect(303, '/');",
      '});',
    ],
    'delete-cookie': [
      "res.clearCookie('$name', { path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] });",
    ],
    'csrf-token': [
      '// npm package csrf-sync: a token per session, checked on every POST, PUT, PATCH and DELETE',
      'const { generateToken, csrfSynchronisedProtection } = csrfSync();',
      'app.use(csrfSynchronisedProtection);',
    ],
    hsts: ['// npm package helmet', 'app.use(helmet.hsts({ maxAge: 31536000, includeSubDomains: true }));'],
    'no-store': ["res.set('Cache-Control', 'private, no-store');"],
    'trust-proxy': ["app.set('trust proxy', 1); // the proxy must send X-Forwarded-Proto"],
    'cors-credentials': ['// npm package cors', "app.use(cors({ origin: '$origin', credentials: true }));"],
  },
};
