import { list, type Named } from './named.ts'
import { state } from './states.ts'

const { states, others } = list<{
  states: Record<string, string>
  others: Record<string, { readonly as: string; readonly code?: string; readonly kind: string }>
}>('aliases/gw.json')

/** A State by its number in the list of Gleditsch and Ward; several, separated by commas. */
export const gwState = (text: string): Named => {
  const numbers = text.split(/\s*,\s*/)
  if (numbers.length > 1) {
    const all = numbers.map(gwState)
    return all.every(n => n.is !== 'unknown')
      ? { is: 'another', kind: 'several States', name: text, of: all.map(n => ('code' in n && n.code) || (n as { name: string }).name) }
      : { is: 'unknown', text }
  }
  const number = text.replace(/\.0$/, '')
  const other = others[number]
  if (other)
    return {
      is: 'another',
      kind: other.kind,
      name: other.as,
      source: `number ${number} of Gleditsch and Ward`,
      ...(other.code && { code: other.code }),
    }
  const code = states[number]
  if (!code) return { is: 'unknown', text }
  const named = state(code)
  return named.is === 'matched' ? { ...named, is: 'alias', source: `number ${number} of Gleditsch and Ward` } : named
}
