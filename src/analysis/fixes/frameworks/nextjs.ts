import { cookieOptions } from './cookie-options';
import type { Framework } from './framework';

/** Next.js 15 (App Router) with Auth.js 5. */
export const nextjs: Framework = {
  id: 'nextjs',
  name: 'Next.js',
  docs: 'https://nextjs.org/docs/app/api-reference/functions/cookies',
  comment: '//',
  quote: "'",
  none: 'undefined',
  session: {
    where: 'auth.ts (Auth.js)',
    before: ['export const { handlers, auth } = NextAuth({', '  cookies: { sessionToken: {'],
    settings: {
      name: "    name: '$name',\n    options: {",
      ...cookieOptions('      ', 'seconds'),
    },
    after: ['    },', '  } },', '});'],
  },
  cookie: {
    where: 'a route handler or server action',
    before: ['const jar = await cookies();'],
    settings: {
      name: "jar.set('$name', value, {",
      ...cookieOptions('  ', 'seconds'),
    },
    after: ['});'],
  },
  actions: {
    'rotate-id': [
      '// with a session of your own: never keep the id that came with the sign-in request',
      "jar.set('$name', crypto.randomUUID(), { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });",
    ],
    'end-session': [
      'await signOut(); // Auth.js',
      "jar.set({ name: '$name', value: '', maxAge: 0, path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] }); // a cookie of your own",
    ],
    'delete-cookie': [
      "jar.set({ name: '$name', value: '', maxAge: 0, path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$] });",
    ],
    'csrf-token': [
      '// Server actions compare Origin with Host. Route handlers do not: check there',
      "if (request.headers.get('origin') !== process.env.APP_ORIGIN) return new Response(null, { status: 403 });",
    ],
    hsts: [
      '// next.config.js',
      'headers: async () => [{',
      "  source: '/:path*',",
      "  headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }],",
      '}],',
    ],
    'no-store': ["response.headers.set('Cache-Control', 'private, no-store');"],
    'trust-proxy': ['AUTH_TRUST_HOST=true   # in .env, for Auth.js; Next.js itself reads X-Forwarded-Proto'],
    'cors-credentials': [
      '// in the route handler',
      'return Response.json(body, { headers: {',
      "  'Access-Control-Allow-Origin': '$origin',",
      "  'Access-Control-Allow-Credentials': 'true',",
      "  Vary: 'Origin',",
      '} });',
    ],
  },
};
