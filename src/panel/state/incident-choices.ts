import { create } from 'zustand';
import type { QuestionId } from '../../analysis/ask/all-questions';
import type { QuestionSubject } from '../../analysis/ask/engine/answer';

/** What the reader has chosen in the Incidents view; kept while other views are open. */
interface IncidentChoices {
  /** The question that is asked; null = none. */
  readonly question: QuestionId | null;
  readonly subject: QuestionSubject;
  /** The incident that a link leads to, and the part of it; null = the latest is open. */
  readonly target: { readonly id: string; readonly part: 'heading' | 'fix' } | null;
}

interface Actions {
  readonly ask: (question: QuestionId | null, subject: QuestionSubject) => void;
  readonly lead: (target: IncidentChoices['target']) => void;
}

export const WHOLE: QuestionSubject = { name: null, row: null };

export const useIncidentChoices = create<IncidentChoices & Actions>((set) => ({
  question: null,
  subject: WHOLE,
  target: null,
  ask: (question, subject) => set({ question, subject }),
  lead: (target) => set({ target, question: null, subject: WHOLE }),
}));
