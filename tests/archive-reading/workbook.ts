import { crc32 } from 'node:zlib'

// A workbook made by hand, so that no tool for making them need be a dependency: sheets of texts and numbers; a day is a number in the style of days.

export type Cell = string | number | { readonly serial: number }
export interface SheetOf {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const column = (k: number): string => (k >= 26 ? column(Math.floor(k / 26) - 1) : '') + String.fromCharCode(65 + (k % 26))
const cell = (c: Cell, at: string): string =>
  typeof c === 'number'
    ? `<c r="${at}"><v>${c}</v></c>`
    : typeof c === 'object'
      ? `<c r="${at}" s="1"><v>${c.serial}</v></c>`
      : c === ''
        ? ''
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${safe(c)}</t></is></c>`
const sheet = (rows: SheetOf['rows']): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map((r, i) => `<row r="${i + 1}">${r.map((c, k) => cell(c, `${column(k)}${i + 1}`)).join('')}</row>`)
    .join('')}</sheetData></worksheet>`

export const workbookOf = (sheets: readonly SheetOf[]): Buffer =>
  zipped({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((s, i) => `<sheet name="${safe(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((s, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(s.rows)])),
  })
/** Files in a zip, as they are. */
const zipped = (files: Readonly<Record<string, string>>): Buffer => {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [bytes, data] = [Buffer.from(name), Buffer.from(text)]
    const about = Buffer.alloc(26)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(data.length, 18)
    about.writeUInt16LE(bytes.length, 22)
    const offset = Buffer.alloc(14)
    offset.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, bytes, data])
    locals.push(local)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\0\0'), about, offset, bytes]))
    at += local.length
  }
  const end = Buffer.alloc(22)
  const central = Buffer.concat(list)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}
