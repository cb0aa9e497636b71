import { instant } from '../../src/analysis/engine/base/units';
import type { Fact } from '../../src/analysis/facts/fact';
import { aChange, aCookie, aJarRead, type CookieBuilder } from '../build/cookie';
import { aGap, aRecording, navigated } from '../build/recording';
import { aResponse, type ResponseBuilder } from '../build/response';

const SHOP = 'https://shop.example';
const CDN = 'https://cdn.shop.example';
const ADS = 'https://ads.example';
const PARTNER = 'https://sync.partner.example';

/**
 * A sign-in at a shop as a browser would tell it, for looking at the panel: sent, withheld, stored, replaced,
 * deleted and refused cookies, redirects, a script's write, a pause, a third party.
 */
export function shopFacts(): readonly Fact[] {
  const values = new Map<string, string>();
  const carry = (names: string) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => `${name}=${values.get(name) ?? '?'}`)
      .join('; ');
  const cookie = (pair: string): CookieBuilder => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    values.set(name, value);
    return aCookie(pair).on('shop.example').secure();
  };
  const get = (url: string, names = '') => (names ? aResponse().from(url).carrying(carry(names)) : aResponse().from(url));
  const sub = (url: string, names = '', type: Parameters<ResponseBuilder['fetchedBy']>[1] = 'fetch') =>
    get(url, names)
      .fetchedBy(SHOP, type)
      .request({ documentUrl: `${SHOP}/`, topLevelUrl: `${SHOP}/`, thirdParty: false });
  const third = (url: string, type: Parameters<ResponseBuilder['fetchedBy']>[1] = 'fetch', names = '') =>
    sub(url, names, type).request({ thirdParty: true });

  const recording = aRecording('chromium');
  const session = cookie('__Host-session=9f2cA1b84e7d00c1').httpOnly().sameSite('lax');
  const csrf = cookie('csrf_token=b71d00aa93f1').sameSite('strict');
  const legacy = cookie('legacy_sid=41d0c0ffee77').under('/account').httpOnly();
  recording.add(
    get('http://shop.example/')
      .status(301)
      .redirectsTo(
        get(`${SHOP}/`)
          .heads('content-type', 'text/html; charset=utf-8')
          .sets(
            '__Host-session=9f2cA1b84e7d00c1; Path=/; Secure; HttpOnly; SameSite=Lax',
            'csrf_token=b71d00aa93f1; Path=/; Secure; SameSite=Strict',
            'legacy_sid=41d0c0ffee77; Path=/account; Secure; HttpOnly',
          )
          .telling(aChange().added(session).added(csrf).added(legacy)),
      ),
    navigated(`${SHOP}/`),
  );
  recording.after(300).add(sub(`${CDN}/app.9c1f.css`, '', 'stylesheet').heads('content-type', 'text/css'));
  recording.after(20).add(sub(`${CDN}/app.9c1f.js`, '', 'script').heads('content-type', 'text/javascript'));
  recording.after(160).add(sub(`${SHOP}/api/session`, '__Host-session csrf_token').heads('content-type', 'application/json'));
  const cart = cookie('cart=7c1e44b09a')
    .sameSite('none')
    .until(instant(recording.clock.now + 2_592_000_000));
  recording.add(
    sub(`${SHOP}/api/cart`, '__Host-session csrf_token')
      .sets('cart=7c1e44b09a; Path=/; Max-Age=2592000; Secure; SameSite=None')
      .telling(aChange().added(cart)),
  );
  const ga = cookie('_ga=GA1.1.9084.1700').forDomain('shop.example');
  const theme = cookie('theme=dark').sameSite('lax');
  recording.after(90).add(aChange().added(ga));
  recording.after(30).add(aChange().added(theme));
  recording.after(40).add(third(`${ADS}/collect`, 'ping').by('POST').status(204));
  recording.after(60).add(
    third(`${ADS}/frame?site=shop`, 'subdocument')
      .request({ frameId: 4, parentFrameId: 0 })
      .sets('ad_seen=1; Path=/; Secure; SameSite=None; Partitioned', 'ad_pref=2; Path=/')
      .redirectsTo(
        aResponse()
          .from(`${PARTNER}/match?u=77c1`)
          .request({ thirdParty: true })
          .sets('pid=88213; Domain=partner.example; Path=/; SameSite=None')
          .redirectsTo(aResponse().from(`${ADS}/frame/ok`).request({ thirdParty: true }).heads('content-type', 'text/html')),
      ),
  );
  recording.after(240).add(sub(`${SHOP}/api/recommend?for=home`, '__Host-session csrf_token cart _ga theme'));
  recording
    .after(8000)
    .add(
      get(`${SHOP}/products/linen-shirt`, '__Host-session csrf_token cart _ga theme').linkedFrom(SHOP),
      navigated(`${SHOP}/products/linen-shirt`),
    );
  recording.after(300).add(sub(`${CDN}/product.77aa.js`, '_ga', 'script'));
  recording.after(30).add(sub(`${SHOP}/api/stock?sku=LS-204`, '__Host-session csrf_token cart _ga theme'));
  recording.after(3000).add(sub(`${SHOP}/api/cart/items`, '__Host-session csrf_token cart _ga theme').by('POST').status(201));
  recording
    .after(5600)
    .add(get(`${SHOP}/login`, '__Host-session csrf_token cart _ga theme').linkedFrom(SHOP), navigated(`${SHOP}/login`));

  const sent = carry('__Host-session csrf_token cart _ga theme');
  const newSession = cookie('__Host-session=e81a77fe01b2c9d4').httpOnly().sameSite('lax');
  const jwt = cookie('access_jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1XzQ4MjEifQ.m2A')
    .forDomain('shop.example')
    .sameSite('lax')
    .until(instant(recording.clock.now + 7000 + 38 + 900_000));
  const newCsrf = cookie('csrf_token=0be2214d9d77').sameSite('strict');
  recording.after(7000).add(
    aResponse()
      .from(`${SHOP}/login`)
      .by('POST')
      .linkedFrom(SHOP)
      .carrying(sent)
      .status(303)
      .took(38)
      .sets(
        '__Host-session=e81a77fe01b2c9d4; Path=/; Secure; HttpOnly; SameSite=Lax',
        'access_jwt=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1XzQ4MjEifQ.m2A; Domain=shop.example; Path=/; Max-Age=900; Secure; SameSite=Lax',
        '__Host-prefs=compact; Domain=shop.example; Path=/; Secure; SameSite=Lax',
        'legacy_sid=; Path=/account; Max-Age=0; Secure; HttpOnly',
      )
      .telling(aChange().replaced(session, newSession).added(jwt).removed(legacy, 'expired-overwrite'))
      .redirectsTo(
        get(`${SHOP}/account`, '__Host-session csrf_token cart _ga theme access_jwt')
          .took(61)
          .heads('content-type', 'text/html; charset=utf-8')
          .carrying(`${sent.replace('9f2cA1b84e7d00c1', 'e81a77fe01b2c9d4')}; access_jwt=${values.get('access_jwt')}`)
          .sets('csrf_token=0be2214d9d77; Path=/; Secure; SameSite=Strict')
          .telling(aChange().replaced(csrf, newCsrf)),
      ),
    aJarRead('shop.example', newSession, newCsrf, cart, ga, theme, jwt),
    navigated(`${SHOP}/account`),
  );
  const signedIn = '__Host-session cart _ga theme access_jwt csrf_token';
  recording.after(300).add(sub(`${CDN}/account.51d0.js`, '_ga access_jwt', 'script'));
  recording.after(100).add(sub(`${SHOP}/api/me`, signedIn), sub(`${SHOP}/api/orders?page=1`, signedIn));
  recording.after(45_000).add(sub(`${SHOP}/api/address`, signedIn).by('POST'));
  recording.after(110_000).add(aGap(50_000));
  recording.after(300).add(get(`${SHOP}/checkout`, signedIn).linkedFrom(SHOP), navigated(`${SHOP}/checkout`));
  recording.after(400).add(sub(`${SHOP}/api/missing`, signedIn).status(404));
  recording.after(400).add(sub(`${SHOP}/api/slow`, signedIn).pending());
  recording.after(400).add(sub(`${SHOP}/api/broken`, signedIn).fails('net::ERR_CONNECTION_RESET'));
  recording.after(5400).add(get('https://pay.example/c/8f31').linkedFrom(SHOP), navigated('https://pay.example/c/8f31'));
  const embed = (path: string, names: string, type: Parameters<ResponseBuilder['fetchedBy']>[1] = 'fetch') =>
    get(`${SHOP}${path}`, names)
      .fetchedBy('https://pay.example', type)
      .request({ topLevelUrl: 'https://pay.example/c/8f31', thirdParty: true });
  recording.after(400).add(embed('/embed/cart', 'cart', 'subdocument').request({ frameId: 9, parentFrameId: 0 }));
  recording.after(300).add(embed('/embed/cart/lines', 'cart'));
  recording.after(200).add(
    sub('https://pay.example/odd?q=%3Cb%3E')
      .fetchedBy('https://pay.example')
      .sets(
        '<img src=x onerror=alert(1)>=<script>; Path=/',
        'rtl\u202etxt=a\u200bb; Path=/; Nonsense',
        `big=${'x'.repeat(4200)}; Path=/`,
        'lone',
      ),
  );
  recording.after(3000).add(get(`${SHOP}/account`, signedIn).linkedFrom('https://pay.example'), navigated(`${SHOP}/account`));
  return recording.facts;
}
