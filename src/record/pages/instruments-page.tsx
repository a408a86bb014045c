import { StandingWord } from '../../paper/tag.tsx'
import { type Instrument, KINDS } from '../instruments.ts'
import { Frame, Part } from './frame.tsx'
import { command, to, type View } from './view.ts'
import { wordsOf } from './words.ts'

/** Every text on which a duty of this record rests, or which is told of here, kind by kind. */
export const InstrumentsPage = ({ view: v, of }: { view: View; of: readonly Instrument[] }) => {
  const w = wordsOf(v.lang).instruments
  return (
    <Frame
      view={v}
      section="rulebook"
      title={w.title}
      organ={w.organ}
      symbol="TEXTS"
      h1={w.h1(of.length)}
      lede={w.lede}
      distr={[[wordsOf(v.lang).rulebook.title, <a href={to(v, '/rulebook')}>{w.rulebook}</a>]]}
      command={command(v, 'instruments').replace(' --public', '')}
      data={[{ href: '/api/v1/instruments', label: 'JSON' }]}
    >
      {KINDS.map(kind => {
        const texts = of.filter(i => i.kind === kind)
        return (
          texts.length > 0 && (
            <Part title={w.kinds[kind]}>
              <Texts view={v} texts={texts} />
            </Part>
          )
        )
      })}
    </Frame>
  )
}
const Texts = ({ view: v, texts }: { view: View; texts: readonly Instrument[] }) => {
  const w = wordsOf(v.lang).instruments
  return (
    <table class="tbl stk">
      <colgroup>
        <col class="c40" />
        <col class="c28" />
        <col class="c8r" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{w.text}</th>
          <th scope="col">{w.binds}</th>
          <th scope="col">{w.sure}</th>
          <th scope="col">{w.kept}</th>
        </tr>
      </thead>
      <tbody>
        {texts.map(i => (
          <tr>
            <th scope="row">
              <a href={to(v, `/instruments/${i.code}`)} lang="en" dir="auto">
                {i.name}
              </a>{' '}
              <span class="code">
                <bdi>{i.symbol ?? i.code}</bdi>
              </span>
            </th>
            <td class="small">
              <span lang="en" dir="auto">
                {i.binds}
              </span>
            </td>
            <td>
              <StandingWord lang={v.lang} standing={i.standing} />
            </td>
            <td class="small">{w.rests(i.paragraphs.length, i.duties.length + i.findings.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
