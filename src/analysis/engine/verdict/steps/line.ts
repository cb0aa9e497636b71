import { firstControl, innerTab } from '../../header/bad-octets';
import { MAX_PAIR } from '../../header/limits';
import { cannotTellWithout, failed, NOT_APPLICABLE, passIf } from './judgement';
import { noOctets, setStep, theOctet, thePair, theValue } from './set-step';
import { input, NO_INPUTS, type StepInput, schemeInputs } from './step-inputs';

const COOKIEABLE = new Set(['http', 'https', 'ws', 'wss']);

export const url = setStep({
  id: 'set-url',
  section: '§5.7',
  reasons: { 'scheme-not-cookieable': noOctets },
  judge: ({ access: { parts } }) =>
    parts === null
      ? cannotTellWithout('url')
      : passIf(parts.scheme === 'https' || COOKIEABLE.has(parts.scheme), 'scheme-not-cookieable'),
  inputs: ({ access }) => schemeInputs(access),
});

export const controlCharacters = setStep({
  id: 'set-control-characters',
  section: '§5.6 step 1',
  reasons: { 'syntax-control-character': theOctet(firstControl) },
  judge: ({ line: { line } }) => passIf(firstControl(line) === -1, 'syntax-control-character'),
  inputs: ({ line: { line } }) => octetInputs(firstControl(line)),
});

export const tab = setStep({
  id: 'set-tab',
  section: 'browsers',
  reasons: { 'syntax-tab': theOctet(innerTab) },
  judge: ({ line, access: { dialect } }) =>
    dialect.innerTab === 'refused' ? passIf(innerTab(line.line) === -1, 'syntax-tab') : NOT_APPLICABLE,
  inputs: ({ line, access: { dialect } }) => (dialect.innerTab === 'refused' ? octetInputs(innerTab(line.line)) : NO_INPUTS),
});

export const empty = setStep({
  id: 'set-empty',
  section: '§5.7 step 2',
  reasons: { 'syntax-empty': thePair },
  judge: ({ line }) => passIf(line.name !== '' || line.value !== '', 'syntax-empty'),
  inputs: () => NO_INPUTS,
});

export const pairSize = setStep({
  id: 'set-pair-size',
  section: '§5.7 step 4',
  reasons: { 'syntax-pair-too-long': thePair },
  judge: ({ line }) => passIf(line.name.length + line.value.length <= MAX_PAIR, 'syntax-pair-too-long'),
  inputs: ({ line }) => [input('octets', `${line.name.length + line.value.length} / ${MAX_PAIR}`)],
});

export const namelessPair = setStep({
  id: 'set-nameless',
  section: 'browsers',
  reasons: { 'syntax-nameless': theValue, 'syntax-nameless-equals': theValue },
  judge({ name, value, access: { behavior } }) {
    if (name !== '') return NOT_APPLICABLE;
    if (behavior.emptyName === 'refused') return failed('syntax-nameless');
    return passIf(behavior.namelessEquals === 'kept' || !value.includes('='), 'syntax-nameless-equals');
  },
  inputs: () => NO_INPUTS,
});

/** Octets are counted from one for a reader. */
const octetInputs = (at: number): readonly StepInput[] => (at === -1 ? NO_INPUTS : [input('octet', String(at + 1))]);
