import type { Message } from '../../rules/messages.ts';

/** The pane's sentences about others' edits, dry runs, sendings and receipts. `{name}` stands for a parameter (`fill`). */
export const SYNC_WORDS = {
  differingHeading: { vi: '{count} dòng người khác đã sửa', en: '{count} rows that others changed' },
  differingWhy: {
    vi: 'Chưa ghi gì đè lên ai. Chọn giá trị đúng cho từng ô rồi ghi lựa chọn; giá trị lấy của họ sẽ vào trang tính và hoàn tác được.',
    en: 'Nobody’s work has been overwritten. Choose the right value for each cell, then note it; values taken from others go into the sheet and can be undone.',
  },
  editedBy: { vi: 'Người sửa: {name}', en: 'Changed by {name}' },
  editedByAt: { vi: 'Người sửa: {name}, lúc {time}', en: 'Changed by {name} at {time}' },
  keepMine: { vi: 'Giữ của tôi', en: 'Keep mine' },
  takeTheirs: { vi: 'Lấy của họ', en: 'Take theirs' },
  keepAllMine: { vi: 'Giữ hết của tôi', en: 'Keep all of mine' },
  takeAllTheirs: { vi: 'Lấy hết của họ', en: 'Take all of theirs' },
  baseWas: { vi: 'Trước đó', en: 'Before that' },
  baseUnknown: { vi: 'Chưa rõ trước đó là gì', en: 'What it was before is not known' },
  onlyTheirs: { vi: 'Chỉ họ sửa ô này', en: 'Only they changed this cell' },
  resolve: { vi: 'Ghi lựa chọn của {count} dòng', en: 'Note the choice for {count} rows' },
  resolveNothing: { vi: 'Chưa chọn đủ cho dòng nào', en: 'No row is fully decided' },
  resolving: { vi: 'Đang ghi lựa chọn…', en: 'Noting the choices…' },
  resolved: {
    vi: 'Đã ghi lựa chọn của {rows} dòng ({cells} ô lấy của họ). Gửi lại để máy chủ nhận.',
    en: 'Choices for {rows} rows noted ({cells} cells taken from others). Send again for the server to have them.',
  },
  resolveStale: {
    vi: '{count} ô vừa được gõ khác nên giữ nguyên; lần gửi sau sẽ hỏi lại.',
    en: '{count} cells were typed in meanwhile and stay; the next sending asks again.',
  },

  dryRun: { vi: 'Kiểm tra trên máy chủ, không ghi', en: 'Check on the server, write nothing' },
  dryRunning: { vi: 'Máy chủ đang soát, không ghi…', en: 'The server is checking, nothing is written…' },
  dryRunDone: { vi: 'Máy chủ đã soát; chưa ghi gì.', en: 'The server has checked; nothing was written.' },
  dryRunQueued: { vi: 'sẽ chờ đối chiếu', en: 'would wait to be compared' },
  dryRunKept: { vi: 'sẽ được lưu, không đối chiếu', en: 'would be kept, not compared' },
  dryRunStayed: { vi: 'sẽ ở lại trang tính', en: 'would stay in the sheet' },
  differingRows: { vi: 'người khác đã sửa, cần xem', en: 'changed by others, to be looked at' },

  sendings: { vi: 'Các lần gửi', en: 'Sendings' },
  showSendings: { vi: 'Xem các lần gửi', en: 'Show sendings' },
  sendingsLoading: { vi: 'Đang lấy danh sách…', en: 'Fetching the list…' },
  sendingsNone: { vi: 'Sổ này chưa có lần gửi nào.', en: 'Nothing was sent from this workbook yet.' },
  sendingAt: { vi: 'Gửi lúc {time}', en: 'Sent at {time}' },
  sendingBy: { vi: 'người gửi: {name}', en: 'by {name}' },
  sendingRows: {
    vi: '{sent} dòng mới hoặc đã sửa, {unchanged} không đổi',
    en: '{sent} rows new or changed, {unchanged} unchanged',
  },
  sendingUndone: { vi: 'Đã hoàn tác lúc {time}', en: 'Undone at {time}' },
  saveReceipt: { vi: 'Lưu biên nhận', en: 'Save receipt' },
  saveReceiptOf: { vi: 'Lưu biên nhận (lần gửi lúc {time})', en: 'Save receipt (sending at {time})' },
  receiptSaving: { vi: 'Đang lấy biên nhận…', en: 'Fetching the receipt…' },
  receiptSaved: {
    vi: 'Đã lưu biên nhận. Giữ tệp này: nó có chữ ký của máy chủ, ai cũng kiểm tra được.',
    en: 'Receipt saved. Keep this file: it bears the server’s signature and anyone can check it.',
  },
  undoSending: { vi: 'Hoàn tác lần gửi này', en: 'Undo this sending' },
  undoSendingOf: { vi: 'Hoàn tác lần gửi này (lúc {time})', en: 'Undo this sending (at {time})' },
  undoSendingAsk: {
    vi: 'Máy chủ bỏ các dòng mới của lần gửi lúc {time} và trả các dòng đã sửa về như trước đó. Dòng đã gửi lại sau đó giữ nguyên và được nêu ra. Trang tính của bạn không đổi ô nào.',
    en: 'The server drops the new rows of the sending at {time} and puts changed rows back as they were. Rows sent again since stay and are named. No cell of your sheet changes.',
  },
  undoSendingConfirm: { vi: 'Hoàn tác', en: 'Undo' },
  undoSendingDoing: { vi: 'Đang hoàn tác lần gửi…', en: 'Undoing the sending…' },
  undoSendingDone: {
    vi: 'Đã hoàn tác: bỏ {removed} dòng mới, trả lại {restored} dòng đã sửa.',
    en: 'Undone: {removed} new rows dropped, {restored} changed rows put back.',
  },
  undoSendingLeft: {
    vi: '{count} dòng đã được gửi lại sau đó nên giữ nguyên: dòng {rows}.',
    en: '{count} rows were sent again since and stay: rows {rows}.',
  },
  undoUntil: { vi: 'Hoàn tác được đến {time}', en: 'Can be undone until {time}' },
  remainingSeconds: { vi: 'còn khoảng {count} giây', en: 'about {count} seconds left' },
  remainingMinutes: { vi: 'còn khoảng {count} phút', en: 'about {count} minutes left' },
} as const satisfies Record<string, Message>;
