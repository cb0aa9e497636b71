import type { WrittenDomainFault } from '../../fixes/written-domain';
import { type Sentence, s } from './sentence';

/** Why a Domain makes browsers refuse the line. */
export function domainSentence(fault: WrittenDomainFault, part: string, host: string): Sentence {
  switch (fault) {
    case 'port':
      return s`A ${'Domain'} has no port: ${part} must go. Cookies go to every port of a host.`;
    case 'scheme':
      return s`A ${'Domain'} is a host name and no address: ${part} must go.`;
    case 'path':
      return s`A ${'Domain'} has no path: ${part} must go. The attribute ${'Path'} is for that.`;
    case 'star':
      return s`A ${'Domain'} has no ${'*'}: it covers every subdomain anyway.`;
    case 'placeholder':
      return s`${part} is what a program writes where a setting is missing.`;
    case 'characters':
      return s`${part} is no host name.`;
    case 'non-ascii':
      return s`A domain beyond ASCII must be written in its ${'xn--'} form.`;
    case 'no-dot':
      return s`${part} has no dot, and ${host} does not lie under it: browsers take it for a top-level domain.`;
    case 'public-suffix':
      return s`Anybody can register a name under ${part}: browsers refuse cookies for all of it.`;
    case 'elsewhere':
      return s`${host} does not lie under ${part}: browsers reject the line.`;
    default:
      return fault satisfies never;
  }
}
