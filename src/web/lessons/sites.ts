import type { Lesson, LessonVisit } from './lesson';

const SIGNED_IN: LessonVisit = {
  url: 'https://shop.example/login',
  method: 'POST',
  from: 'https://shop.example/login',
  seconds: 0,
  lines: ['sid=31d4d96e; Path=/; Secure; HttpOnly; SameSite=Lax'],
};
const NEWS = 'https://news.example/story';
const PLAYER = 'https://video.example/player';
const onNews = (line: string): LessonVisit => ({ url: PLAYER, as: 'frame', from: NEWS, seconds: 0, lines: [line] });
const ON_BLOG: LessonVisit = { url: PLAYER, as: 'frame', from: 'https://blog.example/', seconds: 600, lines: [] };

/** Lessons six to eight: what another site may have the browser send, and what a name promises. */
export const SITE_LESSONS: readonly Lesson[] = [
  {
    id: 'same-site',
    scenes: [
      {
        id: 'link',
        visits: [SIGNED_IN, { url: 'https://shop.example/coats', from: NEWS, seconds: 600, lines: [] }],
        question: { kind: 'sent' },
      },
      {
        id: 'form',
        visits: [SIGNED_IN, { url: 'https://shop.example/order', method: 'POST', from: NEWS, seconds: 600, lines: [] }],
        question: { kind: 'sent' },
      },
      {
        id: 'frame',
        visits: [SIGNED_IN, { url: 'https://shop.example/basket', as: 'frame', from: NEWS, seconds: 600, lines: [] }],
        question: { kind: 'sent' },
      },
    ],
  },
  {
    id: 'prefixes',
    scenes: [
      {
        id: 'host-prefix',
        visits: [
          { url: 'https://shop.example/login', seconds: 0, lines: ['__Host-sid=31d4d96e; Domain=shop.example; Path=/; Secure'] },
        ],
        question: { kind: 'stored' },
      },
      {
        id: 'secure-prefix',
        visits: [{ url: 'https://shop.example/login', seconds: 0, lines: ['__Secure-sid=31d4d96e; Path=/; HttpOnly'] }],
        question: { kind: 'stored' },
      },
      {
        id: 'http-prefix',
        visits: [
          { url: 'https://shop.example/', via: 'script', seconds: 0, lines: ['__Http-sid=of-the-attacker; Path=/; Secure'] },
        ],
        question: { kind: 'stored' },
      },
      {
        id: 'kept-promise',
        visits: [
          {
            url: 'https://shop.example/login',
            seconds: 0,
            lines: ['__Host-Http-sid=31d4d96e; Path=/; Secure; HttpOnly; SameSite=Lax'],
          },
        ],
        question: { kind: 'stored' },
      },
    ],
  },
  {
    id: 'third-parties',
    scenes: [
      {
        id: 'embedded',
        visits: [onNews('widget_session=7yjgj57e4n3d; SameSite=None; Secure; HttpOnly'), ON_BLOG],
        question: { kind: 'sent' },
      },
      {
        id: 'partitioned',
        visits: [onNews('widget_session=7yjgj57e4n3d; SameSite=None; Secure; HttpOnly; Partitioned'), ON_BLOG],
        question: { kind: 'sent' },
      },
      {
        id: 'none-insecure',
        visits: [onNews('widget_session=7yjgj57e4n3d; SameSite=None')],
        question: { kind: 'stored' },
      },
    ],
  },
];
