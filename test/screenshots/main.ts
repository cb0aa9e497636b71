import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPlayground } from '../../playground/playground';
import { followRecording } from '../../playground/start/recording';
import { walkThroughSignIn } from '../../playground/start/walk';
import { launchChromium } from '../browsers/chromium';
import type { ChromiumPanel } from '../browsers/chromium-panel';
import { SCENES, SIZES, type Size } from './scenes';

const OUT = resolve('.cache/screenshots');
/** Height of DevTools' own row of tabs above the panel. */
const DEVTOOLS_BAR = 27;
const THEMES = ['light', 'dark'] as const;
const asked = process.argv.slice(2);
const isAsked = (name: string) => asked.every((word) => name.split('-').includes(word) || name.startsWith(word));

const nameOf = (scene: string, theme: string, size: Size) => `${scene}-${theme}-${size}`;
const sizes = Object.keys(SIZES) as Size[];
const wanted = (scene: string, theme: string) => sizes.some((size) => isAsked(nameOf(scene, theme, size)));

if (!['empty', ...SCENES.map(({ name }) => name)].some((scene) => THEMES.some((theme) => wanted(scene, theme)))) {
  const names = SCENES.map(({ name }) => name).join(', ');
  console.error(
    `No picture has all these words. Scenes: empty, ${names}; themes: ${THEMES.join(', ')}; sizes: ${sizes.join(', ')}.`,
  );
  process.exit(2);
}
mkdirSync(OUT, { recursive: true });
const fonts = niceFonts();
try {
  for (const theme of THEMES) if (asked.every((word) => !THEMES.includes(word as 'dark') || word === theme)) await shoot(theme);
} finally {
  rmSync(fonts, { recursive: true });
}

async function shoot(theme: (typeof THEMES)[number]): Promise<void> {
  // Each theme its own: who has registered once cannot register again.
  const playground = await startPlayground({ port: 0 });
  const chromium = await launchChromium({ extension: resolve('dist/chrome'), dark: theme === 'dark' });
  try {
    const panel = await chromium.openPanel();
    await panel.dock('undocked');
    await pictures(panel, 'empty', theme);
    const recording = await followRecording(panel, chromium);
    await walkThroughSignIn(chromium, playground.hosts);
    await chromium.goto(`${playground.origin}/see/prefixes/host`);
    await recording.settled();
    for (const scene of SCENES) {
      if (!wanted(scene.name, theme)) continue;
      await scene.show(panel);
      await pictures(panel, scene.name, theme);
    }
  } finally {
    await chromium.close();
    await playground.close();
  }
}

async function pictures(panel: ChromiumPanel, scene: string, theme: string): Promise<void> {
  for (const size of sizes) {
    const name = nameOf(scene, theme, size);
    if (!isAsked(name)) continue;
    const [width, height] = SIZES[size];
    await panel.devtools.setViewportSize({ width, height: height + DEVTOOLS_BAR });
    await panel.frame.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
    const file = join(OUT, `${name}.png`);
    await panel.screenshot(file);
    console.log(file);
  }
}

/** A bare machine's system font is a fallback; with Inter installed the pictures look as on a desk. */
function niceFonts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  const alias = ['system-ui', 'sans', 'sans-serif']
    .map((family) => `<alias binding="strong"><family>${family}</family><prefer><family>Inter</family></prefer></alias>`)
    .join('');
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${alias}${include}</fontconfig>`);
  process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
  return folder;
}
