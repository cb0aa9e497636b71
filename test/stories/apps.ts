import type { StoryApp } from './app';
import { adminer } from './apps/adminer';
import { authjs } from './apps/authjs';
import { betterAuth } from './apps/better-auth';
import { django } from './apps/django';
import { dokuwiki } from './apps/dokuwiki';
import { flaskLogin } from './apps/flask-login';
import { mediawiki } from './apps/mediawiki';
import { nodeRed } from './apps/node-red';
import { oidcAuthjs } from './apps/oidc-authjs';
import { oidcExpress } from './apps/oidc-express';
import { oidcFastify } from './apps/oidc-fastify';
import { oidcPassport } from './apps/oidc-passport';
import { passport } from './apps/passport';
import { phpmyadmin } from './apps/phpmyadmin';
import { redmine } from './apps/redmine';
import { roundcube } from './apps/roundcube';
import { simplesamlphp } from './apps/simplesamlphp';
import { tomcat } from './apps/tomcat';
import { wordpress } from './apps/wordpress';
import { znc } from './apps/znc';

/** Applications by the name of their recording. */
export const APPS: Readonly<Record<string, StoryApp>> = {
  adminer,
  authjs,
  django,
  dokuwiki,
  mediawiki,
  phpmyadmin,
  passport,
  redmine,
  roundcube,
  simplesamlphp,
  tomcat,
  'better-auth': betterAuth,
  'flask-login': flaskLogin,
  'node-red': nodeRed,
  'oidc-authjs': oidcAuthjs,
  'oidc-express': oidcExpress,
  'oidc-fastify': oidcFastify,
  'oidc-passport': oidcPassport,
  wordpress,
  znc,
};
