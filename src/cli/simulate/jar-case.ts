import { type Instant, instant } from '../../analysis/engine/base/units';
import { parseSetCookie } from '../../analysis/engine/header/set-cookie';
import { Jar } from '../../analysis/engine/jar/jar';
import { type Access, accessOf } from '../../analysis/engine/verdict/access/access';
import { cdpSendReasons, cdpSetReasons } from '../../analysis/engine/verdict/cdp-names';
import { cookieHeader } from '../../analysis/engine/verdict/on-send';
import { applySet } from '../../analysis/engine/verdict/on-set';
import type { SimulateOptions } from './arguments';
import { canonicalUrl } from './canonical';
import { type FormFields, isFields, numberIn, type SimulatedCase, textIn, textsIn } from './case-form';
import { requestContextOf } from './context-of';
import { jarText } from './jar-text';
import { NotInFormat } from './not-in-format';
import { octetsOf, textOf } from './octets';

/** Plays the steps on an empty jar. @returns one entry a step, as the contract has it */
export function runSteps(test: SimulatedCase, now: number, options: SimulateOptions): readonly unknown[] {
  const steps = test.fields.steps;
  if (!Array.isArray(steps)) throw new NotInFormat('steps is not a list');
  const play = new Play(test, options, instant(now));
  return steps.map((step: unknown) => {
    if (!isFields(step)) throw new NotInFormat('a step is not an object');
    return play.step(step);
  });
}

class Play {
  readonly #jar = new Jar();
  readonly #test: SimulatedCase;
  readonly #options: SimulateOptions;
  readonly #start: Instant;
  #at: Instant;

  constructor(test: SimulatedCase, options: SimulateOptions, at: Instant) {
    this.#test = test;
    this.#options = options;
    this.#start = at;
    this.#at = at;
  }

  step(step: FormFields): unknown {
    switch (step.op) {
      case 'set':
        return this.#set(step);
      case 'get':
        return this.#get(step);
      case 'advance':
        this.#at = instant(this.#at + numberIn(step, 'seconds') * 1000);
        return {};
      default:
        throw new NotInFormat('a step’s op is none of set, get, advance');
    }
  }

  #set(step: FormFields): unknown {
    const access = this.#access(step);
    const accepted: (boolean | null)[] = [];
    const reasons: (readonly string[])[] = [];
    const missing: (readonly string[])[] = [];
    for (const written of textsIn(step, 'cookies')) {
      const line = parseSetCookie(octetsOf(written, this.#test.latin1), this.#options.profile);
      const decision = applySet(this.#jar, access, line);
      accepted.push(decision.accepted === 'cannot-tell' ? null : decision.accepted);
      reasons.push(this.#options.reasons === 'cdp' ? cdpSetReasons(decision.reasons, line.sameSite) : decision.reasons);
      missing.push(decision.missing);
    }
    const jar = jarText(this.#jar, this.#at, this.#test.latin1);
    return missing.some((list) => list.length > 0) ? { accepted, reasons, missing, jar } : { accepted, reasons, jar };
  }

  #get(step: FormFields): unknown {
    const { latin1 } = this.#test;
    // A recorded step tells how long after `now` it really was.
    if (typeof step.ageMs === 'number') this.#at = instant(Math.max(this.#at, this.#start + step.ageMs));
    const { header, withheld } = cookieHeader(this.#jar, this.#access(step));
    const cdp = this.#options.reasons === 'cdp';
    return {
      header: textOf(header, latin1),
      withheld: withheld.map(({ cookie, prediction }) => ({
        name: textOf(cookie.name, latin1),
        domain: cookie.domain,
        path: textOf(cookie.path, latin1),
        reasons: cdp ? cdpSendReasons(prediction.reasons) : prediction.reasons,
        ...(prediction.missing.length > 0 ? { missing: prediction.missing } : {}),
      })),
    };
  }

  #access(step: FormFields): Access {
    const url = canonicalUrl(textIn(step, 'url'));
    const via = step.via;
    if (via !== 'http' && via !== 'script') throw new NotInFormat('a step’s via is neither http nor script');
    const date = step.date;
    return accessOf(
      {
        url,
        via,
        context: requestContextOf(step.context, url, via),
        at: this.#at,
        date: typeof date === 'string' ? octetsOf(date, true) : null,
      },
      { profile: this.#options.profile, thirdParty: this.#test.thirdParty ?? this.#options.thirdParty },
    );
  }
}
