/**
 * Rows that share a value, by groups of two and more; negative values are left out. Open addressing over one integer array:
 * a Map would cost more than all other checks of a clean row together.
 */
export function findSameNumbers(values: Float64Array): number[][] {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, values.length * 2)));
  const mask = size - 1;
  const slots = new Int32Array(size);
  const groups = new Map<number, number[]>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? -1;
    if (value < 0) continue;
    let slot = spread(value) & mask;
    while (slots[slot] !== 0) {
      const first = (slots[slot] ?? 0) - 1;
      if (values[first] === value) {
        const group = groups.get(value);
        if (group) group.push(row);
        else groups.set(value, [first, row]);
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (slots[slot] === 0) slots[slot] = row + 1;
  }
  return [...groups.values()];
}

/** Mixes both halves of the double: citizen numbers of one class differ in their last digits only. */
function spread(value: number): number {
  const mixed = Math.imul((value | 0) ^ Math.floor(value / 4294967296), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
