import { addWords } from './catalogue';
import { LATER_WORDS } from './later-words';

// To be imported by whatever says words of later-words.ts: a view that is loaded later, a command of the terminal.
addWords(LATER_WORDS);
