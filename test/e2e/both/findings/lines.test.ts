import { LINE_FLAWS } from '../../../../playground/flaws/lines';
import { eachFlaw } from '../../findings/each-flaw';

eachFlaw(LINE_FLAWS);
