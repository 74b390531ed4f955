/** code, name, full name from 1/7/2025, full name from 30/4/2026. */
export type ProvinceRow = readonly [string, string, string, string];

/**
 * The 34 provinces in force since 1/7/2025. Sources: resolution 202/2025/QH15 and decision 19/2025/QĐ-TTg; resolution
 * 30/2026/QH16 made Đồng Nai a city on 30/4/2026. Seven codes once belonged to another province: never join the two tables by code.
 */
export const PROVINCES_34: readonly ProvinceRow[] = [
  ['01', 'Hà Nội', 'Thành phố Hà Nội', 'Thành phố Hà Nội'],
  ['04', 'Cao Bằng', 'Tỉnh Cao Bằng', 'Tỉnh Cao Bằng'],
  ['08', 'Tuyên Quang', 'Tỉnh Tuyên Quang', 'Tỉnh Tuyên Quang'],
  ['11', 'Điện Biên', 'Tỉnh Điện Biên', 'Tỉnh Điện Biên'],
  ['12', 'Lai Châu', 'Tỉnh Lai Châu', 'Tỉnh Lai Châu'],
  ['14', 'Sơn La', 'Tỉnh Sơn La', 'Tỉnh Sơn La'],
  ['15', 'Lào Cai', 'Tỉnh Lào Cai', 'Tỉnh Lào Cai'],
  ['19', 'Thái Nguyên', 'Tỉnh Thái Nguyên', 'Tỉnh Thái Nguyên'],
  ['20', 'Lạng Sơn', 'Tỉnh Lạng Sơn', 'Tỉnh Lạng Sơn'],
  ['22', 'Quảng Ninh', 'Tỉnh Quảng Ninh', 'Tỉnh Quảng Ninh'],
  ['24', 'Bắc Ninh', 'Tỉnh Bắc Ninh', 'Tỉnh Bắc Ninh'],
  ['25', 'Phú Thọ', 'Tỉnh Phú Thọ', 'Tỉnh Phú Thọ'],
  ['31', 'Hải Phòng', 'Thành phố Hải Phòng', 'Thành phố Hải Phòng'],
  ['33', 'Hưng Yên', 'Tỉnh Hưng Yên', 'Tỉnh Hưng Yên'],
  ['37', 'Ninh Bình', 'Tỉnh Ninh Bình', 'Tỉnh Ninh Bình'],
  ['38', 'Thanh Hóa', 'Tỉnh Thanh Hóa', 'Tỉnh Thanh Hóa'],
  ['40', 'Nghệ An', 'Tỉnh Nghệ An', 'Tỉnh Nghệ An'],
  ['42', 'Hà Tĩnh', 'Tỉnh Hà Tĩnh', 'Tỉnh Hà Tĩnh'],
  ['44', 'Quảng Trị', 'Tỉnh Quảng Trị', 'Tỉnh Quảng Trị'],
  ['46', 'Huế', 'Thành phố Huế', 'Thành phố Huế'],
  ['48', 'Đà Nẵng', 'Thành phố Đà Nẵng', 'Thành phố Đà Nẵng'],
  ['51', 'Quảng Ngãi', 'Tỉnh Quảng Ngãi', 'Tỉnh Quảng Ngãi'],
  ['52', 'Gia Lai', 'Tỉnh Gia Lai', 'Tỉnh Gia Lai'],
  ['56', 'Khánh Hòa', 'Tỉnh Khánh Hòa', 'Tỉnh Khánh Hòa'],
  ['66', 'Đắk Lắk', 'Tỉnh Đắk Lắk', 'Tỉnh Đắk Lắk'],
  ['68', 'Lâm Đồng', 'Tỉnh Lâm Đồng', 'Tỉnh Lâm Đồng'],
  ['75', 'Đồng Nai', 'Tỉnh Đồng Nai', 'Thành phố Đồng Nai'],
  ['79', 'Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
  ['80', 'Tây Ninh', 'Tỉnh Tây Ninh', 'Tỉnh Tây Ninh'],
  ['82', 'Đồng Tháp', 'Tỉnh Đồng Tháp', 'Tỉnh Đồng Tháp'],
  ['86', 'Vĩnh Long', 'Tỉnh Vĩnh Long', 'Tỉnh Vĩnh Long'],
  ['91', 'An Giang', 'Tỉnh An Giang', 'Tỉnh An Giang'],
  ['92', 'Cần Thơ', 'Thành phố Cần Thơ', 'Thành phố Cần Thơ'],
  ['96', 'Cà Mau', 'Tỉnh Cà Mau', 'Tỉnh Cà Mau'],
];
