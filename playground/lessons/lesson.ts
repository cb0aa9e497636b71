/** Set-Cookie lines that a step sends when asked to, and what there is to see in them. */
export interface Exhibit {
  readonly id: string;
  /** What is special about the lines, as a short heading. */
  readonly title: string;
  /** Raw lines, as they go into the header; text beyond ASCII is sent as UTF-8. */
  readonly lines: readonly string[];
  /** What the panel shows for them. */
  readonly look: string;
}

/** Somewhere else in the playground that the step leads to. */
export interface Lead {
  /** A path of the shop, or `ads:/…`, `desk:/…` for the other sites. */
  readonly to: string;
  readonly label: string;
}

/** One step through what there is to see: one thing to learn about cookies. */
export interface Lesson {
  /** Its page is `/see/<id>`. */
  readonly id: string;
  readonly title: string;
  /** What it teaches, in a sentence or two. */
  readonly teaches: string;
  /** What to do, and what to look for in the panel. */
  readonly look: string;
  readonly leads?: readonly Lead[];
  readonly exhibits?: readonly Exhibit[];
  /** The path of a script at the cdn that the page runs. */
  readonly script?: string;
}
