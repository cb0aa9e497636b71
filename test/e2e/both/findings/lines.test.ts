import { LINES } from '../../../../playground/flaws/lines';
import { eachFlaw } from '../../findings/each-flaw';

eachFlaw(LINES);
