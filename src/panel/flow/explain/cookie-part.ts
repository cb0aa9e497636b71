/** One part of a cookie, with a sentence that says what it does here. */
export interface CookiePart {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly sentence: string;
  /**
   * `at-fault`: the line is rejected because of it; `missing`: because it is absent; `broken`: a prefix whose demands are
   * not met; `holds-back`: the cookie is withheld because of it; `ignored`: written, without effect; `absent`: not written.
   */
  readonly effect: 'counts' | 'at-fault' | 'missing' | 'broken' | 'holds-back' | 'ignored' | 'absent';
}
