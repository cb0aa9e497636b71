import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, transformWithOxc, type UserConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import project from './package.json' with { type: 'json' };
import { FIREFOX_ID } from './src/capture/captured.ts';
import { notices } from './test/packaging/notices.ts';
import { offlineFiles } from './test/packaging/offline-files.ts';

const LIBRARY_ENTRIES = {
  index: 'src/library/index.ts',
  engine: 'src/library/engine.ts',
  recordings: 'src/library/recordings.ts',
  playwright: 'src/playwright/index.ts',
};
const CLI_ENTRIES = {
  'cookie-flow': 'src/cli/cookie-flow.ts',
  'audit-worker': 'src/cli/audit-worker.ts',
  simulate: 'src/cli/simulate.ts',
};

/** `--mode chrome`, `firefox`, `cli`, `library`, `capture` or `web`: each into a folder of dist of that name. */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'cli') return cli();
  if (mode === 'library') return library();
  if (mode === 'web') return web();
  if (mode === 'capture') return capture();
  if (mode === 'chrome' || mode === 'firefox') return extension(mode);
  return {};
});

function extension(browser: 'chrome' | 'firefox'): UserConfig {
  return {
    plugins: [crx({ manifest: manifestFor(browser), browser }), pageScripts(), notices()],
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
        // On a busy machine it names plugins that only waited their turn.
        checks: { bundlerTimings: false },
      },
    },
  };
}

/** The scripts that run in traced pages, each as one plain file at the path where `scripting` looks for it. */
function pageScripts(): Plugin {
  return {
    name: 'page-scripts',
    async generateBundle() {
      for (const name of ['page-world', 'extension-world']) {
        const path = `src/platform/tracer/${name}.ts`;
        const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
        this.emitFile({ type: 'asset', fileName: `tracer/${name}.js`, source: code });
      }
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
    plugins: [notices()],
    publicDir: false,
    build: {
      outDir: 'dist/cli',
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      ssr: true,
      rollupOptions: {
        input: CLI_ENTRIES,
        external: builtinModules.flatMap((name) => [name, `node:${name}`]),
        output: { entryFileNames: '[name].js', banner: (chunk) => (chunk.name === 'cookie-flow' ? '#!/usr/bin/env node' : '') },
      },
    },
    // Peers, found at run time.
    ssr: { noExternal: true, external: ['playwright-core', 'puppeteer-core'] },
  };
}

/** The extension that records for a program, without DevTools. */
function capture(): UserConfig {
  const { permissions, host_permissions, content_security_policy, browser_specific_settings } = manifest;
  // It sends nothing anywhere: the background, which may, is no part of it.
  const extension_pages = content_security_policy.extension_pages.replace('connect-src http: https:', "connect-src 'none'");
  const own = {
    manifest_version: 3,
    name: 'Cookie Flow capture',
    version: project.version,
    // What the panel's user is asked for: what the browser does with third-party cookies.
    permissions: [...permissions.filter((name) => name !== 'declarativeNetRequestWithHostAccess'), 'privacy'],
    host_permissions,
    content_security_policy: { extension_pages },
    // Chromium does not know them and goes on.
    browser_specific_settings: { gecko: { ...browser_specific_settings.gecko, id: FIREFOX_ID } },
  };
  return {
    root: 'src/capture',
    base: './',
    publicDir: false,
    plugins: [
      notices(),
      {
        name: 'capture-manifest',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify(own, null, 2) });
        },
      },
    ],
    build: {
      outDir: resolve('dist/capture'),
      emptyOutDir: true,
      target: ['chrome130', 'firefox142'],
      modulePreload: { polyfill: false },
    },
  };
}

/** The npm package's modules. Those of the engine are files of their own, so that who needs no more loads no more. */
function library(): UserConfig {
  return {
    plugins: [notices()],
    publicDir: false,
    build: {
      outDir: 'dist/library',
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      ssr: true,
      rollupOptions: {
        input: LIBRARY_ENTRIES,
        external: ['@playwright/test'],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'shared/[name].js',
          // A bundler leaves a file out as a whole or takes all that might do something as it loads, such as the suffix list.
          codeSplitting: {
            groups: [
              { name: 'public-suffixes', test: /node_modules\/tldts/ },
              { name: 'lines', test: /\/src\/analysis\/engine\/(?:base|header)\// },
              { name: 'decisions', test: /\/src\/analysis\/engine\// },
            ],
          },
        },
      },
    },
    ssr: { noExternal: true },
  };
}

/** The panel as a page: a folder that any host can serve, at any path. */
function web(): UserConfig {
  const publicDir = resolve('src/web/public');
  return {
    root: 'src/web',
    base: './',
    publicDir,
    plugins: [notices(), offlineFiles(publicDir)],
    build: {
      outDir: resolve('dist/web'),
      emptyOutDir: true,
      target: ['chrome130', 'firefox142', 'safari18'],
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { panel: 'src/web/index.html', 'service-worker': 'src/web/service-worker.ts' },
        // Its name and place decide which pages it serves.
        output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
        optimization: { inlineConst: false },
      },
    },
  };
}
