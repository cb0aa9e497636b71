/** The style of the HTML report: the reader's own font sizes, light and dark, and fit to be printed. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3c4048); --quiet: light-dark(#5a6170, #a3a9b5);
  --ink: light-dark(#1b1f27, #e6e8ec); --wire: light-dark(#3b5bdb, #8ea8ff);
  --bad: light-dark(#b3261e, #ff8f85); --warn: light-dark(#8a5a00, #f0b95a); --good: light-dark(#1b6e3c, #74cf97); }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem; }
h2 { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 1rem; overflow-wrap: anywhere; }
h4 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-left-width: 4px; border-radius: 4px; padding: .75rem 1rem; margin: .75rem 0;
  break-inside: avoid; }
article.error, article.incident { border-left-color: var(--bad); }
article.warning { border-left-color: var(--warn); }
article p, article ul { margin: .4rem 0; overflow-wrap: anywhere; }
pre { overflow-x: auto; border: 1px solid var(--line); border-radius: 4px; padding: .5rem .75rem; }
code { font-weight: normal; color: var(--quiet); }
time { font-variant-numeric: tabular-nums; color: var(--quiet); }
small { display: block; color: var(--quiet); font-size: .875rem; }
.story { list-style: none; padding: 0; }
.tag, .links, footer { color: var(--quiet); font-size: .875rem; font-weight: normal; }
.flow { display: block; width: 100%; max-width: 36rem; height: auto; font: 12px/1 system-ui, sans-serif; break-inside: auto; }
.flow text { fill: var(--ink); }
.flow .quiet { fill: var(--quiet); }
.flow .good { fill: var(--good); }
.flow .bad { fill: var(--bad); }
.flow .lane { stroke: var(--line); stroke-width: 2; }
.flow .ask { stroke: var(--wire); stroke-width: 1.5; }
.flow .answer { stroke: var(--wire); stroke-width: 1.5; stroke-dasharray: 4 3; }
.flow .head { fill: var(--wire); }
.outcome { font-weight: bold; }
.failed { color: var(--bad); }
.passed { color: var(--good); }
`;
