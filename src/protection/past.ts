import type { Scalar } from '../kernel/rules/face.ts'

// Entries are never rewritten: when a type gets a second version, the step from the first stands here.

export type Upcast = (is: Readonly<Record<string, Scalar>>) => Readonly<Record<string, Scalar>>
/** By type, the steps v1 → v2 → v3. All types of this chapter are still in their first version. */
export const past: Readonly<Record<string, readonly Upcast[]>> = {}
