import { expect, test } from 'vitest';
import { initiatorOf } from './request-circumstances';

const PAGE = 'https://shop.example/cart';
const place = { url: 'https://shop.example/pay', method: 'GET', tabId: 1, frameId: 0, parentFrameId: -1 };

const initiator = (type: string, documentUrl: string | null, headers: Readonly<Record<string, string>>) =>
  initiatorOf({ wire: { ...place, type }, documentUrl }, headers);

test.each([
  [
    'a form says its origin',
    'main_frame',
    null,
    { origin: 'https://bank.example', 'sec-fetch-site': 'cross-site' },
    'https://bank.example',
  ],
  ['a sandboxed page says that it has none', 'main_frame', null, { origin: 'null' }, 'null'],
  ['a link names the page it is in', 'main_frame', null, { referer: 'https://mail.example/inbox' }, 'https://mail.example'],
  ['a link that names no page', 'main_frame', null, { 'sec-fetch-site': 'cross-site' }, 'null'],
  ['an address that was typed', 'main_frame', null, { 'sec-fetch-site': 'none' }, null],
  ['a page that the same origin opens', 'main_frame', null, { 'sec-fetch-site': 'same-origin' }, 'https://shop.example'],
  ['over plain http, where no header tells', 'main_frame', null, {}, undefined],
  ['what a page loads is caused by it', 'image', PAGE, {}, 'https://shop.example'],
  [
    'a style sheet is in the Referer of what it loads, and its page is the cause',
    'font',
    PAGE,
    { referer: 'https://cdn.example/a.css' },
    'https://shop.example',
  ],
  ['a frame that its page opens', 'sub_frame', PAGE, {}, 'https://shop.example'],
  ['a frame in which a link was followed', 'sub_frame', PAGE, { referer: 'https://ads.example/banner' }, 'https://ads.example'],
])('%s', (_, type, documentUrl, headers, expected) => {
  expect(initiator(type, documentUrl, headers as Record<string, string>)).toBe(expected);
});
