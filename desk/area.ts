/** A rectangle of cells: 1-based rows, 0-based columns, both ends inclusive. */
export interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Where an area lies after `count` rows were put in before `row`. */
export function shiftRows(area: Area, row: number, count: number): Area {
  return {
    ...area,
    firstRow: area.firstRow >= row ? area.firstRow + count : area.firstRow,
    lastRow: area.lastRow >= row ? area.lastRow + count : area.lastRow,
  };
}

/** Where an area lies after one column was put in before `column`. */
export function shiftColumns(area: Area, column: number): Area {
  return {
    ...area,
    firstColumn: area.firstColumn >= column ? area.firstColumn + 1 : area.firstColumn,
    lastColumn: area.lastColumn >= column ? area.lastColumn + 1 : area.lastColumn,
  };
}

/** What is left of an area after a row was deleted; undefined when nothing of it is left. */
export function findAfterRowDeleted(area: Area, row: number): Area | undefined {
  const left = {
    ...area,
    firstRow: area.firstRow > row ? area.firstRow - 1 : area.firstRow,
    lastRow: area.lastRow >= row ? area.lastRow - 1 : area.lastRow,
  };
  return left.lastRow < left.firstRow ? undefined : left;
}

/** What is left of an area after a column was deleted; undefined when nothing of it is left. */
export function findAfterColumnDeleted(area: Area, column: number): Area | undefined {
  const left = {
    ...area,
    firstColumn: area.firstColumn > column ? area.firstColumn - 1 : area.firstColumn,
    lastColumn: area.lastColumn >= column ? area.lastColumn - 1 : area.lastColumn,
  };
  return left.lastColumn < left.firstColumn ? undefined : left;
}
