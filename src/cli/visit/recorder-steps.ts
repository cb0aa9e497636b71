import * as v from 'valibot';

// A chain of selectors leads into shadow roots; a text is a chain of one.
const selectorSchema = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((given): readonly string[] => (typeof given === 'string' ? [given] : given)),
);
const selectors = v.pipe(v.array(selectorSchema), v.minLength(1));
const place = {
  selectors,
  frame: v.optional(v.array(v.number()), []),
  /** Milliseconds. */
  timeout: v.optional(v.number()),
};
/** What happened when it was recorded. */
const asserted = { assertedEvents: v.optional(v.array(v.object({ type: v.string() })), []) };
const timed = { timeout: v.optional(v.number()) };

const stepSchema = v.variant('type', [
  v.object({ type: v.literal('navigate'), url: v.string(), ...timed }),
  v.object({ type: v.literal('setViewport'), width: v.number(), height: v.number() }),
  v.object({ type: v.literal('click'), ...place, ...asserted, button: v.optional(v.string()) }),
  v.object({ type: v.literal('doubleClick'), ...place, ...asserted }),
  v.object({ type: v.literal('hover'), ...place }),
  v.object({ type: v.literal('change'), ...place, ...asserted, value: v.string() }),
  v.object({ type: v.literal('waitForElement'), ...place, visible: v.optional(v.boolean(), true) }),
  v.object({ type: v.literal('waitForExpression'), expression: v.string(), ...timed }),
  v.object({ type: v.literal('keyDown'), key: v.string(), ...asserted }),
  v.object({ type: v.literal('keyUp'), key: v.string(), ...asserted }),
  v.object({ type: v.literal('scroll'), x: v.optional(v.number(), 0), y: v.optional(v.number(), 0) }),
  v.object({ type: v.literal('emulateNetworkConditions') }),
  v.object({ type: v.literal('close') }),
]);

const recordingSchema = v.object({ title: v.optional(v.string(), ''), steps: v.pipe(v.array(stepSchema), v.minLength(1)) });

/** A step of Chrome's Recorder. */
export type RecorderStep = v.InferOutput<typeof stepSchema>;

/**
 * The steps of a file that Chrome's Recorder has exported as JSON, or what is wrong with it.
 * @see https://developer.chrome.com/docs/devtools/recorder/reference
 */
export function readRecorderSteps(json: unknown): { readonly steps: readonly RecorderStep[] } | { readonly fault: string } {
  const read = v.safeParse(recordingSchema, json);
  if (read.success) return { steps: read.output.steps };
  const [issue] = read.issues;
  return { fault: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` };
}
