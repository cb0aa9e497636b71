import { say } from '../../../words/catalogue';

/** Stands in the place of what could not be loaded or has failed. */
export const NotShown = () => (
  <p className="diagram-note" role="alert">
    {say('view.failed')}
  </p>
);
