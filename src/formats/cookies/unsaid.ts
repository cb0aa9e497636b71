/** What a format does not say of its cookies, so that something is assumed. */
export type Unsaid = 'same-site' | 'partition' | 'host-only' | 'redacted' | 'seconds' | 'max-age' | 'tabs' | 'first-of-archive';

/** Takes down what was assumed of an entry. */
export type Assume = (unsaid: Unsaid) => void;
