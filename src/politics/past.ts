import type { Scalar } from '../kernel/rules/face.ts'

// Entries are never rewritten. When a type gets a second version, the step from the first stands here: pure, tested on the
// fixture of every released version, applied when an entry is read; the hash stays over the original bytes.
// A field may be added to a face; it is never reinterpreted: a renamed meaning is a new type.

export type Upcast = (is: Readonly<Record<string, Scalar>>) => Readonly<Record<string, Scalar>>
/** By type, the steps v1 → v2 → v3. All types of this chapter are still in their first version. */
export const past: Readonly<Record<string, readonly Upcast[]>> = {}
