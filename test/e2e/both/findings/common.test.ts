import { COMMON } from '../../../../playground/flaws/common';
import { eachFlaw } from '../../findings/each-flaw';

eachFlaw(COMMON);
