import { SESSIONS } from '../../../../playground/flaws/sessions';
import { eachFlaw } from '../../findings/each-flaw';

eachFlaw(SESSIONS);
