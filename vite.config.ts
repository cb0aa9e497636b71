import { builtinModules } from 'node:module';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type UserConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import project from './package.json' with { type: 'json' };

const CLI_ENTRY = 'src/cli/simulate.ts';

/** `--mode chrome`, `firefox` or `cli`: each into a folder of dist of that name. */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'cli') return cli();
  if (mode === 'chrome' || mode === 'firefox') return extension(mode);
  return {};
});

function extension(browser: 'chrome' | 'firefox'): UserConfig {
  return {
    plugins: [crx({ manifest: manifestFor(browser), browser })],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'chrome' ? 'chrome130' : 'firefox142',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // Pages the manifest does not name; crx finds the devtools page itself.
        input: { panel: 'src/panel/index.html', grant: 'src/grant/index.html' },
        // The public suffix list is one string of 100 kB that is read in two places.
        optimization: { inlineConst: false },
      },
    },
  };
}

/** Each browser gets the one manifest without the keys that only the other knows, which it would warn about. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const { minimum_chrome_version, browser_specific_settings, ...shared } = { ...manifest, version: project.version };
  const own = browser === 'chrome' ? { minimum_chrome_version } : { browser_specific_settings };
  return { ...shared, ...own } as ManifestV3Export;
}

function cli(): UserConfig {
  return {
    publicDir: false,
    build: {
      outDir: 'dist/cli',
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      ssr: true,
      rollupOptions: {
        input: { simulate: CLI_ENTRY },
        external: builtinModules.flatMap((name) => [name, `node:${name}`]),
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true },
  };
}
