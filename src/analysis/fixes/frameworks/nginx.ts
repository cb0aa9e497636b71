import type { Framework, Template } from './framework';

const proxied: Template = {
  where: 'the location block that proxies to the app (nginx 1.19.3); it can add flags, not rename or date a cookie',
  before: [],
  settings: {
    name: null,
    path: null,
    domain: { given: null, absent: null },
    lifetime: { given: null, session: null },
    secure: 'proxy_cookie_flags $name secure;',
    httpOnly: 'proxy_cookie_flags $name httponly;',
    sameSite: 'proxy_cookie_flags $name samesite=$samesite;',
    partitioned: null,
  },
  after: [],
};

/** nginx as a reverse proxy: what it can add to the cookies of the app behind it. */
export const nginx: Framework = {
  id: 'nginx',
  name: 'nginx',
  docs: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cookie_flags',
  comment: '#',
  quote: '"',
  none: '',
  session: proxied,
  cookie: proxied,
  actions: {
    'rotate-id': [],
    'end-session': [],
    'delete-cookie': [
      'add_header Set-Cookie "$name=; Path=$path; Max-Age=0$[domain:; Domain=$domain$]$[secure:; Secure$]$[partitioned:; Partitioned$]" always;',
    ],
    'csrf-token': [],
    hsts: ['add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;'],
    'no-store': ['add_header Cache-Control "private, no-store" always;'],
    'trust-proxy': ['proxy_set_header X-Forwarded-Proto $scheme;', 'proxy_set_header Host $host;'],
    'cors-credentials': [
      'add_header Access-Control-Allow-Origin "$origin" always;',
      'add_header Access-Control-Allow-Credentials true always;',
      'add_header Vary Origin always;',
    ],
  },
};
