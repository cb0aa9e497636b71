import { EMPTY_TRIAL } from '../state/trial';
import { useTrial } from '../state/use-trial';
import { readLink } from './lab-link';

/** Puts what a link says into the Lab; one that cannot be opened leaves it empty, with the reason. */
export function openLink(link: string): void {
  const read = readLink(link);
  if ('trial' in read) useTrial.getState().begin(read.trial);
  else useTrial.getState().refuseLink(EMPTY_TRIAL, read.fault);
}
