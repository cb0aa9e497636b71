import { describe, expect, test } from 'vitest';
import { bytes } from '../../src/analysis/engine/base/bytes';
import type { Fact } from '../../src/analysis/facts/fact';
import { domainShape } from '../../src/analysis/story/domain-shape';
import type { Builder } from '../build/clock';
import { aCookie, aJarRead } from '../build/cookie';
import { aRecording, navigated } from '../build/recording';
import { aResponse, type ResponseBuilder } from '../build/response';
import { exchangesOf, replayed } from '../build/rows';
import { explainedCookie, explainedLine, saidOfSent } from './answers';

const lineOf = (url: string, line: string) => {
  const replay = replayed(aRecording().add(aResponse().from(url).sets(line)));
  return explainedLine(replay, exchangesOf(replay)[0]);
};

describe('“why is my Domain refused?”: what is no domain is named for what it is', () => {
  test.each([
    ['http://localhost:3000/', 'localhost:3000', /a Domain has no port/],
    ['https://shop.example/', 'shop.example:8443', /a Domain has no port/],
    ['https://shop.example/', 'https://shop.example', /without a scheme/],
    ['https://shop.example/', 'shop.example/app', /without a path/],
    ['https://shop.example/', '*.shop.example', /a star is not allowed/],
    ['https://shop.example/', 'undefined', /when a variable has no value/],
    ['https://shop.example/', 'null', /when a variable has no value/],
    ['https://shop.example/', '{{COOKIE_DOMAIN}}', /when a variable has no value/],
    ['https://shop.example/', 'a.example, b.example', /is one host name/],
    ['https://shop.example/', '10.0.0.7', /an IP address is no domain/],
    ['https://shop.example/', 'shop', /a name without a dot covers no other host/],
  ])('%s sets Domain=%s', (url, domain, said) => {
    const explained = lineOf(url, `sid=1; Path=/; Domain=${domain}`);
    expect(explained.verdict).toBe('rejected');
    expect(explained.particulars[0]).toMatch(said);
    expect(explained.particulars[0]).toMatch(`Domain=${domain}`);
    // Not "a public suffix, anybody can register a name under it".
    expect(explained.reason).toBeNull();
  });

  test('a domain that is one, and only not of this host, has its general reason', () => {
    const explained = lineOf('https://shop.example/', 'sid=1; Domain=other.example');
    expect(explained).toMatchObject({ reason: 'domain-mismatch', particulars: [] });
    expect(domainShape(bytes('.shop.example'), 'shop.example')).toBeNull();
    expect(domainShape(bytes('localhost'), 'localhost')).toBeNull();
  });
});

describe('“the second cookie never arrives”: two cookies in one line, a value cut short', () => {
  test.each([
    ['foo=1; Path=/; SameSite=Lax, bar=2; Path=/; HttpOnly', 'bar'],
    ['foo=1; Path=/, bar=2; Path=/', 'bar'],
    ['foo=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT, bar=2; Path=/', 'bar'],
  ])('%s holds a second cookie', (line, name) => {
    expect(lineOf('https://shop.example/', line).particulars[0]).toMatch(`The line contains a second cookie, ${name}`);
  });

  test.each([
    ['prefs=a=1;b=2;c=3; Path=/', 'b=2;c=3'],
    ['basket={"id":7;"n":2}; Path=/', '"n":2}'],
    ['acl=read|write;own|drop; Path=/', 'own|drop'],
  ])('of %s the rest of the value is lost', (line, rest) => {
    expect(lineOf('https://shop.example/', line).particulars[0]).toMatch(`“${rest}” was read as attributes`);
  });

  test.each([
    'sid=1; Path=/; Expires=Wed, 21 Oct 2037 07:28:00 GMT',
    'sid=1; Path=/; Secure; HttpOnly; SameSite=Lax; Priority=High',
    'sid=1; Path=/; Version=1; Comment=x',
    'list=a,b,c; Path=/',
  ])('%s is one whole cookie', (line) => {
    expect(lineOf('https://shop.example/', line).particulars).toEqual([]);
  });
});

test('“the session cookie goes to one endpoint only”: no Path was written, and a default one was taken', () => {
  const replay = replayed(
    aRecording()
      .add(
        aResponse().from('https://shop.example/api/session/x').by('POST').fetchedBy('https://shop.example').sets('s=1; HttpOnly'),
      )
      .after(500)
      .add(aResponse().from('https://shop.example/api/user').fetchedBy('https://shop.example')),
  );
  expect(explainedCookie(replay, exchangesOf(replay)[1]).particulars).toEqual([
    'The line that set it (https://shop.example/api/session/x) has no Path, so /api/session was taken from that URL. Write Path=/ to have it sent everywhere.',
  ]);
});

describe('“SameSite withholds my cookie on my own site”: the page on top and the frame are named', () => {
  const APP = 'https://app.test';
  const strict = () => aCookie('sid=1').on('app.test').secure().sameSite('strict');
  const withheldBy = (request: ResponseBuilder, ...before: readonly Builder<Fact>[]) => {
    const replay = replayed(
      aRecording()
        .add(aJarRead(null, strict()), ...before)
        .after(500)
        .add(request),
    );
    return explainedCookie(replay, exchangesOf(replay).at(-1)).particulars;
  };
  const framed = navigated(`${APP}/`, { frameId: 5, parentFrameId: 0 });

  test('a frame of the application in a portal opens a socket', () => {
    const socket = aResponse().from('wss://app.test/live').as('websocket').linkedFrom(APP).inFrame(5);
    expect(withheldBy(socket, navigated('https://portal.test/'), framed)).toEqual([
      'The top-level page is https://portal.test; inside it no request to app.test is same-site.',
    ]);
  });

  test('another site’s frame lies between', () => {
    const inner = aResponse().from(`${APP}/api`).fetchedBy(APP).inFrame(7, 6);
    const between = navigated('https://ads.test/', { frameId: 6, parentFrameId: 0 });
    expect(withheldBy(inner, navigated(`${APP}/`), between, navigated(`${APP}/`, { frameId: 7, parentFrameId: 6 }))).toEqual([
      'A frame of https://ads.test lies between the top-level page and this request; inside it no request to app.test is same-site.',
    ]);
  });

  test('a link of another site led here', () => {
    expect(withheldBy(aResponse().from(`${APP}/`).linkedFrom('https://idp.example'))).toEqual([
      'The request came from https://idp.example.',
    ]);
  });

  test('http and https are two sites', () => {
    expect(withheldBy(aResponse().from(`${APP}/`).linkedFrom('http://app.test'))).toEqual([
      'http://app.test and the request differ only in their scheme; http and https of app.test count as two sites.',
    ]);
  });

  test('a sandboxed document has no site', () => {
    expect(withheldBy(aResponse().from(`${APP}/`).linkedFrom('null'))).toEqual([
      'A document without an origin of its own (sandboxed, data: or file:) made the request: it is same-site with nothing.',
    ]);
  });
});

test('“a cookie without SameSite goes along with a cross-site POST where a Lax one does not”: it is younger than two minutes', () => {
  const replay = replayed(
    aRecording()
      .add(aResponse().from('https://app.test/').sets('sid=1; Path=/; Secure', 'lax=1; Path=/; Secure; SameSite=Lax'))
      .after(30_000)
      .add(aResponse().from('https://app.test/callback').by('POST').linkedFrom('https://idp.example').carrying('sid=1')),
  );
  const [, callback] = exchangesOf(replay);
  expect(saidOfSent(callback)).toEqual(['sid: Sent: every step passed.']);
  expect(explainedCookie(replay, callback, 'cookies').particulars[0]).toMatch(/younger than two minutes/);
  expect(explainedCookie(replay, callback, 'withheld')).toMatchObject({ reason: 'same-site-lax-unsafe-method' });
});
