import { linkOf } from '../../panel/lab/lab-link';
import { ALONE, DIRECT, type Trial, type TrialPlace, type TrialRequest } from '../../panel/state/trial';
import type { LessonScene, LessonVisit } from './lesson';

/** A scene as the Lab has it: one response, and a request after it. null = the Lab knows no such thing. @internal */
export function trialOfScene({ visits }: LessonScene): Trial | null {
  const [setting, next, more] = visits;
  const [line, ...after] = setting.lines;
  if (more !== undefined || line === undefined || visits.some(({ via }) => via === 'script')) return null;
  const following = next === undefined ? null : { ...placeOf(next), seconds: next.seconds - setting.seconds };
  return { ...ALONE, ...placeOf(setting), line, after, next: following, thirdParty: 'default' };
}

const placeOf = ({ url, method, as, from = '' }: LessonVisit): TrialPlace => ({
  ...DIRECT,
  url,
  as: (as ?? 'page') as TrialRequest,
  top: from,
  method: method === 'POST' ? 'POST' : 'GET',
});

/** The address of the Lab with the scene in it; null = the Lab cannot show it. */
export function labAddress(scene: LessonScene): string | null {
  const trial = trialOfScene(scene);
  return trial && `#view=lab&lab=${linkOf(trial)}`;
}
