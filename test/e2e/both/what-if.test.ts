import { beforeAll, describe, expect, test } from 'vitest';
import { followRecording } from '../../../playground/start/recording';
import { bytes } from '../../../src/analysis/engine/base/bytes';
import { Replay } from '../../../src/analysis/replay/replay';
import { editsFor } from '../../../src/analysis/what-if/edits';
import { predict } from '../../../src/analysis/what-if/predict';
import { until } from '../../browsers/until';
import type { RawAnswer } from '../raw-server';
import { rawScene } from '../scenes';

const ICON = '<link rel="icon" href="data:,">';
const page = (body: string): RawAnswer => ({ body: `<!doctype html>${ICON}${body}` });
/** Parts of a page that point to the shop, written by a script because the port is not known here. */
const written = (html: string): RawAnswer =>
  page(`<script>document.write(\`${html.replaceAll('SHOP', 'http://shop.localhost:$' + '{location.port}')}\`)</script>`);

/** What the server answers: a round switches `/set` to another line. */
const answers: Record<string, RawAnswer> = {
  '/own': page('<img src="/own-pixel" alt="">'),
  '/deep/own': page('<img src="/own-pixel-of-deep" alt="">'),
  '/elsewhere': written('<img src="SHOP/pixel" alt=""><iframe src="SHOP/framed"></iframe><a href="SHOP/linked">go</a>'),
  '/form': written('<form method="post" action="SHOP/deep/posted"><button>go</button></form>'),
};
const play = rawScene(answers);

/** Everything that is asked of the shop, besides the line. */
const REQUESTS = [
  'GET /deep/own',
  'GET /deep/sub',
  'GET /framed',
  'GET /linked',
  'GET /own',
  'GET /own-pixel',
  'GET /own-pixel-of-deep',
  'GET /pixel',
  'POST /deep/posted',
];

interface Case {
  readonly base: string;
  readonly changes: readonly string[];
}

const CASES: readonly Case[] = [
  {
    base: 'sid=a1; Path=/; HttpOnly; SameSite=Lax',
    changes: [
      'sid=a1; Path=/; HttpOnly; SameSite=Strict',
      'sid=a1; Path=/; HttpOnly; Secure; SameSite=None',
      'sid=a1; Path=/; HttpOnly',
      'sid=a1; Path=/; HttpOnly; SameSite=Lax; Domain=shop.localhost',
      'sid=a1; Path=/deep; HttpOnly; SameSite=Lax',
      'sid=a1; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
      '__Host-sid=a1; Path=/; Secure; SameSite=Lax',
      'sid=a1; Path=/; HttpOnly; SameSite=Lax; Domain=other.localhost',
    ],
  },
  {
    base: 'sid=a1; Path=/; Secure; SameSite=None',
    changes: [
      'sid=a1; Path=/; Secure; SameSite=None; Partitioned',
      'sid=a1; Path=/; Secure; SameSite=Strict',
      'sid=a1; Path=/; Secure; SameSite=Lax',
      'sid=a1; Path=/; Secure',
      'sid=a1; Path=/; SameSite=None',
      'sid=a1; Path=/deep; Secure; SameSite=None',
      'sid=a1; Path=/; Secure; SameSite=None; Domain=shop.localhost',
      '__Host-sid=a1; Path=/deep; Secure; SameSite=None',
    ],
  },
  {
    base: 'sid=a1; Path=/deep; Domain=shop.localhost',
    changes: [
      'sid=a1; Path=/; Domain=shop.localhost',
      'sid=a1; Path=/deep',
      'sid=a1; Path=/de; Domain=shop.localhost',
      'sid=a1; Path=/deep/; Domain=shop.localhost',
      'sid=a1; Path=/deep; Domain=shop.localhost; SameSite=Strict',
      'sid=a1; Path=/deep; Domain=www.shop.localhost',
      'sid=a1; Path=/deep; Domain=shop.localhost; Max-Age=3600; SameSite=Lax',
      'sid=a1; Path=/deep; Domain=shop.localhost; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ],
  },
];

/** Visits everything with a line in force. @returns whether each request carried the cookie, as the server saw it */
async function visit(line: string): Promise<ReadonlyMap<string, boolean>> {
  const { browser, server } = play();
  await browser.goto('about:blank');
  await browser.clearCookies();
  const from = server.seen.length;
  answers['/set'] = { setCookie: [line] };
  const [shop, other] = [server.at('shop'), server.at('other')];
  for (const url of [`${shop}/set`, `${shop}/own`, `${shop}/deep/own`, `${server.at('www.shop')}/deep/sub`])
    await browser.goto(url);
  for (const [url, selector] of [
    [`${other}/elsewhere`, 'a'],
    [`${other}/form`, 'button'],
  ] as const) {
    await browser.goto(url);
    await browser.click(selector);
    await browser.switchTo('shop.localhost');
  }
  const arrived = () =>
    new Map(
      server.seen.slice(from).flatMap(({ method, url = '', headers }) => {
        const request = `${method} ${url}`;
        return REQUESTS.includes(request) ? [[request, /\bsid=/.test(headers.cookie ?? '')] as const] : [];
      }),
    );
  await until('all of it was visited', () => arrived().size === REQUESTS.length, { instead: () => [...arrived().keys()] });
  return arrived();
}

describe.each(CASES)('what a recording with $base would be with', ({ base, changes }) => {
  let replay = new Replay();
  let carried = 0;

  beforeAll(async () => {
    const { browser, panel } = play();
    const recorder = await followRecording(panel.panel, browser);
    await browser.goto('about:blank');
    await browser.clearCookies();
    await recorder.settled();
    await recorder.clear();
    carried = [...(await visit(base)).values()].filter(Boolean).length;
    replay = new Replay().add(await recorder.settled());
  });

  test.each(changes)('%s is what the browser then does', async (line) => {
    const exchanges = replay.rows.filter((row) => row.kind === 'exchange');
    const set = exchanges.find(({ url }) => url.endsWith('/set'));
    const edits = editsFor(exchanges, { exchange: set?.id ?? '', index: 0, line: bytes(line) });
    const terms = { profile: replay.profile, thirdParty: 'as-recorded' } as const;
    const predicted = predict({ rows: replay.rows, replay }, edits, terms);
    expect(predicted.carried.length).toBe(carried);
    const goes = new Set([...predicted.requests.keeps, ...predicted.requests.gains]);
    const asked = exchanges.filter((each) => REQUESTS.includes(keyOf(each)));
    const open = asked.filter(({ id }) => predicted.requests['cannot-tell'].includes(id));
    // What it cannot tell is the embedded image and frame at most.
    expect(open.map(keyOf).filter((each) => !/\/(?:pixel|framed)$/.test(each))).toEqual([]);
    const known = asked.filter((each) => !open.includes(each));
    const truth = await visit(line);
    const withOrWithout = (each: (typeof asked)[number], is: boolean | undefined) =>
      `${keyOf(each)} ${is === true ? 'with' : 'without'}`;
    expect(known.map((each) => withOrWithout(each, goes.has(each.id)))).toEqual(
      known.map((each) => withOrWithout(each, truth.get(keyOf(each)))),
    );
  });
});

const keyOf = ({ sent, url }: { readonly sent: { readonly method: string }; readonly url: string }): string =>
  `${sent.method} ${new URL(url).pathname}`;
