import { SESSION_FLAWS } from '../../../../playground/flaws/sessions';
import { eachFlaw } from '../../findings/each-flaw';

eachFlaw(SESSION_FLAWS);
