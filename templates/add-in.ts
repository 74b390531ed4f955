/** The add-in as its manifest names it: workbooks refer to it so that Excel opens the pane with them. */
export const ADD_IN = {
  id: '6b1f7c52-3d1e-4f0a-9a57-0e5d2c8b41f7',
  version: '0.1.0.0',
  /** Names the pane that opens by itself, and the property of a workbook that asks for it; Microsoft's own words (MS-OWEXML 2.2.7). */
  taskpaneId: 'Office.AutoShowTaskpaneWithDocument',
} as const;
