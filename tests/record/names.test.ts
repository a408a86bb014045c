import { describe, expect, it } from 'vitest'
import { app } from '../../src/doors/http/app.tsx'
import { isState, nameOf } from '../../src/record/names.ts'
import { actWords } from '../../src/record/pages/chapters.ts'
import { officeOf } from '../../src/record/pages/view.ts'
import { ACTS } from '../../src/record/pages/words/acts.ts'
import { shippedBook } from '../../src/record/rulebook.ts'
import { freshRecord } from '../database.ts'
import { folder, line, ndjson } from '../doors/files.ts'

const files = folder()

describe('names', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    '%s is no State and no office, and is called by its own name',
    code => {
      expect(isState(code)).toBe(false)
      expect([nameOf(code), nameOf(code, 'fr'), officeOf('ar', code)]).toEqual([code, code, code])
    },
  )
  it.each(['fr', 'ar'])('what each duty asks has words in %s, and none of a duty that is no more', lang => {
    const { duties } = shippedBook()
    expect(duties.filter(d => actWords(lang, d.duty, d.act) === d.act).map(d => d.duty)).toEqual([])
    const acts = new Set(duties.map(d => d.act))
    expect(Object.keys(ACTS[lang as 'fr' | 'ar']).filter(act => !acts.has(act))).toEqual([])
  })
  it('a figure whose label is such a word is not shown as a State', async () => {
    const record = await freshRecord()
    const figure = (label: string) =>
      line({
        id: `f-${label}`,
        type: 'FigureReported',
        subject: 'SIM-FIGURES',
        occurredOn: '2020',
        data: {
          period: '2020',
          scope: 'all',
          dimension: 'nationality',
          label,
          count: 1,
          mission: undefined,
          state: undefined,
          category: undefined,
          matter: undefined,
        },
      })
    try {
      const { problems } = await record.import(files.file(ndjson(figure('constructor'), figure('XAC'))), {})
      expect(problems).toEqual([])
      const page = await (await app(record).request('/states')).text()
      expect(page).toContain('/states/XAC')
      expect(page).not.toContain('constructor')
    } finally {
      await record.close()
    }
  })
  it('in French and Arabic, too, as the UN calls it and not as a platform does', () => {
    expect(['COD', 'COG', 'MDA', 'GAB'].map(code => nameOf(code, 'fr'))).toEqual([
      'République démocratique du Congo',
      'Congo',
      'République de Moldova',
      'Gabon',
    ])
    expect(nameOf('COD', 'ar')).toBe('جمهورية الكونغو الديمقراطية')
    expect(nameOf('constructor', 'fr')).toBe('constructor')
    // UNTERM and M49 agree on these, and the platform's list does not.
    expect(['NGA', 'LBR', 'TLS', 'BLR', 'NLD'].map(code => nameOf(code, 'fr'))).toEqual([
      'Nigéria',
      'Libéria',
      'Timor-Leste',
      'Bélarus',
      'Pays-Bas (Royaume des)',
    ])
    expect(['MMR', 'MOZ', 'CPV', 'BEN', 'TUR'].map(code => nameOf(code, 'ar'))).toEqual([
      'ميانمار',
      'موزامبيق',
      'كابو فيردي',
      'بنن',
      'تركيا',
    ])
  })
})
