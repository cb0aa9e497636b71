import type { Lesson, LessonVisit } from './lesson';

const ACCOUNT: LessonVisit = { url: 'https://shop.example/account', seconds: 600, lines: [] };
const first = (line: string): LessonVisit => ({ url: 'https://shop.example/', seconds: 0, lines: [line] });
const login = (...lines: readonly string[]): LessonVisit => ({
  url: 'https://shop.example/login',
  method: 'POST',
  from: 'https://shop.example/login',
  seconds: 300,
  lines,
});
const logout = (line: string): LessonVisit => ({
  url: 'https://shop.example/logout',
  method: 'POST',
  from: 'https://shop.example/account',
  seconds: 500,
  lines: [line],
});
const SCOPED = 'sid=31d4d96e; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax';

// {"user_id":42,"username":"alice","iat":1796040000,"exp":1796043600}, signed with the tutorial's own key.
const TOKEN =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo0MiwidXNlcm5hbWUiOiJhbGljZSIsImlhdCI6MTc5NjA0MDAwMCwiZXhwIjoxNzk2MDQzNjAwfQ.azrglzjM7H9bCWKXxv_JXcjr-DLg84WOydIKMO6OPxE';
const BOTH = login(
  'session_id=550e8400-e29b-41d4-a716-446655440000; Path=/; Secure; HttpOnly; SameSite=Lax',
  `token=${TOKEN}; Path=/; Secure; HttpOnly; SameSite=Lax`,
);
const FOREIGN_FORM: LessonVisit = {
  url: 'https://shop.example/order',
  method: 'POST',
  from: 'https://evil.example/win-a-coat',
  seconds: 900,
  lines: [],
};

/** Lessons nine to twelve: a session from sign-in to sign-out, and who else may use it. */
export const SESSION_LESSONS: readonly Lesson[] = [
  {
    id: 'sign-in',
    scenes: [
      {
        id: 'same-id',
        visits: [first('sid=before; Path=/; Secure; HttpOnly'), login(), ACCOUNT],
        question: { kind: 'carried', choices: ['', 'sid=before', 'sid=after'] },
      },
      {
        id: 'new-id',
        visits: [
          first('sid=before; Path=/; Secure; HttpOnly'),
          login('sid=after; Path=/; Secure; HttpOnly; SameSite=Lax'),
          ACCOUNT,
        ],
        question: { kind: 'carried', choices: ['sid=before', 'sid=after', 'sid=before; sid=after'] },
      },
      {
        id: 'planted-id',
        visits: [
          { url: 'https://blog.shop.example/', seconds: 0, lines: ['sid=planted; Domain=shop.example; Path=/'] },
          login('sid=after; Path=/; Secure; HttpOnly; SameSite=Lax'),
          ACCOUNT,
        ],
        question: { kind: 'carried', choices: ['sid=after', 'sid=planted', 'sid=planted; sid=after'] },
      },
    ],
  },
  {
    id: 'sign-out',
    scenes: [
      {
        id: 'other-scope',
        visits: [login(SCOPED), logout('sid=; Max-Age=0; Path=/'), ACCOUNT],
        question: { kind: 'carried', choices: ['', 'sid=31d4d96e', 'sid='] },
      },
      {
        id: 'same-scope',
        visits: [login(SCOPED), logout('sid=; Max-Age=0; Domain=shop.example; Path=/'), ACCOUNT],
        question: { kind: 'carried', choices: ['', 'sid=31d4d96e', 'sid='] },
      },
    ],
  },
  {
    id: 'token',
    scenes: [
      { id: 'payload', visits: [BOTH], question: { kind: 'claims', claim: 'username' } },
      { id: 'expiry', visits: [BOTH], question: { kind: 'claims', claim: 'exp' } },
    ],
  },
  {
    id: 'csrf',
    scenes: [
      {
        id: 'no-same-site',
        visits: [login('sid=31d4d96e; Path=/; Secure; HttpOnly'), FOREIGN_FORM],
        question: { kind: 'sent' },
      },
      {
        id: 'same-site-none',
        visits: [login('sid=31d4d96e; Path=/; Secure; HttpOnly; SameSite=None'), FOREIGN_FORM],
        question: { kind: 'sent' },
      },
      {
        id: 'get-changes',
        visits: [
          login('sid=31d4d96e; Path=/; Secure; HttpOnly; SameSite=Lax'),
          { url: 'https://shop.example/order?coat=1', from: 'https://evil.example/win-a-coat', seconds: 900, lines: [] },
        ],
        question: { kind: 'sent' },
      },
      {
        id: 'strict',
        visits: [
          login('sid=31d4d96e; Path=/; Secure; HttpOnly; SameSite=Strict'),
          { url: 'https://shop.example/order?coat=1', from: 'https://evil.example/win-a-coat', seconds: 900, lines: [] },
        ],
        question: { kind: 'sent' },
      },
    ],
  },
];
