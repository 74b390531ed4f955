/** Parents can never form a ring (the import refuses it); the bound only keeps a damaged tree from hanging a request. */
export const MAX_DEPTH = 32;

/** A common table `below (code)`: the unit `@root` with all units below it. */
export const BELOW = `WITH RECURSIVE below (code, depth) AS (
    SELECT code, 0 FROM units WHERE code = @root
    UNION ALL
    SELECT units.code, depth + 1 FROM below JOIN units ON units.parent = below.code WHERE depth < ${MAX_DEPTH}
  )`;
