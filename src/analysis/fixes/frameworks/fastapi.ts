import type { Framework } from './framework';

/** FastAPI with Starlette's SessionMiddleware, which is always HttpOnly. */
export const fastapi: Framework = {
  id: 'fastapi',
  name: 'FastAPI',
  docs: 'https://www.starlette.io/middleware/#sessionmiddleware',
  comment: '#',
  quote: "'",
  none: 'None',
  session: {
    where: 'where the app is built (Starlette’s SessionMiddleware, always HttpOnly)',
    before: ['app.add_middleware(SessionMiddleware,', '    secret_key=settings.session_secret,'],
    settings: {
      name: "    session_cookie='$name',",
      path: "    path='$path',",
      domain: { given: "    domain='$domain',", absent: null },
      lifetime: { given: '    max_age=$seconds,', session: '    max_age=None,' },
      secure: '    https_only=True,',
      httpOnly: '',
      sameSite: "    same_site='$samesite',",
      partitioned: null,
    },
    after: [')'],
  },
  cookie: {
    where: 'the path operation',
    before: ['response.set_cookie('],
    settings: {
      name: "    '$name', value,",
      path: "    path='$path',",
      domain: { given: "    domain='$domain',", absent: null },
      lifetime: { given: '    max_age=$seconds,', session: null },
      secure: '    secure=True,',
      httpOnly: '    httponly=True,',
      sameSite: "    samesite='$samesite',",
      partitioned: '    partitioned=True,  # Python 3.14 or later',
    },
    after: [')'],
  },
  actions: {
    'rotate-id': [
      '# after the password was checked',
      'request.session.clear()',
      "request.session['user_id'] = user.id",
      '# with a store of your own: a new id from secrets.token_urlsafe(32), the old one deleted',
    ],
    'end-session': ['request.session.clear()   # the middleware then deletes the cookie'],
    'delete-cookie': [
      "response.set_cookie('$name', '', max_age=0, path='$path'$[domain:, domain='$domain'$]$[secure:, secure=True$]$[partitioned:, partitioned=True$])",
    ],
    'csrf-token': [
      '# fastapi-csrf-protect, or require a header that a foreign form cannot send',
      'x_requested_with: Annotated[str, Header()]',
    ],
    hsts: [
      "@app.middleware('http')",
      'async def strict_transport(request, call_next):',
      '    response = await call_next(request)',
      "    response.headers['Strict-Transport-Security'] = 'max-age=31536000; includeSubDomains'",
      '    return response',
    ],
    'no-store': ["response.headers['Cache-Control'] = 'private, no-store'"],
    'trust-proxy': ["uvicorn main:app --proxy-headers --forwarded-allow-ips='*'   # the address of the proxy"],
    'cors-credentials': [
      "app.add_middleware(CORSMiddleware, allow_origins=['$origin'], allow_credentials=True, allow_methods=['*'], allow_headers=['*'])",
    ],
  },
};
