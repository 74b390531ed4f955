/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
31825 pBạc Liêu
31834 pVĩnh Trạch
31840 pHiệp Thành
31843 xHồng Dân
31849 xNinh Quới
31858 xVĩnh Lộc
31864 xNinh Thạnh Lợi
31867 xPhước Long
31876 xVĩnh Phước
31882 xVĩnh Thanh
31885 xPhong Hiệp
31891 xHòa Bình
31894 xChâu Thới
31900 xVĩnh Lợi
31906 xHưng Hội
31918 xVĩnh Mỹ
31927 xVĩnh Hậu
31942 pGiá Rai
31951 pLáng Tròn
31957 xPhong Thạnh
31972 xGành Hào
31975 xĐông Hải
31985 xLong Điền
31988 xAn Trạch
31993 xĐịnh Thành
32002 pAn Xuyên
32014 pLý Văn Lâm
32025 pTân Thành
32041 pHòa Thành
32044 xNguyễn Phích
32047 xU Minh
32059 xKhánh An
32062 xKhánh Lâm
32065 xThới Bình
32069 xBiển Bạch
32071 xTrí Phải
32083 xTân Lộc
32092 xHồ Thị Kỷ
32095 xTrần Văn Thời
32098 xSông Đốc
32104 xĐá Bạc
32110 xKhánh Bình
32119 xKhánh Hưng
32128 xCái Nước
32134 xLương Thế Trân
32137 xTân Hưng
32140 xHưng Mỹ
32152 xĐầm Dơi
32155 xTạ An Khương
32161 xTrần Phán
32167 xTân Thuận
32182 xQuách Phẩm
32185 xThanh Tùng
32188 xTân Tiến
32191 xNăm Căn
32201 xĐất Mới
32206 xTam Giang
32212 xCái Đôi Vàm
32214 xPhú Mỹ
32218 xPhú Tân
32227 xNguyễn Việt Khái
32236 xTân Ân
32244 xPhan Ngọc Hiển
32248 xĐất Mũi
>Bạc Liêu
=Thành phố Bạc Liêu
31813 p2:31825
31816 p3:31825
31819 p5:31834
31822 p7:31825
31825 p1:31825
31828 p8:31825
31831 pNhà Mát:31840
31834 xVĩnh Trạch:31834
31837 xVĩnh Trạch Đông:31840
31840 xHiệp Thành:31840
=Huyện Hồng Dân
31843 tNgan Dừa:31843
31846 xNinh Quới:31849
31849 xNinh Quới A:31849
31852 xNinh Hòa:31843
31855 xLộc Ninh:31843
31858 xVĩnh Lộc:31858
31861 xVĩnh Lộc A:31858
31863 xNinh Thạnh Lợi A:31864
31864 xNinh Thạnh Lợi:31864
=Huyện Phước Long
31867 tPhước Long:31867
31870 xVĩnh Phú Đông:31867
31873 xVĩnh Phú Tây:31876
31876 xPhước Long:31876
31879 xHưng Phú:31882
31882 xVĩnh Thanh:31882
31885 xPhong Thạnh Tây A:31885
31888 xPhong Thạnh Tây B:31885
=Huyện Vĩnh Lợi
31894 xVĩnh Hưng:31894
31897 xVĩnh Hưng A:31894
31900 tChâu Hưng:31900
31903 xChâu Hưng A:31900
31906 xHưng Thành:31906
31909 xHưng Hội:31906
31912 xChâu Thới:31894
31921 xLong Thạnh:31891
=Thị xã Giá Rai
31942 p1:31942
31945 pHộ Phòng:31942
31948 xPhong Thạnh Đông:31951
31951 pLáng Tròn:31951
31954 xPhong Tân:31951
31957 xTân Phong:31957
31960 xPhong Thạnh:31942
31963 xPhong Thạnh A:31942
31966 xPhong Thạnh Tây:31957
31969 xTân Thạnh:31957
=Huyện Đông Hải
31972 tGành Hào:31972
31975 xLong Điền Đông:31975
31978 xLong Điền Đông A:31975
31981 xLong Điền:31985
31984 xLong Điền Tây:31972
31985 xĐiền Hải:31985
31987 xAn Trạch:31988
31988 xAn Trạch A:31988
31990 xAn Phúc:31993
31993 xĐịnh Thành:31993
31996 xĐịnh Thành A:31993
=Huyện Hoà Bình
31891 tHòa Bình:31891
31915 xMinh Diệu:31918
31918 xVĩnh Bình:31918
31924 xVĩnh Mỹ B:31918
31927 xVĩnh Hậu:31927
31930 xVĩnh Hậu A:31927
31933 xVĩnh Mỹ A:31891
31936 xVĩnh Thịnh:31927
>Cà Mau
=Thành phố Cà Mau
----- p4:32002
31999 p9:32002
32002 p2:32002
32005 p1:32002
32008 p5:32025
32014 p8:32014
32017 p6:32025
32020 p7:32041
32022 pTân Xuyên:32002
32023 xAn Xuyên:32002
32025 pTân Thành:32025
32026 xTân Thành:32025
32029 xTắc Vân:32025
32032 xLý Văn Lâm:32014
32035 xĐịnh Bình:32041
32038 xHòa Thành:32041
32041 xHòa Tân:32041
=Huyện U Minh
32044 tU Minh:32044
32047 xKhánh Hòa:32047
32048 xKhánh Thuận:32044
32050 xKhánh Tiến:32047
32053 xNguyễn Phích:32044
32056 xKhánh Lâm:32062
32059 xKhánh An:32059
32062 xKhánh Hội:32062
=Huyện Thới Bình
32065 tThới Bình:32065
32068 xBiển Bạch:32069
32069 xTân Bằng:32069
32071 xTrí Phải:32071
32072 xTrí Lực:32071
32074 xBiển Bạch Đông:32069
32077 xThới Bình:32065
32080 xTân Phú:32071
32083 xTân Lộc Bắc:32083
32086 xTân Lộc:32083
32089 xTân Lộc Đông:32083
32092 xHồ Thị Kỷ:32092
=Huyện Trần Văn Thời
32095 tTrần Văn Thời:32095
32098 tSông Đốc:32098
32101 xKhánh Bình Tây Bắc:32104
32104 xKhánh Bình Tây:32104
32107 xTrần Hợi:32095
32108 xKhánh Lộc:32095
32110 xKhánh Bình:32110
32113 xKhánh Hưng:32119
32116 xKhánh Bình Đông:32110
32119 xKhánh Hải:32119
32122 xLợi An:32134
32124 xPhong Điền:32098
32125 xPhong Lạc:32095
=Huyện Cái Nước
32128 tCái Nước:32128
32130 xThạnh Phú:32134
32131 xLương Thế Trân:32134
32134 xPhú Hưng:32134
32137 xTân Hưng:32137
32140 xHưng Mỹ:32140
32141 xHoà Mỹ:32140
32142 xĐông Hưng:32137
32143 xĐông Thới:32128
32146 xTân Hưng Đông:32140
32149 xTrần Thới:32128
=Huyện Đầm Dơi
32152 tĐầm Dơi:32152
32155 xTạ An Khương:32155
32158 xTạ An Khương Đông:32155
32161 xTrần Phán:32161
32162 xTân Trung:32161
32164 xTân Đức:32167
32167 xTân Thuận:32167
32170 xTạ An Khương Nam:32155
32173 xTân Duyệt:32152
32174 xTân Dân:32152
32176 xTân Tiến:32188
32179 xQuách Phẩm Bắc:32182
32182 xQuách Phẩm:32182
32185 xThanh Tùng:32185
32186 xNgọc Chánh:32185
32188 xNguyễn Huân:32188
=Huyện Năm Căn
32191 tNăm Căn:32191
32194 xHàm Rồng:32191
32197 xHiệp Tùng:32206
32200 xĐất Mới:32201
32201 xLâm Hải:32201
32203 xHàng Vịnh:32191
32206 xTam Giang:32206
32209 xTam Giang Đông:32206
=Huyện Phú Tân
32212 tCái Đôi Vàm:32212
32214 xPhú Thuận:32214
32215 xPhú Mỹ:32214
32218 xPhú Tân:32218
32221 xTân Hải:32218
32224 xViệt Thắng:32227
32227 xTân Hưng Tây:32227
32228 xRạch Chèo:32227
32230 xNguyễn Việt Khái:32212
=Huyện Ngọc Hiển
32233 xTam Giang Tây:32236
32236 xTân Ân Tây:32236
32239 xViên An Đông:32244
32242 xViên An:32248
32244 tRạch Gốc:32244
32245 xTân Ân:32244
32248 xĐất Mũi:32248
`;
