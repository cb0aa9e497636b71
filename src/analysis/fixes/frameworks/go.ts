import type { Framework } from './framework';

/** Go net/http 1.23 or later; the session part is alexedwards/scs. */
export const go: Framework = {
  id: 'go',
  name: 'Go net/http',
  docs: 'https://pkg.go.dev/net/http#Cookie',
  comment: '//',
  quote: '"',
  none: '""',
  session: {
    where: 'where the session manager is built (scs)',
    before: ['sessions := scs.New()'],
    settings: {
      name: 'sessions.Cookie.Name = "$name"',
      path: 'sessions.Cookie.Path = "$path"',
      domain: { given: 'sessions.Cookie.Domain = "$domain"', absent: null },
      lifetime: { given: 'sessions.Lifetime = $seconds * time.Second', session: 'sessions.Cookie.Persist = false' },
      secure: 'sessions.Cookie.Secure = true',
      httpOnly: 'sessions.Cookie.HttpOnly = true',
      sameSite: 'sessions.Cookie.SameSite = http.SameSite$SameSiteMode',
      partitioned: 'sessions.Cookie.Partitioned = true',
    },
    after: [],
  },
  cookie: {
    where: 'the handler',
    before: ['http.SetCookie(w, &http.Cookie{'],
    settings: {
      name: '\tName: "$name", Value: value,',
      path: '\tPath: "$path",',
      domain: { given: '\tDomain: "$domain",', absent: null },
      lifetime: { given: '\tMaxAge: $seconds,', session: null },
      secure: '\tSecure: true,',
      httpOnly: '\tHttpOnly: true,',
      sameSite: '\tSameSite: http.SameSite$SameSiteMode,',
      partitioned: '\tPartitioned: true,',
    },
    after: ['})'],
  },
  actions: {
    'rotate-id': ['// after the password was checked', 'err := sessions.RenewToken(r.Context())'],
    'end-session': ['err := sessions.Destroy(r.Context())'],
    'delete-cookie': [
      'http.SetCookie(w, &http.Cookie{Name: "$name", Path: "$path"$[domain:, Domain: "$domain"$], MaxAge: -1$[secure:, Secure: true$]$[partitioned:, Partitioned: true$]})',
    ],
    'csrf-token': [
      '// Go 1.25: refuses unsafe requests that a browser marks as cross-origin, no token needed',
      'handler := http.NewCrossOriginProtection().Handler(mux)',
    ],
    hsts: ['w.Header().Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")'],
    'no-store': ['w.Header().Set("Cache-Control", "private, no-store")'],
    'trust-proxy': [
      '// r.TLS is nil behind a proxy that ends TLS',
      'isHTTPS := r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"',
    ],
    'cors-credentials': [
      'w.Header().Set("Access-Control-Allow-Origin", "$origin")',
      'w.Header().Set("Access-Control-Allow-Credentials", "true")',
      'w.Header().Add("Vary", "Origin")',
    ],
  },
};
