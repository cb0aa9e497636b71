import type { Fact } from '../../src/analysis/facts/fact';
import { aChange, aCookie } from '../build/cookie';
import { aRecording } from '../build/recording';
import { aResponse } from '../build/response';

/** A long recording: each request sends some of ten cookies and every fourth sets one. */
export function manyFacts(requests: number): readonly Fact[] {
  const recording = aRecording('chromium');
  const header = Array.from({ length: 10 }, (_, index) => `cookie_${index}=value${index}`).join('; ');
  const first = aResponse().from('https://shop.example/');
  const change = aChange();
  for (let index = 0; index < 10; index++) {
    first.sets(`cookie_${index}=value${index}; Path=/; Secure; SameSite=Lax`);
    change.added(aCookie(`cookie_${index}=value${index}`).on('shop.example').secure().sameSite('lax'));
  }
  recording.add(first.telling(change));
  for (let index = 1; index < requests; index++) {
    const response = aResponse()
      .from(`https://shop.example/api/items/${index}?page=${index % 7}`)
      .fetchedBy('https://shop.example')
      .request({ topLevelUrl: 'https://shop.example/', thirdParty: false })
      .carrying(header)
      .took(5);
    if (index % 4 === 0) response.sets(`cookie_${index % 10}=value${index % 10}; Path=/; Secure; SameSite=Lax`);
    if (index % 50 === 0) response.sets('__Host-no=1; Domain=shop.example; Path=/; Secure');
    recording.after(3).add(response);
  }
  return recording.facts;
}
