import { say } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import { showInLab } from '../state/navigation-history';
import { useRecorded } from '../state/panel-context';
import { trialOfCookie } from '../state/trial-of';
import { asCookie, type CookieRow } from './cookie-row';

/** Opens the line of a cookie in the Lab. */
export function LabLink({ row }: { readonly row: CookieRow }) {
  const { rows } = useRecorded();
  const show = () => {
    const { trial, source } = trialOfCookie(asCookie(row), rows);
    showInLab(trial, source);
  };
  return <LinkButton onPress={show}>{say('explain.try')}</LinkButton>;
}
