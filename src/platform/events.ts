/** Events of the browser that can be listened to or not. */
export interface Events {
  listen(): void;
  silence(): void;
}

/** Several as one. */
export const together = (all: readonly Events[]): Events => ({
  listen: () => {
    for (const each of all) each.listen();
  },
  silence: () => {
    for (const each of all) each.silence();
  },
});
