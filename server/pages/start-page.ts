interface StartPageFacts {
  readonly tryOut: boolean;
  readonly pagesBuilt: boolean;
  readonly version: string;
}

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
  h1 { font-size: 1.6rem; } li { margin: .5rem 0; } a { color: #0b5394; }
  .try-out { border: 2px solid #9c5700; background: #fff4ce; padding: .5rem 1rem; font-weight: 600; }
  footer { margin-top: 2rem; color: #555; font-size: .9rem; }`;

/** What stands at the server's bare address: what is here, for a person who typed it. */
export function startPage({ tryOut, pagesBuilt, version }: StartPageFacts): string {
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sổ Sạch</title><style>${STYLE}</style></head>
<body>
<h1>Sổ Sạch</h1>
${tryOut ? '<p class="try-out" role="note">⚠ DỮ LIỆU THỬ: mọi người trong cơ sở dữ liệu này là bịa.</p>' : ''}
<p>Máy chủ đồng bộ và xác thực hồ sơ học sinh, cán bộ giáo viên từ Excel.</p>
${pagesBuilt ? '' : '<p role="alert">Các trang chưa được dựng trên máy chủ này (chạy: npm run build).</p>'}
<ul>
<li><a href="/ban-lam-viec">Bàn làm việc</a>: kiểm tra, sửa và gửi danh sách ngay trong trình duyệt, không cần Excel.</li>
<li><a href="/quan-ly">Quản lý đợt cập nhật</a>: cán bộ Sở, phòng, xã mở đợt, tải sổ tính cho các trường, xem tiến độ và nhắc hạn.</li>
<li><a href="/manifest.xml">manifest.xml</a>: tệp để thêm khung Sổ Sạch vào Excel 2021, Excel 365 hoặc Excel trên web.</li>
<li><a href="/api/v1/openapi.json">/api/v1/openapi.json</a>: mô tả giao diện lập trình.</li>
</ul>
<footer lang="en">Sổ Sạch ${version}: sync server for school records. <a href="/ban-lam-viec">Workbench</a>, <a href="/quan-ly">campaigns (officers)</a>, API description above.</footer>
</body>
</html>
`;
}
