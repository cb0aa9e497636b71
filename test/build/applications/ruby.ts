import type { Application } from './application';

/** Applications on Rails. */
export const RUBY: readonly Application[] = [
  {
    app: 'GitLab',
    source: 'https://gitlab.com/gitlab-org/gitlab/-/blob/master/config/initializers/session_store.rb',
    traffic: `
      GET /users/sign_in 200 | _gitlab_session={A}; path=/; expires=Mon, 30 Nov 2026 14:00:00 GMT; secure; HttpOnly; SameSite=None | preferred_language=en; path=/
      POST /users/sign_in [authenticity_token={T:86} user[login] user[password] user[remember_me]=0] 200
      POST /users/sign_in [authenticity_token={U:86} user[login] user[password] user[remember_me]=1] 302 / | remember_user_token=eyJfcmFpbHMiOnsibWVzc2FnZSI6IlcxczFYU3dpSkRKaEpERXdKREEifX0%3D--1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d; path=/; expires=Mon, 14 Dec 2026 12:00:00 GMT; HttpOnly; SameSite=None; Secure | known_sign_in={K:80}--{L:16}--{M:22}%3D%3D; path=/; expires=Mon, 14 Dec 2026 12:00:00 GMT; HttpOnly; SameSite=None; Secure | _gitlab_session={B}; path=/; secure; HttpOnly; SameSite=None | about_gitlab_active_user=true; path=/; domain=app.example
      -> / 200
      fetch POST /api/graphql [query] (x-csrf-token={V:86}) 200
      GET /dashboard/issues 200
      POST /users/sign_out [_method=post authenticity_token={V:86}] 302 /users/sign_in | remember_user_token=; path=/; Max-Age=0 | _gitlab_session={C}; path=/; secure; HttpOnly; SameSite=None
      -> /users/sign_in 200
    `,
    roles: {
      _gitlab_session: 'session-id',
      remember_user_token: 'remember-me',
      known_sign_in: 'preference',
      preferred_language: 'preference',
    },
    by: ['_gitlab_session'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'in-request field authenticity_token',
  },
  {
    app: 'Discourse',
    source: 'https://github.com/discourse/discourse/blob/main/lib/auth/default_current_user_provider.rb',
    traffic: `
      GET /login 200 | _forum_session={A:80}{A2:60}--{I1:16}--{G1:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      fetch GET /session/csrf 200 | _forum_session={B:80}{B2:60}--{I2:16}--{G2:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      fetch POST /session [login password second_factor_method timezone] (x-csrf-token={T:86}) 200 | _forum_session={C:80}{C2:60}--{I3:16}--{G3:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      fetch POST /session [login password second_factor_method timezone] (x-csrf-token={T:86}) 200 | _t={K:80}{K2:40}--{I4:16}--{G4:22}%3D%3D; path=/; expires=Fri, 29 Jan 2027 12:00:00 GMT; HttpOnly; SameSite=Lax | _forum_session={D:80}{D2:60}--{I5:16}--{G5:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      GET / 200 | _forum_session={E:80}{E2:60}--{I6:16}--{G6:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      GET /latest.json 200
      fetch DELETE /session/anna (x-csrf-token={U:86}) 200 | _t=; path=/; Max-Age=0 | _forum_session={F:80}{F2:60}--{I7:16}--{G7:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      GET / 200
    `,
    roles: { _t: 'auth-token', _forum_session: 'session-id' },
    by: ['_t'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'in-request header x-csrf-token',
  },
  {
    app: 'Mastodon: an id beside the session that lies in its cookie',
    source: 'https://github.com/mastodon/mastodon/blob/main/config/initializers/devise.rb',
    traffic: `
      GET /auth/sign_in 200 | _mastodon_session={A:80}{A2:60}--{I1:16}--{G1:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      POST /auth/sign_in [authenticity_token={T:86} user[email] user[password]] 200 | _mastodon_session={B:80}{B2:60}--{I2:16}--{G2:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      POST /auth/sign_in [authenticity_token={U:86} user[email] user[password]] 302 /home | _session_id=eyJfcmFpbHMiOnsibWVzc2FnZSI6IklqazRaVFZqWmpFM1lXUXlNbVl6TmpBaSJ9fQ%3D%3D--1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d; path=/; expires=Tue, 30 Nov 2027 12:00:00 GMT; HttpOnly; SameSite=Lax | _mastodon_session={C:80}{C2:88}{C3:60}--{I3:16}--{G3:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      -> /home 200 | _mastodon_session={D:80}{D2:88}{D3:60}--{I4:16}--{G4:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      GET /settings/profile 200 | _mastodon_session={E:80}{E2:88}{E3:60}--{I5:16}--{G5:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      POST /auth/sign_out [_method=delete authenticity_token={V:86}] 302 /auth/sign_in | _session_id=; path=/; Max-Age=0 | _mastodon_session={F:80}{F2:60}--{I6:16}--{G6:22}%3D%3D; path=/; HttpOnly; SameSite=Lax
      -> /auth/sign_in 200
    `,
    roles: { _mastodon_session: 'session-id', _session_id: 'session-id' },
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'in-request field authenticity_token',
  },
];
