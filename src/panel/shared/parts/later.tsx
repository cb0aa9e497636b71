import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

let loadStyles: () => Promise<unknown> = () => Promise.resolve();

/** Names the styles of all components that are loaded later: they come with the first of them. */
export function stylesOfLater(load: () => Promise<unknown>): void {
  loadStyles = load;
}

/** A component whose code is no part of the page's first load. */
export class LaterComponent<Props extends object> {
  readonly #load: () => Promise<ComponentType<Props>>;
  #loaded: ComponentType<Props> | null = null;

  constructor(load: () => Promise<ComponentType<Props>>) {
    this.#load = load;
  }

  /** null = its code is not there yet. */
  get loaded(): ComponentType<Props> | null {
    return this.#loaded;
  }

  async load(): Promise<ComponentType<Props>> {
    if (this.#loaded === null) {
      const [loaded] = await Promise.all([this.#load(), loadStyles()]);
      this.#loaded = loaded;
    }
    return this.#loaded;
  }

  /** Loads the code before it is needed. Where that fails, it fails again, and is told, when the component is rendered. */
  preload(): void {
    this.load().catch(() => undefined);
  }
}

interface LaterProps<Props extends object> {
  readonly component: LaterComponent<Props>;
  readonly props: Props;
  /** What stands there until the code is loaded. */
  readonly meanwhile: ReactNode;
  /** What stands there where the code cannot be loaded; left out = it throws. */
  readonly failed?: ReactNode;
}

/**
 * Renders a component as soon as its code is there. Unlike `lazy` with
 * Suspense, whose fallback stays for 300 ms at least, it does not wait longer than the code takes.
 */
export function Later<Props extends object>({ component, props, meanwhile, failed }: LaterProps<Props>) {
  const [Loaded, setLoaded] = useState(() => component.loaded);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (Loaded) return undefined;
    let isGone = false;
    component.load().then(
      (loaded) => isGone || setLoaded(() => loaded),
      (error: unknown) => isGone || setFailure({ error }),
    );
    return () => {
      isGone = true;
    };
  }, [component, Loaded]);
  if (failure && failed === undefined) throw failure.error;
  if (failure) return failed;
  return Loaded ? <Loaded {...props} /> : meanwhile;
}
