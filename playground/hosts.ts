/** The sites of the playground, by the part each plays. All answer on one loopback port, `tls` on another. */
export interface Hosts {
  /** The shop: where one registers and signs in. */
  readonly shop: string;
  /** The shop's assets: another host of the same site. */
  readonly cdn: string;
  /** The shop on a host that no browser trusts without TLS, which `localhost` is not. Its name leads here where tests say so. */
  readonly plain: string;
  /** The same over TLS, with a certificate of its own making. */
  readonly tls: string;
  /** An advertiser: another site, though `localhost` ends both names. */
  readonly ads: string;
  /** The identity provider: the site through which one can sign in to the shop. */
  readonly id: string;
  /** The identity provider that speaks SAML: another site through which one can sign in. */
  readonly saml: string;
  /** The shop by another name: a host of its own, with cookies of its own. */
  readonly www: string;
  /** Where the flawed variants are switched on. A site of its own, so that its requests never carry the shop's cookies. */
  readonly desk: string;
}

/**
 * The origins on two ports. `localhost` is a public suffix by the list's default rule `*`, so `shop.localhost` and
 * `ads.localhost` are two sites, and `cdn.shop.localhost` belongs to the first. Browsers take every `*.localhost` to
 * the loopback address and trust it as they trust https: no certificate is needed to set a Secure cookie.
 */
export function hostsAt(port: number, tlsPort: number): Hosts {
  return {
    shop: `http://shop.localhost:${port}`,
    cdn: `http://cdn.shop.localhost:${port}`,
    plain: `http://shop.test:${port}`,
    tls: `https://shop.test:${tlsPort}`,
    ads: `http://ads.localhost:${port}`,
    id: `http://id.localhost:${port}`,
    saml: `http://saml.localhost:${port}`,
    www: `http://www.shop.localhost:${port}`,
    desk: `http://desk.localhost:${port}`,
  };
}
