import { TOKENS } from '../../../../playground/flaws/tokens';
import { eachFlaw } from '../../findings/each-flaw';

eachFlaw(TOKENS);
