export { type Matter, matterOf, ofTheCase, type Side, SPOKEN, sideOf } from './accounts.ts'
export { type Dated, ledeOf } from './lede.ts'
export { answered, asked, type Change, changesOf, statesOf, type Told, titleOf } from './title.ts'
export { actWords, bornOn, edtfText, typeWords, whenOf, wordsFor } from './words.ts'
