import type { Lesson } from './lesson';

/** What cookies are mostly for: staying signed in. */
export const SESSION_LESSONS = [
  {
    id: 'sessions',
    title: 'Sessions on the server',
    teaches:
      'The cookie holds an id and nothing else; everything it stands for is kept by the server: in memory, in Redis or in a database. Servers that share the store know the same sessions, and deleting one there ends it at once.',
    look: 'Sign in and out with the Sign-in view open: anonymous id, new id at sign-in, its use, its end. Run a second server on the same store (see the README) and use the session there.',
    leads: [
      { to: '/sign-in', label: 'Sign in' },
      { to: '/account', label: 'Account, where one signs out' },
      { to: 'desk:/#alive-after-sign-out', label: 'Leave the id alive after sign-out' },
    ],
  },
  {
    id: 'tokens',
    title: 'Tokens: the session in the cookie itself',
    teaches:
      'A token (JWT) carries who you are and until when, signed. Any server that knows the key can check it and none needs to remember it, which is why it is hard to take back.',
    look: 'Sign in with a token and choose its cookie: the panel decodes header and claims, says until when it holds, and that nobody has checked the signature.',
    leads: [
      { to: '/token/sign-in', label: 'Sign in with a token' },
      { to: '/token/account', label: 'The page it protects' },
    ],
  },
  {
    id: 'csrf',
    title: 'CSRF: forms that others send for you',
    teaches:
      'Another site can make your browser send a form here, with your cookies. Two things stop it: SameSite keeps the cookies back, and a token in the form that the other site cannot know.',
    look: 'Send the form with its token, then the one without: refused. Then send the advertiser’s forged form: it arrives without cookies and is refused as well.',
    leads: [
      { to: '/preferences', label: 'A form with a token' },
      { to: '/see/csrf/without', label: 'The same form without one' },
      { to: 'ads:/forged', label: 'The advertiser’s forged form' },
      { to: 'desk:/#csrf-token-absent', label: 'Turn the tokens off' },
    ],
  },
  {
    id: 'errors',
    title: 'The five common errors',
    teaches:
      'No HttpOnly, no Secure, a wrong SameSite, an id that survives the sign-in (session fixation), a Domain that is too broad.',
    look: 'Switch one on, sign in again, and open the Findings view: it names the remedy and gives the corrected line.',
    leads: [
      { to: 'desk:/#no-httponly', label: '1. No HttpOnly' },
      { to: 'desk:/#no-secure', label: '2. No Secure' },
      { to: 'desk:/#same-site-none', label: '3. Wrong SameSite' },
      { to: 'desk:/#fixation', label: '4. Session fixation' },
      { to: 'desk:/#broad-domain', label: '5. Domain too broad' },
    ],
  },
  {
    id: 'build-one',
    title: 'Build one yourself',
    teaches:
      'This shop is the exercise: registration with hashed passwords, a sign-in with a new session id, protected pages, CSRF tokens, sign-out. Its source is meant to be read.',
    look: 'Read playground/shop, beginning at app.ts. With no switch on, the sign-in grades A+.',
    leads: [{ to: '/', label: 'The shop' }],
  },
] as const satisfies readonly Lesson[];
