import { percent } from '../../paper/geometry.ts'

/** Where the line of what is authorised stands, in per cent of the drawing. */
const AUTHORITY = 92
/** Ink as long as who was there; dots are who was not; the upright is the authority. */
export const OfAuthority = ({ share, most }: { share: number; most: number }) => {
  const x = Math.max(1.2, Math.min(most, AUTHORITY * share))
  return (
    <svg class="ck share" aria-hidden="true">
      <line class="cr" x1="0.6%" x2={percent(x)} y1="50%" y2="50%" />
      {x < AUTHORITY && <line class="co" x1={percent(x)} x2={percent(AUTHORITY)} y1="50%" y2="50%" />}
      <line class="cg" x1={percent(AUTHORITY)} x2={percent(AUTHORITY)} y1="0" y2="100%" />
    </svg>
  )
}
