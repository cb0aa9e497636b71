import { inject } from 'vitest';
import { launchChromium } from '../../browsers/chromium';
import type { DrivenBrowser } from '../../browsers/driven';
import { launchFirefox } from '../../browsers/firefox';

/** The browser this run is about, with the built extension. */
export const launch = (): Promise<DrivenBrowser> =>
  inject('browser') === 'chromium'
    ? launchChromium({ extension: 'dist/chrome', thirdParty: 'allow' })
    : launchFirefox({ extension: 'dist/firefox' });
