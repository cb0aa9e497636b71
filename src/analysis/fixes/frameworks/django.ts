import type { Framework } from './framework';

/** Django 4.2 or later. */
export const django: Framework = {
  id: 'django',
  name: 'Django',
  docs: 'https://docs.djangoproject.com/en/stable/ref/settings/#sessions',
  comment: '#',
  quote: "'",
  none: 'None',
  session: {
    where: 'settings.py',
    before: [],
    settings: {
      name: "SESSION_COOKIE_NAME = '$name'",
      path: "SESSION_COOKIE_PATH = '$path'",
      domain: { given: "SESSION_COOKIE_DOMAIN = '$domain'", absent: 'SESSION_COOKIE_DOMAIN = None' },
      lifetime: { given: 'SESSION_COOKIE_AGE = $seconds', session: 'SESSION_EXPIRE_AT_BROWSER_CLOSE = True' },
      secure: 'SESSION_COOKIE_SECURE = True',
      httpOnly: 'SESSION_COOKIE_HTTPONLY = True',
      sameSite: "SESSION_COOKIE_SAMESITE = '$SameSite'",
      partitioned: null,
    },
    after: [],
  },
  cookie: {
    where: 'the view (for csrftoken: CSRF_COOKIE_SECURE, CSRF_COOKIE_SAMESITE, … in settings.py)',
    before: ['response.set_cookie('],
    settings: {
      name: "    '$name', value,",
      path: "    path='$path',",
      domain: { given: "    domain='$domain',", absent: null },
      lifetime: { given: '    max_age=$seconds,', session: null },
      secure: '    secure=True,',
      httpOnly: '    httponly=True,',
      sameSite: "    samesite='$SameSite',",
      partitioned: null,
    },
    after: [')'],
  },
  actions: {
    'rotate-id': [
      'login(request, user)            # django.contrib.auth changes the id itself',
      'request.session.cycle_key()     # in a sign-in of your own',
    ],
    'end-session': ['logout(request)                 # flushes the session and deletes its cookie'],
    'delete-cookie': [
      "response.delete_cookie('$name', path='$path'$[domain:, domain='$domain'$])",
      "$[partitioned:response.cookies['$name'].update({'secure': True, 'partitioned': True})   # Python 3.14$]",
    ],
    'csrf-token': [
      "MIDDLEWARE = [..., 'django.middleware.csrf.CsrfViewMiddleware', ...]",
      '# and {% csrf_token %} in every form that posts',
    ],
    hsts: ['SECURE_HSTS_SECONDS = 31536000', 'SECURE_HSTS_INCLUDE_SUBDOMAINS = True'],
    'no-store': ["response['Cache-Control'] = 'private, no-store'   # or @never_cache"],
    'trust-proxy': ["SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')"],
    'cors-credentials': ['# package django-cors-headers', "CORS_ALLOWED_ORIGINS = ['$origin']", 'CORS_ALLOW_CREDENTIALS = True'],
  },
};
