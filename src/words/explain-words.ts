import { addWords } from './catalogue';
import attributes from './en/attributes.json';
import explain from './en/explain.json';

// To be imported by what explains a line and its verdict, and may be shown without the panel: the Lab's answer.
addWords(attributes);
addWords(explain);
