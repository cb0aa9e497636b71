import { addWords } from './catalogue';
import { LESSON_TEXTS } from './lesson-texts';

// To be imported by what says words of the page's start and of its lessons: the panel of the extension never does.
addWords(LESSON_TEXTS);
