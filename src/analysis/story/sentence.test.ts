import { expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aRecording, type RecordingBuilder } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { changesOf, exchangesOf, replayed } from '../../../test/build/rows';
import { changeSentence, lineSentence, sentSentence, type VerdictSentence, withheldSentence } from './sentence';

const A = 'https://a.example/';
const x = (value: string) => aCookie(`x=${value}`);

const spoken = (sentence: VerdictSentence): string =>
  sentence.kind === 'because'
    ? `${sentence.key}: ${sentence.reason}`
    : sentence.kind === 'open'
      ? `${sentence.key}: ${sentence.missing.join()}`
      : sentence.kind === 'survives'
        ? `survives: ${sentence.survivor.parts.join()}`
        : sentence.kind === 'changed'
          ? `${sentence.outcome}: ${sentence.attribution.kind}`
          : sentence.key;
const lastLine = (recording: RecordingBuilder) => {
  const line = exchangesOf(replayed(recording)).at(-1)?.lines.at(-1);
  return line && spoken(lineSentence(line));
};
const beside = (recording: RecordingBuilder) => {
  const exchange = exchangesOf(replayed(recording)).at(-1);
  return [
    ...(exchange?.cookies.map((each) => spoken(sentSentence(each, exchange))) ?? []),
    ...(exchange?.withheld.map((each) => spoken(withheldSentence(each))) ?? []),
  ];
};
const image = () => aResponse().from(A).fetchedBy('https://b.example', 'image').sets('x=1; Secure; SameSite=None');

it.each([
  ['a new cookie', aRecording().add(aResponse().from(A).sets('x=1')), 'sentence.stored'],
  [
    'over another',
    aRecording()
      .add(aJarRead(null, x('1')))
      .after(100)
      .add(aResponse().from(A).sets('x=2')),
    'sentence.replaced',
  ],
  [
    'a deletion',
    aRecording()
      .add(aJarRead(null, x('1')))
      .after(100)
      .add(aResponse().from(A).sets('x=; Max-Age=0')),
    'sentence.deleted',
  ],
  ['a deletion of nothing', aRecording().add(aResponse().from(A).sets('x=; Max-Age=0')), 'sentence.deleted-nothing'],
  [
    'a refusal with its reason',
    aRecording().add(aResponse().from(A).sets('x=1; Domain=b.example')),
    'sentence.rejected: domain-mismatch',
  ],
  [
    'a refusal the engine has no reason for',
    aRecording().add(aResponse().from(A).sets('x=1')).after(300).add(aJarRead('a.example')),
    'sentence.rejected: null',
  ],
  [
    'a refusal it could not foresee',
    aRecording().add(image()).after(300).add(aJarRead('a.example')),
    'sentence.rejected-unknown: third-party-setting',
  ],
  ['what is neither predicted nor seen', aRecording().add(image()), 'sentence.cannot-tell: third-party-setting'],
])('a line’s sentence tells %s', (_what, recording, sentence) => {
  expect(lastLine(recording)).toBe(sentence);
});

it('tells of sent and withheld cookies what let them go or held them back', () => {
  const there = aRecording()
    .add(aJarRead(null, x('1'), aCookie('s=1').sameSite('strict')))
    .after(100);
  expect(beside(there.add(aResponse().from(A).linkedFrom('https://b.example').carrying('x=1; ghost=1')))).toEqual([
    'sentence.sent',
    'sentence.sent-unknown',
    'sentence.withheld: same-site-strict',
  ]);
});

it('does not claim that every test let a cookie through which the engine would have held back', () => {
  const strict = aRecording()
    .add(aJarRead(null, x('1').sameSite('strict')))
    .after(100);
  expect(beside(strict.add(aResponse().from(A).linkedFrom('https://b.example').carrying('x=1')))).toEqual([
    'sentence.sent-against: same-site-strict',
  ]);
});

it('names what would have to be known', () => {
  const none = aRecording()
    .add(aJarRead(null, x('1').secure().sameSite('none').inPartition('https://b.example')))
    .after(100);
  expect(beside(none.add(aResponse().from(A).fetchedBy('https://b.example').inFrame(9).carrying('x=1')))).toEqual([
    'sentence.sent-open: frame-document',
  ]);
});

it('tells a change without a recorded response by its outcome, and names nobody without evidence', () => {
  const [write] = changesOf(replayed(aRecording().add(aChange().added(x('1')))));
  expect(write && spoken(changeSentence(write))).toBe('stored: not-recorded');
});
