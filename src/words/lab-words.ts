import { addWords } from './catalogue';
import lab from './en/lab.json';

// To be imported by what shows the Lab alone: it says no other words of later-words.ts.
addWords(lab);
