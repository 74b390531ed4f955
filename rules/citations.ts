/** The texts rules rest on, by clause. One place, so that a rule and its documentation name them alike. */
export const CITATION = {
  fiveFields: 'Công văn 1118/PGDDĐT ngày 20/10/2022 (Hà Đông), điểm 3 và Quy trình, Bước 1',
  notice: 'Công văn 1118/PGDDĐT ngày 20/10/2022 (Hà Đông), Quy trình, Bước 3',
  ministryFields: 'Công văn 1246/BGDĐT-CNTT ngày 11/4/2023, mục I.1',
  newestNumber: 'Công văn của Sở GDĐT Hải Phòng (2023) thực hiện Công văn 1782/BGDĐT-CNTT, điểm 2.1',
  temporaryCode: 'Công văn của Sở GDĐT Hải Phòng (2023) thực hiện Công văn 1782/BGDĐT-CNTT, điểm 2.1 (mã 12 ký tự)',
  numberStructure: 'Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 59/2021/TT-BCA, Phụ lục I và III',
  oldNumber: 'Luật Căn cước 26/2023/QH15, Điều 46',
  passport: 'Công văn 1246/BGDĐT-CNTT ngày 11/4/2023, mục I.1; Luật 49/2019/QH14, Điều 6',
  nameLimit: 'Công văn 1118/PGDDĐT, điểm 3; giao diện tra cứu CSDLQG về dân cư: họ tên tối đa 100 ký tự',
  nameText: 'Công văn 1118/PGDDĐT, điểm 3 (họ tên chính xác); TCVN 6909:2001 (Unicode dựng sẵn)',
  catalogue: 'Danh mục của CSDL ngành GDĐT: Quyết định 4998/QĐ-BGDĐT ngày 31/12/2021',
  ministryId: 'Thông tư 42/2021/TT-BGDĐT, Điều 10',
  statisticsEthnic: 'Quyết định 121-TCTK/PPCĐ ngày 2/3/1979; Công văn 1246/BGDĐT-CNTT, mục I.1',
  provinces: 'Quyết định 124/2004/QĐ-TTg; Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg',
  communes:
    'Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg; Công văn 1118/PGDDĐT, điểm 3 (nơi thường trú đến xã, phường)',
  headTemplate: 'Công văn 1118/PGDDĐT, Quy trình, Bước 1 (đầy đủ các trường thông tin)',
  dataLaw: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Công văn 1118/PGDDĐT, Quy trình, Bước 1',
} as const;
