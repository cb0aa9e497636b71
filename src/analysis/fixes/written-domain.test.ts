import { expect, test } from 'vitest';
import { writtenDomain } from './written-domain';

test.each([
  ['shop.example', 'shop.example', null],
  ['.shop.example', 'www.shop.example', null],
  ['localhost', 'localhost', null],
  ['localhost:3000', 'localhost', ['port', ':3000', null]],
  ['shop.example:8443', 'www.shop.example', ['port', ':8443', 'shop.example']],
  ['https://shop.example', 'shop.example', ['scheme', 'https://', 'shop.example']],
  ['https://shop.example:8443/', 'shop.example', ['scheme', 'https://', 'shop.example']],
  ['shop.example/app', 'shop.example', ['path', '/app', 'shop.example']],
  ['*.shop.example', 'www.shop.example', ['star', '*.', 'shop.example']],
  ['*', 'shop.example', ['star', '*', null]],
  ['undefined', 'shop.example', ['placeholder', 'undefined', null]],
  ['[object Object]', 'shop.example', ['placeholder', '[object Object]', null]],
  ['{{domain}}', 'shop.example', ['placeholder', '{{domain}}', null]],
  ['shop example', 'shop.example', ['characters', 'shop example', null]],
  ['b\xc3\xbccher.example', 'shop.example', ['non-ascii', 'b\xc3\xbccher.example', null]],
  ['shop', 'shop.example', ['no-dot', 'shop', null]],
  ['localhost', 'app.test', ['no-dot', 'localhost', null]],
  ['com', 'shop.com', ['no-dot', 'com', null]],
  ['co.uk', 'shop.co.uk', ['public-suffix', 'co.uk', null]],
  ['https://co.uk', 'shop.co.uk', ['scheme', 'https://', null]],
  ['idp.example', 'shop.example', ['elsewhere', 'idp.example', null]],
])('Domain=%s on %s', (written, host, expected) => {
  const found = writtenDomain(written, host);
  expect(found && [found.fault, found.part, found.meant]).toEqual(expected);
});
