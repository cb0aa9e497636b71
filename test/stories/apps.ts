import type { App } from './app';
import { authjs } from './apps/authjs';
import { betterAuth } from './apps/better-auth';
import { django } from './apps/django';
import { dokuwiki } from './apps/dokuwiki';
import { flaskLogin } from './apps/flask-login';
import { mediawiki } from './apps/mediawiki';
import { nodeRed } from './apps/node-red';
import { passport } from './apps/passport';
import { phpmyadmin } from './apps/phpmyadmin';
import { redmine } from './apps/redmine';
import { roundcube } from './apps/roundcube';
import { tomcat } from './apps/tomcat';
import { wordpress } from './apps/wordpress';

/** Applications by the name of their recording. */
export const APPS: Readonly<Record<string, App>> = {
  authjs,
  django,
  dokuwiki,
  mediawiki,
  phpmyadmin,
  passport,
  redmine,
  roundcube,
  tomcat,
  'better-auth': betterAuth,
  'flask-login': flaskLogin,
  'node-red': nodeRed,
  wordpress,
};
