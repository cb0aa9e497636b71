import type { Framework } from './framework';

/** PHP 7.3 or later without a framework; Partitioned needs 8.5. */
export const php: Framework = {
  id: 'php',
  name: 'PHP',
  docs: 'https://www.php.net/manual/en/session.configuration.php',
  comment: '//',
  quote: "'",
  none: "''",
  session: {
    where: 'before the session starts (or the same names in php.ini, with session. in front)',
    before: ['session_start([', "  'use_strict_mode' => true,", "  'use_only_cookies' => true,"],
    settings: {
      name: "  'name' => '$name',",
      path: "  'cookie_path' => '$path',",
      domain: { given: "  'cookie_domain' => '$domain',", absent: "  'cookie_domain' => ''," },
      lifetime: { given: "  'cookie_lifetime' => $seconds,", session: "  'cookie_lifetime' => 0," },
      secure: "  'cookie_secure' => true,",
      httpOnly: "  'cookie_httponly' => true,",
      sameSite: "  'cookie_samesite' => '$SameSite',",
      partitioned: "  'cookie_partitioned' => true,  // PHP 8.5",
    },
    after: [']);'],
  },
  cookie: {
    where: 'where the cookie is set',
    before: [],
    settings: {
      name: "setcookie('$name', $value, [",
      path: "  'path' => '$path',",
      domain: { given: "  'domain' => '$domain',", absent: null },
      lifetime: { given: "  'expires' => time() + $seconds,", session: null },
      secure: "  'secure' => true,",
      httpOnly: "  'httponly' => true,",
      sameSite: "  'samesite' => '$SameSite',",
      partitioned: "  'partitioned' => true,  // PHP 8.5",
    },
    after: [']);'],
  },
  actions: {
    'rotate-id': ['// after the password was checked', 'session_regenerate_id(true);'],
    'end-session': [
      '$_SESSION = [];',
      'session_destroy();',
      "setcookie('$name', '', ['expires' => 1, 'path' => '$path'$[domain:, 'domain' => '$domain'$]$[secure:, 'secure' => true$]$[partitioned:, 'partitioned' => true$]]);",
    ],
    'delete-cookie': [
      "setcookie('$name', '', ['expires' => 1, 'path' => '$path'$[domain:, 'domain' => '$domain'$]$[secure:, 'secure' => true$]$[partitioned:, 'partitioned' => true$]]);",
    ],
    'csrf-token': [
      "$_SESSION['csrf'] ??= bin2hex(random_bytes(32));   // a hidden field in every form that posts",
      "if (!hash_equals($_SESSION['csrf'], $_POST['csrf'] ?? '')) { http_response_code(403); exit; }",
    ],
    hsts: ["header('Strict-Transport-Security: max-age=31536000; includeSubDomains');"],
    'no-store': ["header('Cache-Control: private, no-store');"],
    'trust-proxy': [
      "if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') $_SERVER['HTTPS'] = 'on';   // of your own proxy only",
    ],
    'cors-credentials': [
      "header('Access-Control-Allow-Origin: $origin');",
      "header('Access-Control-Allow-Credentials: true');",
      "header('Vary: Origin', false);",
    ],
  },
};
