import type { Fact } from '../../src/analysis/facts/fact';
import type { Builder } from '../build/clock';
import { aChange, aCookie } from '../build/cookie';
import { aRecording, type RecordingBuilder } from '../build/recording';
import { aResponse } from '../build/response';

export const SHOP = 'https://shop.example';
/** What every request carries. */
export const TEN_COOKIES = Array.from({ length: 10 }, (_, index) => `cookie_${index}=value${index}`).join('; ');

/** Requests without end: each sends ten cookies, every fourth sets one, every fiftieth has a line refused. */
export class Traffic {
  readonly #recording: RecordingBuilder = aRecording('chromium');
  readonly #another: (index: number) => Builder<Fact> | null;
  #requests = 0;
  #given = 0;

  /** @param another the request of this number in place of the usual one; null = the usual one */
  constructor(another: (index: number) => Builder<Fact> | null = () => null) {
    this.#another = another;
  }

  /** The facts of that many further requests. */
  next(requests: number): readonly Fact[] {
    for (let count = 0; count < requests; count++) {
      if (this.#requests === 0) this.#first();
      else this.#recording.after(1).add(this.#another(this.#requests) ?? this.#one(this.#requests));
      this.#requests += 1;
    }
    const facts = this.#recording.facts.slice(this.#given);
    this.#given += facts.length;
    return facts;
  }

  #first(): void {
    const response = aResponse().from(`${SHOP}/`);
    const change = aChange();
    for (let index = 0; index < 10; index++) {
      response.sets(`cookie_${index}=value${index}; Path=/; Secure; SameSite=Lax`);
      change.added(aCookie(`cookie_${index}=value${index}`).on('shop.example').secure().sameSite('lax'));
    }
    this.#recording.add(response.telling(change));
  }

  #one(index: number): Builder<Fact> {
    const response = aResponse()
      .from(`${SHOP}/api/items/${index}?page=${index % 7}`)
      .fetchedBy(SHOP)
      .request({ topLevelUrl: `${SHOP}/`, thirdParty: false })
      .carrying(TEN_COOKIES)
      .took(4);
    if (index % 4 === 0) response.sets(`cookie_${index % 10}=value${index % 10}; Path=/; Secure; SameSite=Lax`);
    if (index % 50 === 0) response.sets('__Host-no=1; Domain=shop.example; Path=/; Secure');
    return response;
  }
}
