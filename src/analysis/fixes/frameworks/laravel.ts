import type { Framework } from './framework';

/** Laravel 11 or later. */
export const laravel: Framework = {
  id: 'laravel',
  name: 'Laravel',
  docs: 'https://laravel.com/docs/session#configuration',
  comment: '//',
  quote: "'",
  none: 'null',
  session: {
    where: 'config/session.php',
    before: [],
    settings: {
      name: "'cookie' => '$name',",
      path: "'path' => '$path',",
      domain: { given: "'domain' => '$domain',", absent: "'domain' => null," },
      lifetime: { given: "'lifetime' => $minutes,", session: "'expire_on_close' => true," },
      secure: "'secure' => true,",
      httpOnly: "'http_only' => true,",
      sameSite: "'same_site' => '$samesite',",
      partitioned: "'partitioned' => true,",
    },
    after: [],
  },
  cookie: {
    where: 'the controller',
    before: ['use Symfony\\Component\\HttpFoundation\\Cookie;', '$response->withCookie('],
    settings: {
      name: "    Cookie::create('$name', $value)",
      path: "        ->withPath('$path')",
      domain: { given: "        ->withDomain('$domain')", absent: null },
      lifetime: { given: '        ->withExpires(time() + $seconds)', session: null },
      secure: '        ->withSecure(true)',
      httpOnly: '        ->withHttpOnly(true)',
      sameSite: "        ->withSameSite('$samesite')",
      partitioned: '        ->withPartitioned(true)',
    },
    after: [');'],
  },
  actions: {
    'rotate-id': ['$request->session()->regenerate();   // Auth::attempt() does it, a sign-in of your own must'],
    'end-session': ['Auth::logout();', '$request->session()->invalidate();', '$request->session()->regenerateToken();'],
    'delete-cookie': [
      "Cookie::queue(cookie('$name', '', -1, '$path', $domainOrNone$[secure:, true$])$[partitioned:->withPartitioned()$]);",
    ],
    'csrf-token': ['// the web middleware group checks it: put the route there, and @csrf into the form'],
    hsts: ["$response->headers->set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');"],
    'no-store': ["$response->headers->set('Cache-Control', 'private, no-store');"],
    'trust-proxy': ["$middleware->trustProxies(at: '*');   // bootstrap/app.php"],
    'cors-credentials': ['// config/cors.php', "'allowed_origins' => ['$origin'],", "'supports_credentials' => true,"],
  },
};
