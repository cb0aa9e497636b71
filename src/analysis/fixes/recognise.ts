import type { FrameworkId } from './frameworks/framework';

/**
 * Owners of cookie names (`session/names`) whose settings we know. Applications written in plain PHP or on servlets are
 * set by the settings of those.
 */
const OWNERS: Readonly<Record<FrameworkId, readonly string[]>> = {
  express: ['Express', 'Sails', 'csurf', 'csrf-csrf'],
  fastify: [],
  koa: ['Koa'],
  nextjs: ['Next.js', 'Auth.js'],
  django: ['Django'],
  flask: ['Flask', 'Flask-Login'],
  fastapi: [],
  rails: ['Rails', 'Devise', 'Ahoy', 'Redmine', 'Discourse', 'GitLab'],
  laravel: ['Laravel'],
  php: [
    'PHP',
    'CodeIgniter',
    'CakePHP',
    'Yii',
    'Symfony',
    'WordPress',
    'WooCommerce',
    'Drupal',
    'Joomla',
    'Magento',
    'MediaWiki',
    'Moodle',
    'TYPO3',
    'DokuWiki',
    'Roundcube',
    'Nextcloud',
    'phpBB',
    'phpMyAdmin',
  ],
  spring: ['Spring', 'Spring or Angular', 'Java servlet', 'Tomcat', 'Shiro'],
  'aspnet-core': ['ASP.NET Core', 'ASP.NET'],
  go: [],
  nginx: [],
};

const byOwner = new Map(
  Object.entries(OWNERS).flatMap(([id, owners]) => owners.map((owner): [string, FrameworkId] => [owner, id as FrameworkId])),
);

/** The framework whose settings to show for a cookie. @param owner whose cookie it is by name or shape; null = not known */
export const frameworkOf = (owner: string | null): FrameworkId | null => (owner === null ? null : (byOwner.get(owner) ?? null));

/** Every owner that leads to a framework. @internal */
export const recognisedOwners: ReadonlySet<string> = new Set(byOwner.keys());
