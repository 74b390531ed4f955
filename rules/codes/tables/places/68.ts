/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
22918 pMũi Né
22924 pPhú Thủy
22933 pHàm Thắng
22945 pPhan Thiết
22954 pTiến Thành
22960 pBình Thuận
22963 xTuyên Quang
22969 xLiên Hương
22972 xPhan Rí Cửa
22978 xTuy Phong
22981 xVĩnh Hảo
23005 xBắc Bình
23008 xPhan Sơn
23020 xHải Ninh
23023 xSông Lũy
23032 xLương Sơn
23041 xHồng Thái
23053 xHòa Thắng
23059 xHàm Thuận
23065 xLa Dạ
23074 xĐông Giang
23086 xHồng Sơn
23089 xHàm Thuận Bắc
23095 xHàm Liêm
23110 xHàm Thuận Nam
23122 xHàm Thạnh
23128 xHàm Kiệm
23134 xTân Lập
23143 xTân Thành
23149 xTánh Linh
23152 xBắc Ruộng
23158 xNghị Đức
23173 xĐồng Kho
23188 xSuối Kiết
23191 xĐức Linh
23194 xHoài Đức
23200 xNam Thành
23227 xTrà Tân
23230 xTân Minh
23231 pPhước Hội
23235 pLa Gi
23236 xHàm Tân
23246 xTân Hải
23266 xSơn Mỹ
23272 dPhú Quý
24611 pBắc Gia Nghĩa
24615 pNam Gia Nghĩa
24616 xQuảng Sơn
24617 pĐông Gia Nghĩa
24620 xQuảng Hòa
24631 xQuảng Khê
24637 xTà Đùng
24640 xCư Jút
24646 xĐắk Wil
24649 xNam Dong
24664 xĐức Lập
24670 xĐắk Mil
24678 xĐắk Sắk
24682 xThuận An
24688 xKrông Nô
24697 xNam Đà
24703 xNâm Nung
24712 xQuảng Phú
24717 xĐức An
24718 xĐắk Song
24722 xThuận Hạnh
24730 xTrường Xuân
24733 xKiến Đức
24736 xQuảng Trực
24739 xTuy Đức
24748 xQuảng Tân
24751 xNhân Cơ
24760 xQuảng Tín
24778 pLâm Viên - Đà Lạt
24781 pXuân Hương - Đà Lạt
24787 pCam Ly - Đà Lạt
24805 pXuân Trường - Đà Lạt
24820 p2 Bảo Lộc
24823 p1 Bảo Lộc
24829 pB'Lao
24841 p3 Bảo Lộc
24846 pLang Biang - Đà Lạt
24848 xLạc Dương
24853 xĐam Rông 4
24868 xNam Ban Lâm Hà
24871 xĐinh Văn Lâm Hà
24875 xĐam Rông 3
24877 xĐam Rông 2
24883 xNam Hà Lâm Hà
24886 xĐam Rông 1
24895 xPhú Sơn Lâm Hà
24907 xPhúc Thọ Lâm Hà
24916 xTân Hà Lâm Hà
24931 xĐơn Dương
24934 xD'Ran
24943 xKa Đô
24955 xQuảng Lập
24958 xĐức Trọng
24967 xHiệp Thạnh
24976 xTân Hội
24985 xNinh Gia
24988 xTà Năng
24991 xTà Hine
25000 xDi Linh
25007 xĐinh Trang Thượng
25015 xGia Hiệp
25018 xBảo Thuận
25036 xHòa Ninh
25042 xHòa Bắc
25051 xSơn Điền
25054 xBảo Lâm 1
25057 xBảo Lâm 5
25063 xBảo Lâm 4
25084 xBảo Lâm 2
25093 xBảo Lâm 3
25099 xĐạ Huoai
25105 xĐạ Huoai 2
25114 xĐạ Huoai 3
25126 xĐạ Tẻh
25135 xĐạ Tẻh 3
25138 xĐạ Tẻh 2
25159 xCát Tiên
25162 xCát Tiên 3
25180 xCát Tiên 2
>Bình Thuận
=Thành phố Phan Thiết
----- pHưng Long:22945
----- pĐức Nghĩa:22945
----- pĐức Thắng:22945
22915 pMũi Né:22918
22918 pHàm Tiến:22918
22921 pPhú Hài:22924
22924 pPhú Thủy:22924
22927 pPhú Tài:22960
22930 pPhú Trinh:22945
22933 pXuân An:22933
22936 pThanh Hải:22924
22945 pLạc Đạo:22945
22951 pBình Hưng:22945
22954 pĐức Long:22954
22957 xThiện Nghiệp:22918
22960 xPhong Nẫm:22960
22963 xTiến Lợi:22963
22966 xTiến Thành:22954
=Thị xã La Gi
23231 pPhước Hội:23231
23232 pPhước Lộc:23231
23234 pTân Thiện:23235
23235 pTân An:23235
23237 pBình Tân:23235
23245 xTân Hải:23246
23246 xTân Tiến:23246
23248 xTân Bình:23235
23268 xTân Phước:23231
=Huyện Tuy Phong
22969 tLiên Hương:22969
22972 tPhan Rí Cửa:22972
22975 xPhan Dũng:22978
22978 xPhong Phú:22978
22981 xVĩnh Hảo:22981
22984 xVĩnh Tân:22981
22987 xPhú Lạc:22969
22990 xPhước Thể:22969
22993 xHòa Minh:22972
22996 xChí Công:22972
22999 xBình Thạnh:22969
=Huyện Bắc Bình
23005 tChợ Lầu:23005
23008 xPhan Sơn:23008
23011 xPhan Lâm:23008
23014 xBình An:23020
23017 xPhan Điền:23020
23020 xHải Ninh:23020
23023 xSông Lũy:23023
23026 xPhan Tiến:23023
23029 xSông Bình:23032
23032 tLương Sơn:23032
23035 xPhan Hòa:23005
23038 xPhan Thanh:23041
23041 xHồng Thái:23041
23044 xPhan Hiệp:23005
23047 xBình Tân:23023
23050 xPhan Rí Thành:23005
23053 xHòa Thắng:23053
23056 xHồng Phong:23053
=Huyện Hàm Thuận Bắc
23059 tMa Lâm:23059
23062 tPhú Long:22933
23065 xLa Dạ:23065
23068 xĐông Tiến:23074
23071 xThuận Hòa:23089
23074 xĐông Giang:23074
23077 xHàm Phú:23089
23080 xHồng Liêm:23086
23083 xThuận Minh:23059
23086 xHồng Sơn:23086
23089 xHàm Trí:23089
23092 xHàm Đức:23059
23095 xHàm Liêm:23095
23098 xHàm Chính:23095
23101 xHàm Hiệp:22960
23104 xHàm Thắng:22933
23107 xĐa Mi:23065
=Huyện Hàm Thuận Nam
23110 tThuận Nam:23110
23113 xMỹ Thạnh:23122
23116 xHàm Cần:23122
23119 xMương Mán:23128
23122 xHàm Thạnh:23122
23125 xHàm Kiệm:23128
23128 xHàm Cường:23128
23131 xHàm Mỹ:22963
23134 xTân Lập:23134
23137 xHàm Minh:23110
23140 xThuận Quí:23143
23143 xTân Thuận:23143
23146 xTân Thành:23143
=Huyện Tánh Linh
23149 tLạc Tánh:23149
23152 xBắc Ruộng:23152
23158 xNghị Đức:23158
23161 xLa Ngâu:23173
23164 xHuy Khiêm:23173
23167 xMăng Tố:23152
23170 xĐức Phú:23158
23173 xĐồng Kho:23173
23176 xGia An:23149
23179 xĐức Bình:23173
23182 xGia Huynh:23188
23185 xĐức Thuận:23149
23188 xSuối Kiết:23188
=Huyện Đức Linh
23191 tVõ Xu:23191
23194 tĐức Tài:23194
23197 xĐa Kai:23200
23200 xSùng Nhơn:23200
23203 xMê Pu:23200
23206 xNam Chính:23191
23212 xĐức Hạnh:23194
23215 xĐức Tín:23194
23218 xVũ Hoà:23191
23221 xTân Hà:23227
23224 xĐông Hà:23227
23227 xTrà Tân:23227
=Huyện Hàm Tân
23230 tTân Minh:23230
23236 tTân Nghĩa:23236
23239 xSông Phan:23134
23242 xTân Phúc:23230
23251 xTân Đức:23230
23254 xTân Thắng:23266
23255 xThắng Hải:23266
23257 xTân Hà:23236
23260 xTân Xuân:23236
23266 xSơn Mỹ:23266
=Huyện Phú Quí
23272 xNgũ Phụng:23272
23275 xLong Hải:23272
23278 xTam Thanh:23272
>Đắk Nông
=Thành phố Gia Nghĩa
24611 pNghĩa Đức:24611
24612 pNghĩa Thành:24611
24614 pNghĩa Phú:24615
24615 pNghĩa Tân:24615
24617 pNghĩa Trung:24617
24618 xĐăk R'Moan:24615
24619 pQuảng Thành:24611
24628 xĐắk Nia:24617
=Huyện Đăk Glong
24616 xQuảng Sơn:24616
24620 xQuảng Hoà:24620
24622 xĐắk Ha:24611
24625 xĐắk R'Măng:24637
24631 xQuảng Khê:24631
24634 xĐắk Plao:24631
24637 xĐắk Som:24637
=Huyện Cư Jút
24640 tEa T'Ling:24640
24643 xĐắk Wil:24646
24646 xEa Pô:24646
24649 xNam Dong:24649
24652 xĐắk DRông:24649
24655 xTâm Thắng:24640
24658 xCư Knia:24640
24661 xTrúc Sơn:24640
=Huyện Đắk Mil
24664 tĐắk Mil:24664
24667 xĐắk Lao:24682
24670 xĐắk R'La:24670
24673 xĐắk Gằn:24670
24676 xĐức Mạnh:24664
24677 xĐắk N'Drót:24670
24678 xLong Sơn:24678
24679 xĐắk Sắk:24678
24682 xThuận An:24682
24685 xĐức Minh:24664
=Huyện Krông Nô
24688 tĐắk Mâm:24688
24691 xĐắk Sôr:24697
24692 xNam Xuân:24678
24694 xBuôn Choah:24697
24697 xNam Đà:24697
24699 xTân Thành:24688
24700 xĐắk Drô:24688
24703 xNâm Nung:24703
24706 xĐức Xuyên:24712
24709 xĐắk Nang:24712
24712 xQuảng Phú:24712
24715 xNâm N'Đir:24703
=Huyện Đắk Song
24717 tĐức An:24717
24718 xĐắk Môl:24718
24719 xĐắk Hòa:24718
24721 xNam Bình:24717
24722 xThuận Hà:24722
24724 xThuận Hạnh:24722
24727 xĐắk N'Dung:24717
24728 xNâm N'Jang:24730
24730 xTrường Xuân:24730
=Huyện Đắk R'Lấp
24733 tKiến Đức:24733
24745 xQuảng Tín:24760
24750 xĐắk Wer:24751
24751 xNhân Cơ:24751
24754 xKiến Thành:24733
24756 xNghĩa Thắng:24733
24757 xĐạo Nghĩa:24733
24760 xĐắk Sin:24760
24761 xHưng Bình:24760
24763 xĐắk Ru:24760
24766 xNhân Đạo:24751
=Huyện Tuy Đức
24736 xQuảng Trực:24736
24739 xĐắk Búk So:24739
24740 xQuảng Tâm:24739
24742 xĐắk R'Tíh:24739
24746 xĐắk Ngo:24748
24748 xQuảng Tân:24748
>Lâm Đồng
=Thành phố Đà Lạt
24769 p7:24846
24772 p8:24778
24775 p12:24778
24778 p9:24778
24781 p2:24781
24784 p1:24781
24787 p6:24787
24790 p5:24787
24793 p4:24781
24796 p10:24781
24799 p11:24805
24802 p3:24781
24805 xXuân Thọ:24805
24808 xTà Nung:24787
24810 xTrạm Hành:24805
24811 xXuân Trường:24805
=Thành phố Bảo Lộc
24814 pLộc Phát:24823
24817 pLộc Tiến:24841
24820 p2:24820
24823 p1:24823
24826 pB'lao:24829
24829 pLộc Sơn:24829
24832 xĐạm Bri:24820
24835 xLộc Thanh:24823
24838 xLộc Nga:24829
24841 xLộc Châu:24841
24844 xĐại Lào:24841
=Huyện Đam Rông
24853 xĐạ Tông:24853
24856 xĐạ Long:24853
24859 xĐạ M' Rong:24875
24874 xLiêng Srônh:24877
24875 xĐạ Rsal:24875
24877 xRô Men:24877
24886 xPhi Liêng:24886
24889 xĐạ K' Nàng:24886
=Huyện Lạc Dương
24846 tLạc Dương:24846
24847 xĐạ Chais:24848
24848 xĐạ Nhim:24848
24850 xĐưng KNớ:24853
24862 xLát:24846
24865 xĐạ Sar:24848
=Huyện Lâm Hà
24868 tNam Ban:24868
24871 tĐinh Văn:24871
24880 xPhú Sơn:24895
24883 xPhi Tô:24883
24892 xMê Linh:24868
24895 xĐạ Đờn:24895
24898 xPhúc Thọ:24907
24901 xĐông Thanh:24868
24904 xGia Lâm:24868
24907 xTân Thanh:24907
24910 xTân Văn:24871
24913 xHoài Đức:24916
24916 xTân Hà:24916
24919 xLiên Hà:24916
24922 xĐan Phượng:24916
24925 xNam Hà:24883
=Huyện Đơn Dương
----- xPró:24955
24928 tD'Ran:24934
24931 tThạnh Mỹ:24931
24934 xLạc Xuân:24934
24937 xĐạ Ròn:24931
24940 xLạc Lâm:24943
24943 xKa Đô:24943
24949 xKa Đơn:24955
24952 xTu Tra:24931
24955 xQuảng Lập:24955
=Huyện Đức Trọng
24958 tLiên Nghĩa:24958
24961 xHiệp An:24967
24964 xLiên Hiệp:24967
24967 xHiệp Thạnh:24967
24970 xBình Thạnh:24871
24973 xN'Thol Hạ:24976
24976 xTân Hội:24976
24979 xTân Thành:24976
24982 xPhú Hội:24958
24985 xNinh Gia:24985
24988 xTà Năng:24988
24989 xĐa Quyn:24988
24991 xTà Hine:24991
24994 xĐà Loan:24991
24997 xNinh Loan:24991
=Huyện Di Linh
25000 tDi Linh:25000
25003 xĐinh Trang Thượng:25007
25006 xTân Thượng:25007
25007 xTân Lâm:25007
25009 xTân Châu:25000
25012 xTân Nghĩa:25018
25015 xGia Hiệp:25015
25018 xĐinh Lạc:25018
25021 xTam Bố:25015
25024 xĐinh Trang Hòa:25036
25027 xLiên Đầm:25000
25030 xGung Ré:25000
25033 xBảo Thuận:25018
25036 xHòa Ninh:25036
25039 xHòa Trung:25036
25042 xHòa Nam:25042
25045 xHòa Bắc:25042
25048 xSơn Điền:25051
25051 xGia Bắc:25051
=Huyện Bảo Lâm
25054 tLộc Thắng:25054
25057 xLộc Bảo:25057
25060 xLộc Lâm:25063
25063 xLộc Phú:25063
25066 xLộc Bắc:25057
25069 xB' Lá:25063
25072 xLộc Ngãi:25054
25075 xLộc Quảng:25054
25078 xLộc Tân:24820
25081 xLộc Đức:25084
25084 xLộc An:25084
25087 xTân Lạc:25084
25090 xLộc Thành:25093
25093 xLộc Nam:25093
=Huyện Đạ Huoai
25096 tĐạ M'ri:25105
25099 tMa Đa Guôi:25099
25102 xĐạ M'ri
25105 xHà Lâm:25105
25111 xĐạ Oai:25099
25114 xBà Gia:25114
25117 xMa Đa Guôi:25099
25126 tĐạ Tẻh:25126
25129 xAn Nhơn:25126
25132 xQuốc Oai:25135
25135 xMỹ Đức:25135
25138 xQuảng Trị:25138
25141 xĐạ Lây:25126
25153 xĐạ Kho:25138
25156 xĐạ Pal:25138
25159 tCát Tiên:25159
25162 xTiên Hoàng:25162
25165 xPhước Cát 2:25180
25168 xGia Viễn:25162
25171 xNam Ninh:25159
25174 xMỹ Lâm
25177 xTư Nghĩa
25180 tPhước Cát:25180
25183 xĐức Phổ:25180
25186 xPhù Mỹ
25189 xQuảng Ngãi:25159
25192 xĐồng Nai Thượng:25162
=Huyện Đạ Tẻh
25096 tĐạ M'ri:25105
25099 tMa Đa Guôi:25099
25105 xHà Lâm:25105
25111 xĐạ Oai:25099
25114 xBà Gia:25114
25117 xMa Đa Guôi:25099
25126 tĐạ Tẻh:25126
25129 xAn Nhơn:25126
25132 xQuốc Oai:25135
25135 xMỹ Đức:25135
25138 xQuảng Trị:25138
25141 xĐạ Lây:25126
25153 xĐạ Kho:25138
25156 xĐạ Pal:25138
25159 tCát Tiên:25159
25162 xTiên Hoàng:25162
25165 xPhước Cát 2:25180
25168 xGia Viễn:25162
25171 xNam Ninh:25159
25180 tPhước Cát:25180
25183 xĐức Phổ:25180
25189 xQuảng Ngãi:25159
25192 xĐồng Nai Thượng:25162
`;
