import type { App } from './app';
import { authjs } from './apps/authjs';
import { django } from './apps/django';
import { dokuwiki } from './apps/dokuwiki';
import { mediawiki } from './apps/mediawiki';
import { nodeRed } from './apps/node-red';
import { phpmyadmin } from './apps/phpmyadmin';
import { tomcat } from './apps/tomcat';
import { wordpress } from './apps/wordpress';

/** Applications by the name of their recording. */
export const APPS: Readonly<Record<string, App>> = {
  authjs,
  django,
  dokuwiki,
  mediawiki,
  phpmyadmin,
  tomcat,
  'node-red': nodeRed,
  wordpress,
};
