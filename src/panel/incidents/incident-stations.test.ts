import { expect, test } from 'vitest';
import { incidentsIn } from '../../../test/build/incident-examples';
import type { Row } from '../../analysis/replay/rows/exchange';
import { drawnStations, hostsOf } from './incident-stations';

const { all, scene } = incidentsIn({
  steps: [
    {
      ask: 'POST https://shop.example/login',
      fields: { user: 'a', password: 'b' },
      sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Strict', 'theme=dark; Path=/; Secure'],
    },
    { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
    { ask: 'GET https://shop.example/order', from: 'https://mail.example', status: 302, answers: { location: '/login' } },
  ],
});
const [incident] = all;
if (incident === undefined) throw new Error('the example has no incident');
const replayOf = (rows: readonly Row[]) => ({
  rows,
  place: (id: string) => rows.findIndex((row) => row.id === id),
});

test('each station has the wire it is about, with the beads of the incident’s cookie and of no other', () => {
  const drawn = drawnStations(incident, replayOf(scene.rows), 'clock');
  expect(
    drawn.map(({ station, way, beads, withheld }) => [
      station.part,
      way,
      beads.map(({ name, verdict }) => `${name} ${verdict}`),
      withheld.map(({ name }) => name),
    ]),
  ).toEqual([
    ['set', 'response', ['sid stored'], []],
    ['cause', 'request', [], ['sid']],
    ['consequence', 'response', [], []],
  ]);
  expect(hostsOf(drawn)).toEqual(['shop.example']);
});

test('a station whose row is no longer in the recording says so', () => {
  const drawn = drawnStations(incident, { rows: [], place: () => null }, 'clock');
  expect(drawn.map(({ way }) => way)).toEqual(['none', 'none', 'none']);
});
