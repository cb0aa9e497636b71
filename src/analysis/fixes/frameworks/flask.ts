import type { Framework } from './framework';

/** Flask 3.1 or later. */
export const flask: Framework = {
  id: 'flask',
  name: 'Flask',
  docs: 'https://flask.palletsprojects.com/en/stable/config/#SESSION_COOKIE_NAME',
  comment: '#',
  quote: "'",
  none: 'None',
  session: {
    where: 'the app’s configuration',
    before: ['app.config.update('],
    settings: {
      name: "    SESSION_COOKIE_NAME='$name',",
      path: "    SESSION_COOKIE_PATH='$path',",
      domain: { given: "    SESSION_COOKIE_DOMAIN='$domain',", absent: '    SESSION_COOKIE_DOMAIN=None,' },
      lifetime: { given: '    PERMANENT_SESSION_LIFETIME=$seconds,  # with session.permanent = True', session: null },
      secure: '    SESSION_COOKIE_SECURE=True,',
      httpOnly: '    SESSION_COOKIE_HTTPONLY=True,',
      sameSite: "    SESSION_COOKIE_SAMESITE='$SameSite',",
      partitioned: '    SESSION_COOKIE_PARTITIONED=True,',
    },
    after: [')'],
  },
  cookie: {
    where: 'the view',
    before: ['response.set_cookie('],
    settings: {
      name: "    '$name', value,",
      path: "    path='$path',",
      domain: { given: "    domain='$domain',", absent: null },
      lifetime: { given: '    max_age=$seconds,', session: null },
      secure: '    secure=True,',
      httpOnly: '    httponly=True,',
      sameSite: "    samesite='$SameSite',",
      partitioned: '    partitioned=True,',
    },
    after: [')'],
  },
  actions: {
    'rotate-id': [
      '# Flask’s own session is the cookie: start it anew after the password was checked',
      'session.clear()',
      "session['user_id'] = user.id",
      'app.session_interface.regenerate(session)   # with Flask-Session',
    ],
    'end-session': ['session.clear()   # Flask then deletes the cookie'],
    'delete-cookie': [
      "response.delete_cookie('$name', path='$path'$[domain:, domain='$domain'$]$[secure:, secure=True$]$[partitioned:, partitioned=True$])",
    ],
    'csrf-token': ['CSRFProtect(app)   # Flask-WTF, and {{ csrf_token() }} in every form that posts'],
    hsts: [
      '@app.after_request',
      'def strict_transport(response):',
      "    response.headers['Strict-Transport-Security'] = 'max-age=31536000; includeSubDomains'",
      '    return response',
    ],
    'no-store': ["response.headers['Cache-Control'] = 'private, no-store'"],
    'trust-proxy': [
      'from werkzeug.middleware.proxy_fix import ProxyFix',
      'app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)',
    ],
    'cors-credentials': ['# package flask-cors', "CORS(app, origins=['$origin'], supports_credentials=True)"],
  },
};
