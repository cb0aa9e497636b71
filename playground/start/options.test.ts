import { expect, it } from 'vitest';
import { readStartOptions } from './options';

it('opens Chromium for who has a display', () => {
  expect(readStartOptions([], { DISPLAY: ':0' }, 'linux')).toEqual({
    browser: 'chromium',
    headless: false,
    port: undefined,
    flaws: [],
  });
  expect(readStartOptions(['--browser', 'firefox'], {}, 'darwin')).toMatchObject({ browser: 'firefox', headless: false });
  expect(readStartOptions(['--headless'], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux').headless).toBe(true);
});

it('is headless where there is no display', () => {
  expect(readStartOptions([], {}, 'linux').headless).toBe(true);
  expect(readStartOptions([], { DISPLAY: '' }, 'linux').headless).toBe(true);
});

it.each([
  [['--browser', 'lynx'], '--browser takes chromium or firefox, not "lynx".'],
  [['--port', 'x'], '--port takes a whole number'],
  [['--flaw', 'no-such'], 'There is no flaw named no-such.'],
])('refuses %j with a sentence', (args, message) => {
  expect(() => readStartOptions(args, {}, 'linux')).toThrow(message);
});
