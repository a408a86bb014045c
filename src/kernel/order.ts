/** By code unit: no language and no machine decides an order. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
