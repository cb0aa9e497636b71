import { DOMParser } from '@xmldom/xmldom';

/** The content of each `<text>` of a picture; throws where it is no well-formed XML. */
export function svgTexts(svg: string): readonly string[] {
  const onError = (level: string, words: string) => {
    if (level !== 'warning') throw new Error(words);
  };
  const document = new DOMParser({ onError }).parseFromString(svg, 'image/svg+xml');
  return [...document.getElementsByTagName('text')].map(({ textContent }) => textContent ?? '');
}
