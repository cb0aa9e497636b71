import { expect, test } from 'vitest';
import { TopLevelSites } from './top-level-sites';

test('documents of one site, whatever their host and port, are one partition', () => {
  const sites = new TopLevelSites();
  expect(sites.visited('https://www.a.example:8443/page')).toBe(true);
  expect(sites.visited('https://a.example/')).toBe(false);
  expect(sites.visited('http://a.example/')).toBe(true);
  expect(sites.all).toEqual(['http://a.example', 'https://a.example']);
});

test('a document without a host has no partition', () => {
  const sites = new TopLevelSites();
  for (const url of ['about:blank', 'data:text/html,x', 'file:///tmp/x.html', 'null', '']) {
    expect(sites.visited(url)).toBe(false);
  }
  expect(sites.all).toEqual([]);
});

test('changes in the partitions of other tabs do not crowd out what the recorded tab visited', () => {
  const sites = new TopLevelSites();
  sites.visited('https://a.example/');
  for (let n = 0; n < 100; n++) sites.changed(`https://other${n}.example`);
  expect(sites.all).toEqual(['https://a.example', ...[99, 98, 97, 96].map((n) => `https://other${n}.example`)]);
});

test('a site that was forgotten is new when it is visited again', () => {
  const sites = new TopLevelSites();
  for (let n = 0; n <= 12; n++) sites.visited(`https://a${n}.example/`);
  expect(sites.all).toHaveLength(12);
  expect(sites.all).not.toContain('https://a0.example');
  expect(sites.visited('https://a0.example/')).toBe(true);
  expect(sites.visited('https://a12.example/')).toBe(false);
});

test('a response of just now can be of the page that is shown and of the one before, whatever other tabs do', () => {
  const sites = new TopLevelSites();
  for (const host of ['a', 'b', 'c']) sites.visited(`https://${host}.example/`);
  sites.changed('https://other.example');
  expect(sites.recent).toEqual(['https://c.example', 'https://b.example']);
});
