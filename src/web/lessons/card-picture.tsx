import type { LessonId } from './lesson';

type Tint = 'plain' | 'ok' | 'bad' | 'held' | 'new';
type Shape =
  /** A wire at y, with its arrowhead at one of its ends. */
  | { readonly kind: 'wire'; readonly y: number; readonly to: 'server' | 'browser' | 'middle' | 'nobody' }
  | {
      readonly kind: 'bead';
      readonly x: number;
      readonly y: number;
      readonly tint: Tint;
      readonly width: number;
      readonly height?: number;
    }
  | { readonly kind: 'line'; readonly x: number }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string };

const wire = (y: number, to: 'server' | 'browser' | 'middle' | 'nobody'): Shape => ({ kind: 'wire', y, to });
const bead = (x: number, y: number, tint: Tint = 'plain', width = 34): Shape => ({ kind: 'bead', x, y, tint, width });
/** A top-level site. */
const site = (x: number): Shape => ({ kind: 'bead', x, y: 24, tint: 'plain', width: 78, height: 36 });
const label = (x: number, y: number, text: string): Shape => ({ kind: 'text', x, y, text });
const lifelines = (...more: readonly number[]): readonly Shape[] => [14, 186, ...more].map((x) => ({ kind: 'line', x }));

const SHAPES: Readonly<Record<LessonId, readonly Shape[]>> = {
  'first-cookie': [...lifelines(), wire(14, 'browser'), bead(80, 14, 'ok'), wire(34, 'server'), bead(80, 34)],
  'who-gets-it': [...lifelines(110), wire(12, 'middle'), bead(40, 12), wire(28, 'server'), bead(120, 40, 'held')],
  'how-long': [{ kind: 'line', x: 104 }, wire(20, 'nobody'), bead(14, 20, 'ok', 90), wire(36, 'nobody')],
  script: [
    ...lifelines(),
    wire(14, 'browser'),
    bead(60, 14, 'ok'),
    bead(100, 14, 'ok'),
    label(36, 39, '{ }'),
    bead(60, 36),
    bead(100, 36, 'bad'),
  ],
  secure: [
    ...lifelines(),
    label(20, 11, 'https'),
    wire(14, 'server'),
    bead(80, 14),
    label(20, 29, 'http'),
    wire(32, 'server'),
    bead(80, 41, 'held'),
  ],
  'same-site': [
    ...lifelines(),
    label(20, 9, 'link'),
    wire(12, 'server'),
    bead(96, 12),
    label(20, 25, 'form'),
    wire(28, 'server'),
    bead(96, 39, 'held'),
  ],
  prefixes: [...lifelines(), wire(14, 'browser'), bead(70, 14, 'ok', 54), wire(34, 'browser'), bead(70, 34, 'bad', 54)],
  'third-parties': [site(14), site(108), bead(36, 24, 'ok'), bead(130, 24, 'new')],
  'sign-in': [...lifelines(), wire(14, 'server'), bead(80, 14), wire(34, 'browser'), bead(80, 34, 'new')],
  'sign-out': [...lifelines(), wire(14, 'browser'), bead(60, 14), bead(105, 14, 'bad'), wire(34, 'server'), bead(105, 34)],
  token: [...lifelines(), wire(14, 'server'), bead(40, 14), bead(90, 14, 'new', 70), wire(34, 'browser')],
  csrf: [...lifelines(), label(20, 15, 'form'), wire(18, 'server'), bead(96, 18), label(96, 40, 'token?')],
};

/** What tells a lesson from the others, as small as can be. It says nothing that the card's words do not. */
export function CardPicture({ lesson }: { readonly lesson: LessonId }) {
  return (
    <svg className="card-picture" viewBox="0 0 200 48" aria-hidden="true">
      {SHAPES[lesson].map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes stay as they are.
        <Drawn key={index} shape={shape} />
      ))}
    </svg>
  );
}

const ENDS = { server: 186, browser: 186, middle: 110, nobody: 186 } as const;

function Drawn({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'line':
      return <path className="lifeline" d={`M${shape.x} 2v44`} />;
    case 'wire': {
      const { y, to } = shape;
      const end = ENDS[to];
      const head = to === 'browser' ? `M20 ${y - 4}l-6 4 6 4z` : `M${end - 6} ${y - 4}l6 4-6 4z`;
      return (
        <>
          <path className="wire" d={`M14 ${y}H${end}`} />
          {to !== 'nobody' && <path className="head" d={head} />}
        </>
      );
    }
    case 'bead': {
      const { x, y, tint, width, height = 12 } = shape;
      return <rect className={`bead ${tint}`} x={x} y={y - height / 2} width={width} height={height} rx={3} />;
    }
    case 'text':
      return (
        <text x={shape.x} y={shape.y}>
          {shape.text}
        </text>
      );
    default:
      return shape satisfies never;
  }
}
