/** A longer question is not kept: some URLs are megabytes long. */
const LONGEST = 2048;

/**
 * The same function with its last answers kept: to the same question it gives the same object.
 * @param of its answer depends on the question alone
 * @param most how many answers are kept
 */
export function remembered<V extends object | string | null>(of: (question: string) => V, most = 4096): (question: string) => V {
  const known = new Map<string, V>();
  return (question) => {
    if (question.length > LONGEST) return of(question);
    const before = known.get(question);
    if (before !== undefined) return before;
    const answer = of(question);
    if (known.size >= most) known.clear();
    known.set(question, answer);
    return answer;
  };
}
