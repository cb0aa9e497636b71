import type { Fact } from '../../src/analysis/facts/fact';
import { aCookie, aJarRead } from '../build/cookie';
import { aRecording } from '../build/recording';
import { aResponse } from '../build/response';

const SITES = 10;
const PAGE = 'https://shop.example';

/** A page and images of nine other sites, whose jar holds so many cookies in all. */
export function fullJar(cookies: number): readonly Fact[] {
  const host = (n: number) => (n % SITES === 0 ? 'shop.example' : `partner-${n % SITES}.example`);
  const jar = Array.from({ length: cookies }, (_, n) => {
    const cookie = aCookie(`cookie_${n}=value-${(n * 7919) % cookies}`)
      .on(host(n))
      .secure()
      .sameSite('none');
    return n % 3 === 0 ? cookie.httpOnly() : cookie;
  });
  const recording = aRecording('chromium')
    .add(aJarRead(null, ...jar))
    .after(100)
    .add(aResponse().from(`${PAGE}/`));
  for (let n = 1; n < SITES; n++)
    recording.after(5).add(
      aResponse()
        .from(`https://${host(n)}/pixel`)
        .fetchedBy(PAGE, 'image'),
    );
  return recording.facts;
}
