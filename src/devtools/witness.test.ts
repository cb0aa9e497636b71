import { expect, test } from 'vitest';
import { NOON } from '../../test/build/clock';
import { aTimer } from '../../test/build/timer';
import { wireRequest } from '../../test/build/wire';
import type { Follow } from '../protocol/messages';
import { Witness } from './witness';

function aWitness() {
  const timer = aTimer(NOON);
  const witness = new Witness(() => timer.now);
  const sent: Follow[] = [];
  const told = () => sent.map((follow) => (follow.kind === 'witnessed' ? follow.events.map(({ event }) => event.requestId) : []));
  return { timer, witness, told, tell: () => witness.tell(1, (follow) => sent.push(follow), timer.after) };
}

test('tells what it saw of late, and what reaches it late a second later', () => {
  const { timer, witness, told, tell } = aWitness();
  witness.listener.sending(wireRequest('old', { at: timer.now }));
  timer.pass(5000);
  witness.listener.sending(wireRequest('new', { at: timer.now }));
  witness.gone();
  timer.pass(2000);
  tell();
  witness.listener.sending(wireRequest('late', { at: timer.now }));
  timer.pass(1000);
  expect(told()).toEqual([['new'], ['new', 'late']]);
});

test('keeps no more than 5000 events', () => {
  const { timer, witness, told, tell } = aWitness();
  for (let n = 0; n < 20_000; n++) witness.listener.sending(wireRequest(`${n}`, { at: timer.now }));
  tell();
  expect([told()[0]?.length, told()[0]?.at(-1)]).toEqual([5000, '19999']);
});
