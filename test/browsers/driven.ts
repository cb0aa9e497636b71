/** A value that goes through JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A real browser with a fresh profile, and one current tab. What both drivers can do alike. */
export interface DrivenBrowser {
  /** Empty when launched without an extension. */
  readonly extensionId: string;
  /** Goes to a URL in the current tab and waits until it is loaded. */
  goto(url: string): Promise<void>;
  /** A new tab, which becomes the current one; at `url` if given. */
  openTab(url?: string): Promise<void>;
  /** Closes the current tab; the one before becomes current. */
  closeTab(): Promise<void>;
  /** Makes the tab current whose URL contains a text; waits for it to appear. */
  switchTo(part: string): Promise<void>;
  /** Runs a function in the current page; it gets and gives JSON, and may be async. */
  inPage<T, A extends readonly Json[]>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Clicks an element of the current page as a user does; waits for it to appear. */
  click(selector: string): Promise<void>;
  /** Fills in a field of the current page that is empty; waits for it to appear. */
  fill(selector: string, text: string): Promise<void>;
  /** Types into an element of the current page as a user does. */
  type(selector: string, text: string): Promise<void>;
  /** Opens the real DevTools on the current tab and our panel in it. */
  openPanel(): Promise<DrivenPanel>;
  /** Removes all cookies. */
  clearCookies(): Promise<void>;
  /** Stops the extension's background as the browser does with an idle one, and waits until it is gone. */
  stopBackground(): Promise<void>;
  /** Reloads the extension, as the browser's page of extensions does. */
  reloadExtension(): Promise<void>;
  close(): Promise<void>;
}

/** Our panel in the real DevTools. */
export interface DrivenPanel {
  /** Runs a function in the panel's document; it gets and gives JSON. */
  evaluate<T, A extends readonly Json[]>(run: (...args: A) => T, ...args: A): Promise<T>;
  /**
   * Clicks an element as the mouse does; waits for it to appear.
   * @param name of those that match, the one with this name: its aria-label, or its text
   */
  click(selector: string, name?: string): Promise<void>;
  /** Presses a key: "Enter", "ArrowDown", "a", "Control+l". */
  press(key: string): Promise<void>;
  /** Presses the keys of a text one by one. */
  type(text: string): Promise<void>;
  /** Gives the panel just this room, in a window of DevTools' own; Firefox loads it anew when it comes there. */
  resize(width: number, height: number): Promise<void>;
  /** Loads the panel's document anew. */
  reload(): Promise<void>;
  /** Chooses another of DevTools' panels: ours stays loaded, and is drawn no more. */
  setAside(): Promise<void>;
  /** Chooses ours again. */
  bringBack(): Promise<void>;
  /** A picture that shows the panel, as PNG. */
  screenshot(path: string): Promise<void>;
  /** Whether the panel is still there: it goes with DevTools, and when the extension is reloaded. */
  isOpen(): Promise<boolean>;
  /** Closes DevTools. */
  close(): Promise<void>;
}
