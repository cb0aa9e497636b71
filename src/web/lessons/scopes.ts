import type { Lesson } from './lesson';

const LARGE = 'x'.repeat(4093);

/** Lessons one to five: what a cookie is, and where, how long and to whom it goes. */
export const SCOPE_LESSONS: readonly Lesson[] = [
  {
    id: 'first-cookie',
    scenes: [
      {
        id: 'pair',
        visits: [
          { url: 'https://www.example.org/', seconds: 0, lines: ['yummy_cookie=chocolate', 'tasty_cookie=strawberry'] },
          { url: 'https://www.example.org/sample_page.html', seconds: 60, lines: [] },
        ],
        question: {
          kind: 'carried',
          choices: ['tasty_cookie=strawberry', 'yummy_cookie=chocolate; tasty_cookie=strawberry', ''],
        },
      },
      {
        id: 'structure',
        visits: [
          { url: 'https://www.example.org/', seconds: 0, lines: ['colours=red;blue; Path=/'] },
          { url: 'https://www.example.org/sample_page.html', seconds: 60, lines: [] },
        ],
        question: { kind: 'carried', choices: ['colours=red;blue', 'colours=red%3Bblue', 'colours=red'] },
      },
      {
        id: 'too-large',
        visits: [{ url: 'https://www.example.org/', seconds: 0, lines: [`cart=${LARGE}; Path=/`] }],
        question: { kind: 'stored' },
      },
    ],
  },
  {
    id: 'who-gets-it',
    scenes: [
      {
        id: 'host-only',
        visits: [
          { url: 'https://login.example.com/', seconds: 0, lines: ['id=a3fWa; Path=/; Secure; HttpOnly'] },
          { url: 'https://www.example.com/', seconds: 60, lines: [] },
        ],
        question: { kind: 'sent' },
      },
      {
        id: 'domain',
        visits: [
          { url: 'https://login.example.com/', seconds: 0, lines: ['id=a3fWa; Domain=example.com; Path=/; Secure; HttpOnly'] },
          { url: 'https://www.example.com/', seconds: 60, lines: [] },
        ],
        question: { kind: 'sent' },
      },
      {
        id: 'other-domain',
        visits: [{ url: 'https://example.com/', seconds: 0, lines: ['id=a3fWa; Domain=store.example.com; Secure'] }],
        question: { kind: 'stored' },
      },
      {
        id: 'path',
        visits: [
          { url: 'https://www.example.com/docs/', seconds: 0, lines: ['id=a3fWa; Path=/docs; Secure; HttpOnly'] },
          { url: 'https://www.example.com/documents', seconds: 60, lines: [] },
        ],
        question: { kind: 'sent' },
      },
    ],
  },
  {
    id: 'how-long',
    scenes: [
      {
        id: 'both-lifetimes',
        visits: [
          {
            url: 'https://shop.example/',
            seconds: 0,
            lines: ['id=a3fWa; Expires=Sun, 31 Oct 2021 07:28:00 GMT; Max-Age=2592000; Secure'],
          },
          { url: 'https://shop.example/', seconds: 86_400, lines: [] },
        ],
        question: { kind: 'sent' },
      },
      {
        id: 'no-lifetime',
        visits: [{ url: 'https://shop.example/', seconds: 0, lines: ['sid=31d4d96e; Path=/; Secure; HttpOnly'] }],
        question: { kind: 'kept', choices: [1, null, 400] },
      },
      {
        id: 'two-years',
        visits: [{ url: 'https://shop.example/', seconds: 0, lines: ['remember=yes; Max-Age=63072000; Path=/; Secure'] }],
        question: { kind: 'kept', choices: [730, 400, null] },
      },
    ],
  },
  {
    id: 'script',
    scenes: [
      {
        id: 'script-reads',
        visits: [
          {
            url: 'https://shop.example/',
            seconds: 0,
            lines: ['sid=31d4d96e; Path=/; Secure; HttpOnly', 'theme=dark; Path=/; Secure'],
          },
          { url: 'https://shop.example/', via: 'script', seconds: 60, lines: [] },
        ],
        question: { kind: 'carried', choices: ['sid=31d4d96e; theme=dark', 'theme=dark', ''] },
      },
      {
        id: 'script-writes',
        visits: [
          { url: 'https://shop.example/', seconds: 0, lines: ['sid=31d4d96e; Path=/; Secure; HttpOnly'] },
          { url: 'https://shop.example/', via: 'script', seconds: 60, lines: ['sid=of-the-attacker; Path=/; Secure'] },
        ],
        question: { kind: 'stored' },
      },
    ],
  },
  {
    id: 'secure',
    scenes: [
      {
        id: 'http-request',
        visits: [
          { url: 'https://shop.example/', seconds: 0, lines: ['id=a3fWa; Path=/; Secure; HttpOnly'] },
          { url: 'http://shop.example/', seconds: 60, lines: [] },
        ],
        question: { kind: 'sent' },
      },
      {
        id: 'http-response',
        visits: [{ url: 'http://shop.example/', seconds: 0, lines: ['id=a3fWa; Path=/; Secure; HttpOnly'] }],
        question: { kind: 'stored' },
      },
      {
        id: 'localhost',
        visits: [
          { url: 'http://localhost:8000/set-cookie', seconds: 0, lines: ['session_id=550e8400; Path=/; Secure; HttpOnly'] },
        ],
        question: { kind: 'stored' },
      },
    ],
  },
];
