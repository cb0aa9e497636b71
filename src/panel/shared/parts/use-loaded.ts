import { useEffect, useState } from 'react';

interface Loaded<Module> {
  /** null = it is not there yet, or could not be loaded. */
  readonly module: Module | null;
  readonly failed: boolean;
}

/**
 * A module that is loaded once the component is drawn.
 * @param load always the same function
 */
export function useLoaded<Module>(load: () => Promise<Module>): Loaded<Module> {
  const [loaded, setLoaded] = useState<Loaded<Module>>({ module: null, failed: false });
  useEffect(() => {
    load().then(
      (module) => setLoaded({ module, failed: false }),
      () => setLoaded({ module: null, failed: true }),
    );
  }, [load]);
  return loaded;
}
