import type { Binding } from '../kernel/rules/rulebook.ts'
import { DUE, pastX, percent } from './geometry.ts'

export type Mark = 'open' | 'stopped' | 'elapsing' | 'overdue' | 'past' | 'silent' | 'met' | 'late' | 'asked' | 'waived' | 'disputed'

/** The due line, as firm as the promise: double, thick, thin, dashed, dotted. */
const LINE: Readonly<Record<Binding, { readonly class: string; readonly at: readonly number[] }>> = {
  treaty: { class: 'g1', at: [-2, 2] },
  resolution: { class: 'cg', at: [0] },
  'self-commitment': { class: 'g1', at: [0] },
  request: { class: 'gq', at: [0] },
  assumption: { class: 'ga', at: [0] },
}
export const Upright = ({ binding, x, y = [0, 100] }: { binding: Binding; x: number; y?: readonly [number, number] }) => (
  <>
    {LINE[binding].at.map(dx => (
      <line
        class={LINE[binding].class}
        x1={percent(x)}
        x2={percent(x)}
        y1={percent(y[0])}
        y2={percent(y[1])}
        transform={dx ? `translate(${dx} 0)` : undefined}
      />
    ))}
  </>
)

export const MarkAt = ({ mark, x, y = 50 }: { mark: Mark; x: number; y?: number }) => (
  <use href={`#m-${mark}`} x={percent(x)} y={percent(y)} />
)

const BINDINGS: readonly Binding[] = ['treaty', 'resolution', 'self-commitment', 'request', 'assumption']

/** Drawn once on a page, used by every row. A `use` tree sees no ancestors: what is styled here is styled by flat classes. */
export const Marks = () => (
  <svg class="defs" aria-hidden="true">
    <defs>
      <g id="m-grid">
        {[7, 30, 365].map(d => (
          <line class="cgl" x1={percent(pastX(d))} x2={percent(pastX(d))} y2="100%" />
        ))}
      </g>
      {BINDINGS.map(b => (
        <g id={`m-${b}`}>
          <Upright binding={b} x={DUE} />
        </g>
      ))}
      <g id="m-met">
        <circle class="k1" r="4.5" />
      </g>
      <g id="m-late">
        <circle class="k2" r="4.5" />
        <path class="k3" d="M0-4.5A4.5 4.5 0 0 1 0 4.5Z" />
      </g>
      <g id="m-asked">
        <circle class="k8" r="4.5" />
        <path class="k1" d="M0-4.5A4.5 4.5 0 0 1 0 4.5Z" />
      </g>
      <g id="m-open">
        <line class="cn" y1="-9" y2="9" />
        <circle class="k4" r="4" />
      </g>
      <g id="m-overdue">
        <path class="k5" d="M-1-7 9 0-1 7Z" />
        <line class="cn" x1="9.5" x2="9.5" y1="-9" y2="9" />
      </g>
      <g id="m-past">
        <path class="k8" d="M-1-6 8 0-1 6Z" />
        <line class="cn" x1="9.5" x2="9.5" y1="-9" y2="9" />
      </g>
      <g id="m-silent">
        <path class="k7" d="M3.4-3.4A4.8 4.8 0 1 0 3.4 3.4" />
      </g>
      <g id="m-stopped">
        <path class="kp" d="M-3-6V6M3-6V6" />
      </g>
      <g id="m-elapsing">
        <line class="cn" y1="-9" y2="9" />
      </g>
      <g id="m-waived">
        <path class="cx" d="M-6 7-2-7M2 7 6-7" />
      </g>
      <g id="m-disputed">
        <path class="cx" d="M0-9 3-5.5-3-1.5 3 2.5-3 6.5 0 9" />
      </g>
    </defs>
  </svg>
)
