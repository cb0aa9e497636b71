import type { NameRow } from './row';

/** What applications are built on. */
export const FRAMEWORK_COOKIES: readonly NameRow[] = [
  {
    owner: 'PHP',
    source: 'https://www.php.net/manual/en/session.configuration.php',
    cookies: { 'session-id': ['PHPSESSID', 'PHPSESSID_*'] },
  },
  {
    owner: 'Java servlet',
    source: 'https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0#cookies',
    cookies: { 'session-id': ['JSESSIONID', 'JSESSIONID.*'] },
  },
  {
    owner: 'Tomcat',
    source: 'https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Single_Sign_On_Valve',
    cookies: { 'session-id': ['JSESSIONIDSSO'] },
  },
  {
    owner: 'ASP.NET',
    source: 'https://learn.microsoft.com/dotnet/api/system.web.configuration.sessionstatesection.cookiename',
    cookies: {
      'session-id': ['ASP.NET_SessionId', /^ASPSESSIONID[A-Z]{8}$/],
      'auth-token': ['.ASPXAUTH', 'FedAuth', 'FedAuth1', '.ASPXFORMSAUTH'],
      'csrf-token': ['__RequestVerificationToken', '__RequestVerificationToken_*'],
      preference: ['.ASPXANONYMOUS'],
    },
  },
  {
    owner: 'ASP.NET Core',
    source: 'https://learn.microsoft.com/aspnet/core/security/authentication/cookie',
    cookies: {
      'session-id': ['.AspNetCore.Session'],
      'auth-token': [
        '.AspNetCore.Cookies',
        /^\.AspNetCore\.CookiesC\d+$/,
        '.AspNetCore.Identity.Application',
        /^\.AspNetCore\.Identity\.ApplicationC\d+$/,
      ],
      'remember-me': [/^(?:\.AspNetCore\.)?Identity\.TwoFactorRememberMe$/],
      'csrf-token': ['.AspNetCore.Antiforgery.*'],
      // Who the other site says it is, or whose code is still to come, between two steps of a sign-in.
      'sign-in-transaction': [
        '.AspNetCore.Correlation.*',
        '.AspNetCore.OpenIdConnect.Nonce.*',
        /^(?:\.AspNetCore\.)?Identity\.(?:External|TwoFactorUserId)$/,
      ],
      preference: ['.AspNetCore.Culture'],
    },
  },
  {
    owner: 'Express',
    source: 'https://github.com/expressjs/session#name',
    cookies: { 'session-id': ['connect.sid', 'express:sess'] },
  },
  { owner: 'Koa', source: 'https://github.com/koajs/session', cookies: { 'session-id': ['koa.sess', 'koa:sess', 'koa.sid'] } },
  {
    owner: 'Sails',
    source: 'https://sailsjs.com/documentation/reference/configuration/sails-config-session',
    cookies: { 'session-id': ['sails.sid'] },
  },
  {
    owner: 'Adonis',
    source: 'https://docs.adonisjs.com/guides/basics/session',
    cookies: { 'session-id': ['adonis-session', 'adonis_session'] },
  },
  {
    owner: 'csurf',
    source: 'https://github.com/expressjs/csurf#cookie',
    cookies: { 'csrf-token': ['_csrf'] },
  },
  {
    owner: 'csrf-csrf',
    source: 'https://github.com/Psifi-Solutions/csrf-csrf',
    cookies: { 'csrf-token': ['psifi.x-csrf-token', 'x-csrf-token'] },
  },
  {
    owner: 'Django',
    source: 'https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-name',
    cookies: {
      'session-id': ['sessionid'],
      'csrf-token': ['csrftoken'],
      preference: ['django_language', 'django_timezone', 'messages'],
    },
  },
  {
    owner: 'Flask-Login',
    source: 'https://flask-login.readthedocs.io/en/latest/#cookie-settings',
    cookies: { 'remember-me': ['remember_token'] },
  },
  { owner: 'Tornado', source: 'https://www.tornadoweb.org/en/stable/guide/security.html', cookies: { 'csrf-token': ['_xsrf'] } },
  {
    owner: 'Rails',
    source: 'https://guides.rubyonrails.org/security.html#session-storage',
    cookies: { 'session-id': [/^_[a-z0-9]+(?:[_-][a-z0-9]+)*_session$/] },
  },
  {
    owner: 'Devise',
    source: 'https://github.com/heartcombo/devise',
    cookies: { 'remember-me': [/^remember_[a-z]+_token$/] },
  },
  { owner: 'Ahoy', source: 'https://github.com/ankane/ahoy', cookies: { analytics: ['ahoy_visit', 'ahoy_visitor'] } },
  {
    owner: 'Laravel',
    source: 'https://laravel.com/docs/csrf#csrf-x-xsrf-token',
    cookies: {
      'session-id': ['laravel_session', 'laravel-session'],
      'remember-me': [/^remember_[a-z]+_[0-9a-f]{40}$/],
    },
  },
  {
    owner: 'Symfony',
    source: 'https://symfony.com/doc/current/security/remember_me.html',
    cookies: { 'remember-me': ['REMEMBERME'], 'csrf-token': [/^(?:csrf-token|[a-z-]+csrf-token)(?:_.+)?$/] },
  },
  {
    owner: 'CodeIgniter',
    source: 'https://codeigniter.com/user_guide/libraries/sessions.html',
    cookies: { 'session-id': ['ci_session', 'ci_sessions'], 'csrf-token': ['csrf_cookie_name'] },
  },
  {
    owner: 'CakePHP',
    source: 'https://book.cakephp.org/5/en/development/sessions.html',
    cookies: { 'session-id': ['CAKEPHP'], 'csrf-token': ['csrfToken'], 'remember-me': ['CookieAuth'] },
  },
  {
    owner: 'Yii',
    source: 'https://www.yiiframework.com/doc/guide/2.0/en/security-authentication',
    cookies: { 'remember-me': ['_identity', /^_identity-[a-z]+$/], 'csrf-token': [/^_csrf-[a-z]+$/] },
  },
  {
    owner: 'Spring',
    source: 'https://docs.spring.io/spring-security/reference/servlet/authentication/rememberme.html',
    cookies: { 'session-id': ['SESSION'], 'remember-me': ['remember-me', 'SPRING_SECURITY_REMEMBER_ME_COOKIE'] },
  },
  {
    owner: 'Spring or Angular',
    source: 'https://angular.dev/best-practices/security#httpclient-xsrf-csrf-security',
    cookies: { 'csrf-token': ['XSRF-TOKEN', 'CSRF-TOKEN', 'XSRF-TOKEN-*'] },
  },
  {
    owner: 'Play',
    source: 'https://www.playframework.com/documentation/latest/SettingsSession',
    cookies: { 'session-id': ['PLAY_SESSION'], preference: ['PLAY_LANG'] },
  },
  {
    owner: 'Shiro',
    source: 'https://shiro.apache.org/web.html',
    cookies: { 'remember-me': ['rememberMe'] },
  },
  {
    owner: 'Phoenix',
    source: 'https://hexdocs.pm/phoenix/mix_phx_gen_auth.html',
    cookies: { 'session-id': [/^_[a-z0-9_]+_key$/], 'remember-me': [/^_[a-z0-9_]+_web_user_remember_me$/] },
  },
  {
    owner: 'ColdFusion',
    source:
      'https://helpx.adobe.com/coldfusion/developing-applications/developing-cfml-applications/using-persistent-data-and-locking/managing-the-client-state.html',
    cookies: { 'session-id': ['CFID', 'CFTOKEN', 'CFGLOBALS'] },
  },
  {
    owner: 'Auth.js',
    source: 'https://next-auth.js.org/configuration/options#cookies',
    cookies: {
      'auth-token': [/^(?:next-auth|authjs)\.session-token(?:\.\d+)?$/],
      'csrf-token': [/^(?:next-auth|authjs)\.csrf-token$/],
      'sign-in-transaction': [/^(?:next-auth|authjs)\.(?:state|nonce|pkce\.code_verifier|challenge)$/],
      preference: ['next-auth.callback-url', 'authjs.callback-url'],
    },
  },
  {
    owner: 'Next.js',
    source: 'https://nextjs.org/docs/pages/guides/internationalization',
    cookies: { preference: ['NEXT_LOCALE'] },
  },
  {
    owner: 'i18next',
    source: 'https://github.com/i18next/i18next-browser-languageDetector',
    cookies: { preference: ['i18next', 'i18n_redirected'] },
  },
  {
    owner: 'Better Auth',
    source: 'https://www.better-auth.com/docs/concepts/cookies',
    cookies: {
      'session-id': ['better-auth.session_token'],
      'auth-token': ['better-auth.session_data'],
      preference: ['better-auth.dont_remember'],
    },
  },
  { owner: 'Lucia', source: 'https://lucia-auth.com', cookies: { 'session-id': ['auth_session'] } },
  { owner: 'Meteor', source: 'https://docs.meteor.com', cookies: { 'auth-token': ['meteor_login_token'] } },
];
