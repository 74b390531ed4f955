/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
28249 pĐạo Thạnh
28261 pMỹ Tho
28270 pThới Sơn
28273 pMỹ Phong
28285 pTrung An
28297 pLong Thuận
28306 pGò Công
28315 pBình Xuân
28321 xTân Phước 1
28327 xTân Phước 2
28336 xHưng Thạnh
28345 xTân Phước 3
28360 xCái Bè
28366 xHậu Mỹ
28378 xMỹ Thiện
28393 xHội Cư
28405 xMỹ Đức Tây
28414 xMỹ Lợi
28426 xThanh Hưng
28429 xAn Hữu
28435 pMỹ Phước Tây
28436 pThanh Hòa
28439 pCai Lậy
28444 xThạnh Phú
28456 xMỹ Thành
28468 xTân Phú
28471 xBình Phú
28477 pNhị Quý
28501 xHiệp Đức
28504 xLong Tiên
28516 xNgũ Hiệp
28519 xChâu Thành
28525 xTân Hương
28537 xLong Hưng
28543 xLong Định
28564 xBình Trưng
28576 xVĩnh Kim
28582 xKim Sơn
28594 xChợ Gạo
28603 xMỹ Tịnh An
28615 xLương Hòa Lạc
28627 xTân Thuận Bình
28633 xAn Thạnh Thủy
28648 xBình Ninh
28651 xVĩnh Bình
28660 xĐồng Sơn
28663 xPhú Thành
28678 xVĩnh Hựu
28687 xLong Bình
28693 xTân Thới
28696 xTân Phú Đông
28702 xTân Hòa
28720 xGia Thuận
28723 xTân Đông
28729 pSơn Qui
28738 xTân Điền
28747 xGò Công Đông
29869 pCao Lãnh
29884 pMỹ Ngãi
29888 pMỹ Trà
29905 pSa Đéc
29926 xTân Hồng
29929 xTân Hộ Cơ
29938 xTân Thành
29944 xAn Phước
29954 pAn Bình
29955 pHồng Ngự
29971 xThường Phước
29978 pThường Lạc
29983 xLong Khánh
29992 xLong Phú Thuận
30001 xTràm Chim
30010 xTam Nông
30019 xAn Hòa
30025 xPhú Cường
30028 xAn Long
30034 xPhú Thọ
30037 xTháp Mười
30043 xPhương Thịnh
30046 xTrường Xuân
30055 xMỹ Quí
30061 xĐốc Binh Kiều
30073 xThanh Mỹ
30076 xMỹ Thọ
30085 xBa Sao
30088 xPhong Mỹ
30112 xMỹ Hiệp
30118 xBình Hàng Trung
30130 xThanh Bình
30154 xTân Long
30157 xTân Thạnh
30163 xBình Thành
30169 xLấp Vò
30178 xMỹ An Hưng
30184 xTân Khánh Trung
30208 xHòa Long
30214 xTân Dương
30226 xLai Vung
30235 xPhong Hòa
30244 xPhú Hựu
30253 xTân Nhuận Đông
30259 xTân Phú Trung
>Tiền Giang
=Thành phố Mỹ Tho
----- p3:28261
----- p7:28261
----- p8:28261
28249 p5:28249
28252 p4:28249
28261 p1:28261
28264 p2:28261
28270 p6:28270
28273 p9:28273
28276 p10:28285
28279 pTân Long:28261
28282 xĐạo Thạnh:28249
28285 xTrung An:28285
28288 xMỹ Phong:28273
28291 xTân Mỹ Chánh:28273
28567 xPhước Thạnh:28285
28591 xThới Sơn:28270
=Thành phố Gò Công
28297 p2:28297
28300 p1:28306
28306 p5:28306
28309 pLong Hưng:28729
28312 pLong Thuận:28297
28315 pLong Chánh:28315
28318 pLong Hòa:28306
28708 xBình Đông:28729
28717 xBình Xuân:28315
28729 xTân Trung:28729
=Thị xã Cai Lậy
28435 p1:28435
28436 p2:28436
28437 p3:28435
28439 p4:28439
28440 p5:28439
28447 xMỹ Phước Tây:28435
28450 xMỹ Hạnh Đông:28468
28453 xMỹ Hạnh Trung:28435
28459 xTân Phú:28468
28462 xTân Bình:28436
28468 xTân Hội:28468
28474 pNhị Mỹ:28477
28477 xNhị Quý:28477
28480 xThanh Hòa:28436
28483 xPhú Quý:28477
28486 xLong Khánh:28439
=Huyện Tân Phước
28321 tMỹ Phước:28321
28324 xTân Hòa Đông:28321
28327 xThạnh Tân:28327
28330 xThạnh Mỹ:28321
28333 xThạnh Hoà:28327
28336 xPhú Mỹ:28336
28339 xTân Hòa Thành:28336
28342 xHưng Thạnh:28336
28345 xTân Lập 1:28345
28348 xTân Hòa Tây:28327
28354 xTân Lập 2:28345
28357 xPhước Lập:28345
=Huyện Cái Bè
28360 tCái Bè:28360
28363 xHậu Mỹ Bắc B:28366
28366 xHậu Mỹ Bắc A:28366
28369 xMỹ Trung:28378
28372 xHậu Mỹ Trinh:28366
28375 xHậu Mỹ Phú:28393
28378 xMỹ Tân:28378
28381 xMỹ Lợi B:28414
28384 xThiện Trung:28378
28387 xMỹ Hội:28393
28390 xAn Cư:28393
28393 xHậu Thành:28393
28396 xMỹ Lợi A:28414
28399 xHòa Khánh:28360
28402 xThiện Trí:28405
28405 xMỹ Đức Đông:28405
28408 xMỹ Đức Tây:28405
28411 xĐông Hòa Hiệp:28360
28414 xAn Thái Đông:28414
28417 xTân Hưng:28426
28420 xMỹ Lương:28429
28423 xTân Thanh:28426
28426 xAn Thái Trung:28426
28429 xAn Hữu:28429
28432 xHòa Hưng:28429
=Huyện Cai Lậy
28438 xThạnh Lộc:28444
28441 xMỹ Thành Bắc:28456
28444 xPhú Cường:28444
28456 xMỹ Thành Nam:28456
28465 xPhú Nhuận:28456
28471 tBình Phú:28471
28489 xCẩm Sơn:28471
28492 xPhú An:28471
28495 xMỹ Long:28504
28498 xLong Tiên:28504
28501 xHiệp Đức:28501
28504 xLong Trung:28504
28507 xHội Xuân:28501
28510 xTân Phong:28501
28513 xTam Bình:28516
28516 xNgũ Hiệp:28516
=Huyện Châu Thành
----- xDưỡng Điềm:28564
----- xHữu Đạo:28564
28519 tTân Hiệp:28519
28522 xTân Hội Đông:28525
28525 xTân Hương:28525
28528 xTân Lý Đông:28525
28534 xThân Cửu Nghĩa:28519
28537 xTam Hiệp:28537
28540 xĐiềm Hy:28564
28543 xNhị Bình:28543
28549 xĐông Hòa:28543
28552 xLong Định:28543
28558 xLong An:28519
28561 xLong Hưng:28537
28564 xBình Trưng:28564
28570 xThạnh Phú:28537
28573 xBàn Long:28576
28576 xVĩnh Kim:28576
28579 xBình Đức:28582
28582 xSong Thuận:28582
28585 xKim Sơn:28582
28588 xPhú Phong:28576
=Huyện Chợ Gạo
28594 tChợ Gạo:28594
28597 xTrung Hòa:28603
28600 xHòa Tịnh:28603
28603 xMỹ Tịnh An:28603
28606 xTân Bình Thạnh:28603
28609 xPhú Kiết:28615
28612 xLương Hòa Lạc:28615
28615 xThanh Bình:28615
28618 xQuơn Long:28627
28621 xBình Phục Nhứt:28633
28624 xĐăng Hưng Phước:28627
28627 xTân Thuận Bình:28627
28630 xSong Bình:28594
28633 xBình Phan:28633
28636 xLong Bình Điền:28594
28639 xAn Thạnh Thủy:28633
28642 xXuân Đông:28648
28645 xHòa Định:28648
28648 xBình Ninh:28648
=Huyện Gò Công Tây
28651 tVĩnh Bình:28651
28654 xĐồng Sơn:28660
28657 xBình Phú:28663
28660 xĐồng Thạnh:28660
28663 xThành Công:28663
28666 xBình Nhì:28660
28669 xYên Luông:28663
28672 xThạnh Trị:28651
28675 xThạnh Nhựt:28651
28678 xLong Vĩnh:28678
28681 xBình Tân:28687
28684 xVĩnh Hựu:28678
28687 xLong Bình:28687
=Huyện Gò Công Đông
28702 tTân Hòa:28702
28705 xTăng Hoà:28747
28711 xTân Phước:28723
28714 xGia Thuận:28720
28720 tVàm Láng:28720
28723 xTân Tây:28723
28726 xKiểng Phước:28720
28732 xTân Đông:28723
28735 xBình Ân:28738
28738 xTân Điền:28738
28741 xBình Nghị:28702
28744 xPhước Trung:28702
28747 xTân Thành:28747
=Huyện Tân Phú Đông
28690 xTân Thới:28693
28693 xTân Phú:28693
28696 xPhú Thạnh:28696
28699 xTân Thạnh:28693
28750 xPhú Đông:28696
28753 xPhú Tân:28696
>Đồng Tháp
=Thành phố Cao Lãnh
----- p11:29884
----- p2:29869
----- xMỹ Ngãi:29884
29869 p1:29869
29872 p4:29869
29875 p3:29869
29878 p6:29869
29881 pMỹ Ngãi:29884
29884 xMỹ Tân:29884
29887 xMỹ Trà:29888
29888 pMỹ Phú:29888
29890 xTân Thuận Tây:29869
29892 pHoà Thuận:29869
29893 xHòa An:29869
29896 xTân Thuận Đông:29869
29899 xTịnh Thới:29869
=Thành phố Sa Đéc
29902 p3:29905
29905 p1:29905
29908 p4:29905
29911 p2:29905
29914 xTân Khánh Đông:29905
29917 pTân Quy Đông:29905
29919 pAn Hoà:29905
29920 xTân Quy Tây:29905
29923 xTân Phú Đông:30214
=Thành phố Hồng Ngự
29954 pAn Lộc:29954
29955 pAn Thạnh:29955
29959 xBình Thạnh:29955
29965 xTân Hội:29955
29978 pAn Lạc:29978
29986 pAn Bình B:29954
29989 pAn Bình A:29954
=Huyện Tân Hồng
29926 tSa Rài:29926
29929 xTân Hộ Cơ:29929
29932 xThông Bình:29938
29935 xBình Phú:29926
29938 xTân Thành A:29938
29941 xTân Thành B:29929
29944 xTân Phước:29944
29947 xTân Công Chí:29926
29950 xAn Phước:29944
=Huyện Hồng Ngự
29956 xThường Phước 1:29971
29962 xThường Thới Hậu A:29978
29971 tThường Thới Tiền:29971
29974 xThường Phước 2:29971
29977 xThường Lạc:29978
29980 xLong Khánh A:29983
29983 xLong Khánh B:29983
29992 xLong Thuận:29992
29995 xPhú Thuận B:29992
29998 xPhú Thuận A:29992
=Huyện Tam Nông
30001 tTràm Chim:30001
30004 xHoà Bình:30025
30007 xTân Công Sính:30001
30010 xPhú Hiệp:30010
30013 xPhú Đức:30010
30016 xPhú Thành B:30019
30019 xAn Hòa:30019
30022 xAn Long:30028
30025 xPhú Cường:30025
30028 xPhú Ninh:30028
30031 xPhú Thọ:30034
30034 xPhú Thành A:30034
=Huyện Tháp Mười
30037 tMỹ An:30037
30040 xThạnh Lợi:30046
30043 xHưng Thạnh:30043
30046 xTrường Xuân:30046
30049 xTân Kiều:30061
30052 xMỹ Hòa:30037
30055 xMỹ Quý:30055
30058 xMỹ Đông:30055
30061 xĐốc Binh Kiều:30061
30064 xMỹ An:30037
30067 xPhú Điền:30073
30070 xLáng Biển:30055
30073 xThanh Mỹ:30073
=Huyện Cao Lãnh
30076 tMỹ Thọ:30076
30079 xGáo Giồng:30088
30082 xPhương Thịnh:30043
30085 xBa Sao:30085
30088 xPhong Mỹ:30088
30091 xTân Nghĩa:29884
30094 xPhương Trà:30085
30097 xNhị Mỹ:29888
30100 xMỹ Thọ:30076
30103 xTân Hội Trung:30118
30106 xAn Bình:29888
30109 xMỹ Hội:30076
30112 xMỹ Hiệp:30112
30115 xMỹ Long:30112
30118 xBình Hàng Trung:30118
30121 xMỹ Xương:30076
30124 xBình Hàng Tây:30118
30127 xBình Thạnh:30112
=Huyện Thanh Bình
30130 tThanh Bình:30130
30133 xTân Quới:30154
30136 xTân Hòa:30154
30139 xAn Phong:30028
30142 xPhú Lợi:30157
30145 xTân Mỹ:30130
30148 xBình Tấn:30163
30151 xTân Huề:30154
30154 xTân Bình:30154
30157 xTân Thạnh:30157
30160 xTân Phú:30130
30163 xBình Thành:30163
30166 xTân Long:30154
=Huyện Lấp Vò
30169 tLấp Vò:30169
30172 xMỹ An Hưng A:30178
30175 xTân Mỹ:30178
30178 xMỹ An Hưng B:30178
30181 xTân Khánh Trung:30184
30184 xLong Hưng A:30184
30187 xVĩnh Thạnh:30169
30190 xLong Hưng B:30184
30193 xBình Thành:30169
30196 xĐịnh An:30226
30199 xĐịnh Yên:30226
30202 xHội An Đông:30178
30205 xBình Thạnh Trung:30169
=Huyện Lai Vung
30208 tLai Vung:30208
30211 xTân Dương:30214
30214 xHòa Thành:30214
30217 xLong Hậu:30208
30220 xTân Phước:30226
30223 xHòa Long:30208
30226 xTân Thành:30226
30229 xLong Thắng:30208
30232 xVĩnh Thới:30235
30235 xTân Hòa:30235
30238 xĐịnh Hòa:30235
30241 xPhong Hòa:30235
=Huyện Châu Thành
30244 tCái Tàu Hạ:30244
30247 xAn Hiệp:30244
30250 xAn Nhơn:30244
30253 xTân Nhuận Đông:30253
30256 xTân Bình:30259
30259 xTân Phú Trung:30259
30262 xPhú Long:30259
30265 xAn Phú Thuận:30244
30268 xPhú Hựu:30244
30271 xAn Khánh:30253
30274 xTân Phú:30259
30277 xHòa Tân:30253
`;
