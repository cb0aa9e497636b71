import type { Framework } from './framework';

/** Rails 7 or later; Partitioned needs Rack 3.1. */
export const rails: Framework = {
  id: 'rails',
  name: 'Rails',
  docs: 'https://guides.rubyonrails.org/security.html#session-storage',
  comment: '#',
  quote: "'",
  none: 'nil',
  session: {
    where: 'config/initializers/session_store.rb',
    before: ['Rails.application.config.session_store :cookie_store,'],
    settings: {
      name: "  key: '$name',",
      path: "  path: '$path',",
      domain: { given: "  domain: '$domain',", absent: null },
      lifetime: { given: '  expire_after: $seconds.seconds,', session: null },
      secure: '  secure: true,',
      httpOnly: '  httponly: true,',
      sameSite: '  same_site: :$samesite,',
      partitioned: '  partitioned: true,  # Rack 3.1',
    },
    after: [],
  },
  cookie: {
    where: 'the controller',
    before: [],
    settings: {
      name: "cookies['$name'] = {\n  value: value,",
      path: "  path: '$path',",
      domain: { given: "  domain: '$domain',", absent: null },
      lifetime: { given: '  expires: $seconds.seconds,', session: null },
      secure: '  secure: true,',
      httpOnly: '  httponly: true,',
      sameSite: '  same_site: :$samesite,',
      partitioned: '  partitioned: true,  # Rack 3.1',
    },
    after: ['}'],
  },
  actions: {
    'rotate-id': ['reset_session', 'session[:user_id] = user.id'],
    'end-session': ['reset_session'],
    'delete-cookie': [
      "cookies.delete('$name', path: '$path'$[domain:, domain: '$domain'$]$[secure:, secure: true$]$[partitioned:, partitioned: true$])",
    ],
    'csrf-token': ['protect_from_forgery with: :exception   # and csrf_meta_tags in the layout'],
    hsts: ['config.force_ssl = true', 'config.ssl_options = { hsts: { expires: 1.year, subdomains: true } }'],
    'no-store': ['response.headers["Cache-Control"] = "private, no-store"   # or no_store'],
    'trust-proxy': [
      '# Rails reads X-Forwarded-Proto by itself; where the proxy does not send it:',
      'config.assume_ssl = true   # Rails 7.1',
    ],
    'cors-credentials': [
      '# gem rack-cors',
      'Rails.application.config.middleware.insert_before 0, Rack::Cors do',
      "  allow { origins '$origin'; resource '*', credentials: true, methods: :any, headers: :any }",
      'end',
    ],
  },
};
