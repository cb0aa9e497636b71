import { useEffect, useEffectEvent } from 'react';

interface LessonKeys {
  readonly onScene: (by: 1 | -1) => void;
  readonly onNext: () => void;
}

/** ← and → go through a lesson's scenes, N to the next lesson. */
export function useLessonKeys({ onScene, onNext }: LessonKeys): void {
  useKeys((key) => {
    if (key === 'ArrowLeft') onScene(-1);
    else if (key === 'ArrowRight') onScene(1);
    else if (key === 'n') onNext();
    else return false;
    return true;
  });
}

/** A to D, or 1 to 4, answer. @param onChoice takes the choice's place, from 0 on */
export function useChoiceKeys(count: number, onChoice: (at: number) => void): void {
  useKeys((key) => {
    const at = /^[a-d]$/.test(key) ? key.charCodeAt(0) - 97 : /^[1-4]$/.test(key) ? Number(key) - 1 : -1;
    if (at < 0 || at >= count) return false;
    onChoice(at);
    return true;
  });
}

/** Keys of the page, without modifiers and outside of fields. @param act whether it has used the key, in lower case if a letter */
function useKeys(act: (key: string) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isElsewhere = event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement;
    if (!isElsewhere && act(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
