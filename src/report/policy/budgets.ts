import { LETTERS } from '../../analysis/grade/weights';
import type { ReportedBudget, ReportedSite } from '../model/report-schema';
import type { Config } from './config-schema';

const COUNTED = ['cookies', 'cookieOctets', 'headerOctets'] as const;

/** Each budget of the configuration against each site. A site without a grade is held against no grade. */
export const budgetsOf = (sites: readonly ReportedSite[], { budgets }: Config): readonly ReportedBudget[] =>
  sites.flatMap((each): readonly ReportedBudget[] => {
    const { site, letter } = each;
    const counted = COUNTED.flatMap((budget): readonly ReportedBudget[] => {
      const limit = budgets[budget];
      return limit === undefined ? [] : [{ site, budget, limit, found: each[budget], isOver: each[budget] > limit }];
    });
    const { grade: limit } = budgets;
    if (limit === undefined || letter === null) return counted;
    return [
      ...counted,
      { site, budget: 'grade', limit, found: letter, isOver: LETTERS.indexOf(letter) > LETTERS.indexOf(limit) },
    ];
  });
