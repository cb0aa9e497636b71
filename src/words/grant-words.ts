import { addWords } from './catalogue';
import grant from './en/grant.json';

// To be imported by the page that asks for access: it says no other words of later-words.ts.
addWords(grant);
