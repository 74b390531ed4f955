/** Stands for the workbook id of workbooks that we did not make; statuses of all of a unit's such workbooks come together. */
export const UNISSUED_WORKBOOK = 'unissued';
