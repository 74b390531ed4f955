/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
28756 pPhú Khương
28777 pAn Hội
28783 pSơn Đông
28789 pBến Tre
28807 xGiao Long
28810 xPhú Túc
28840 xTân Phú
28858 pPhú Tân
28861 xTiên Thủy
28870 xChợ Lách
28879 xPhú Phụng
28894 xVĩnh Thành
28901 xHưng Khánh Trung
28903 xMỏ Cày
28915 xPhước Mỹ Trung
28921 xTân Thành Bình
28945 xĐồng Khởi
28948 xNhuận Phú Tân
28957 xAn Định
28969 xThành Thới
28981 xHương Mỹ
28984 xGiồng Trôm
28987 xLương Hòa
28993 xLương Phú
28996 xChâu Hòa
29020 xPhước Long
29029 xTân Hào
29044 xHưng Nhượng
29050 xBình Đại
29062 xPhú Thuận
29077 xLộc Thuận
29083 xChâu Hưng
29089 xThạnh Trị
29104 xThạnh Phước
29107 xThới Thuận
29110 xBa Tri
29122 xMỹ Chánh Hòa
29125 xBảo Thạnh
29137 xTân Xuân
29143 xAn Ngãi Trung
29158 xAn Hiệp
29167 xTân Thủy
29182 xThạnh Phú
29191 xQuới Điền
29194 xĐại Điền
29221 xThạnh Hải
29224 xAn Qui
29227 xThạnh Phong
29242 pTrà Vinh
29254 pNguyệt Hóa
29263 pLong Đức
29266 xCàng Long
29275 xAn Trường
29278 xTân An
29287 xBình Phú
29302 xNhị Long
29308 xCầu Kè
29317 xAn Phú Tân
29329 xPhong Thạnh
29335 xTam Ngãi
29341 xTiểu Cần
29362 xHùng Hòa
29365 xTập Ngãi
29371 xTân Hòa
29374 xChâu Thành
29386 xSong Lộc
29398 pHòa Thuận
29407 xHưng Mỹ
29410 xHòa Minh
29413 xLong Hòa
29416 xCầu Ngang
29419 xMỹ Long
29431 xVinh Kim
29446 xNhị Trường
29455 xHiệp Mỹ
29461 xTrà Cú
29467 xTập Sơn
29476 xLưu Nghiệp Anh
29489 xHàm Giang
29491 xĐại An
29497 xĐôn Châu
29506 xLong Hiệp
29512 pDuyên Hải
29513 xLong Thành
29516 pTrường Long Hòa
29518 xLong Hữu
29530 xNgũ Lạc
29533 xLong Vĩnh
29536 xĐông Hải
29551 pLong Châu
29557 pPhước Hậu
29566 pTân Ngãi
29584 xAn Bình
29590 pThanh Đức
29593 pTân Hạnh
29602 xLong Hồ
29611 xPhú Quới
29623 xNhơn Phú
29638 xBình Phước
29641 xCái Nhum
29653 xTân Long Hội
29659 xTrung Thành
29668 xQuới An
29677 xQuới Thiện
29683 xTrung Hiệp
29698 xTrung Ngãi
29701 xHiếu Phụng
29713 xHiếu Thành
29719 xTam Bình
29728 xCái Ngang
29734 xHòa Hiệp
29740 xSong Phú
29767 xNgãi Tứ
29770 pCái Vồn
29771 pBình Minh
29785 xTân Lược
29788 xMỹ Thuận
29800 xTân Quới
29812 pĐông Thành
29821 xTrà Ôn
29830 xHòa Bình
29836 xTrà Côn
29845 xVĩnh Xuân
29857 xLục Sĩ Thành
>Bến Tre
=Thành phố Bến Tre
----- p4:28777
----- p5:28777
28756 pPhú Khương:28756
28757 pPhú Tân:28858
28759 p8:28756
28762 p6:28783
28777 pAn Hội:28777
28780 p7:28789
28783 xSơn Đông:28783
28786 xPhú Hưng:28756
28789 xBình Phú:28789
28792 xMỹ Thạnh An:28777
28795 xNhơn Thạnh:28756
28798 xPhú Nhuận:28777
=Huyện Châu Thành
----- xAn Hiệp:28810
----- xAn Hóa:28807
----- xPhú An Hòa:28807
----- xSơn Hòa:28810
28804 xTân Thạch:28810
28807 xQưới Sơn:28807
28810 tChâu Thành:28810
28813 xGiao Long:28807
28819 xPhú Túc:28810
28822 xPhú Đức:28840
28828 xAn Phước:28807
28831 xTam Phước:28783
28834 xThành Triệu:28861
28840 xTân Phú:28840
28843 xQuới Thành:28861
28846 xPhước Thạnh:28858
28852 xTiên Long:28840
28855 xTường Đa:28810
28858 xHữu Định:28858
28861 tTiên Thủy:28861
=Huyện Chợ Lách
28870 tChợ Lách:28870
28873 xPhú Phụng:28879
28876 xSơn Định:28879
28879 xVĩnh Bình:28879
28882 xHòa Nghĩa:28870
28885 xLong Thới:28870
28888 xPhú Sơn:28894
28891 xTân Thiềng:28894
28894 xVĩnh Thành:28894
28897 xVĩnh Hòa:28901
28900 xHưng Khánh Trung B:28901
=Huyện Mỏ Cày Nam
28903 tMỏ Cày:28903
28930 xĐịnh Thủy:28945
28939 xĐa Phước Hội:28903
28940 xTân Hội:28903
28942 xPhước Hiệp:28945
28945 xBình Khánh:28945
28951 xAn Thạnh:28903
28957 xAn Định:28957
28960 xThành Thới B:28969
28963 xTân Trung:28957
28966 xAn Thới:28969
28969 xThành Thới A:28969
28972 xMinh Đức:28957
28975 xNgãi Đăng:28981
28978 xCẩm Sơn:28981
28981 xHương Mỹ:28981
=Huyện Giồng Trôm
28984 tGiồng Trôm:28984
28987 xPhong Nẫm:28987
28993 xMỹ Thạnh:28993
28996 xChâu Hòa:28996
28999 xLương Hòa:28987
29002 xLương Quới:28996
29005 xLương Phú:28993
29008 xChâu Bình:28996
29011 xThuận Điền:28993
29014 xSơn Phú:28777
29017 xBình Hoà:28984
29020 xPhước Long:29020
29023 xHưng Phong:29020
29026 xLong Mỹ:29020
29029 xTân Hào:29029
29032 xBình Thành:28984
29035 xTân Thanh:29044
29038 xTân Lợi Thạnh:29029
29041 xThạnh Phú Đông:29029
29044 xHưng Nhượng:29044
29047 xHưng Lễ:29044
=Huyện Bình Đại
----- xPhú Vang:29077
29050 tBình Đại:29050
29053 xTam Hiệp:29062
29056 xLong Định:29062
29059 xLong Hòa:29083
29062 xPhú Thuận:29062
29065 xVang Quới Tây:29077
29068 xVang Quới Đông:29077
29071 xChâu Hưng:29083
29077 xLộc Thuận:29077
29080 xĐịnh Trung:29089
29083 xThới Lai:29083
29086 xBình Thới:29050
29089 xPhú Long:29089
29092 xBình Thắng:29050
29095 xThạnh Trị:29089
29098 xĐại Hòa Lộc:29104
29101 xThừa Đức:29107
29104 xThạnh Phước:29104
29107 xThới Thuận:29107
=Huyện Ba Tri
----- xTân Mỹ:29122
29110 tBa Tri:29110
29116 xMỹ Hòa:29122
29119 xTân Xuân:29137
29122 xMỹ Chánh:29122
29125 xBảo Thạnh:29125
29128 xAn Phú Trung:29143
29131 xMỹ Thạnh:29143
29134 xMỹ Nhơn:29122
29137 xPhước Ngãi:29137
29143 xAn Ngãi Trung:29143
29146 xPhú Lễ:29137
29149 xAn Bình Tây:29110
29152 xBảo Thuận:29125
29155 xTân Hưng:29158
29158 xAn Ngãi Tây:29158
29161 xAn Hiệp:29158
29164 xVĩnh Hòa:29110
29167 xTân Thủy:29167
29170 xVĩnh An:29110
29173 xAn Đức:29110
29176 xAn Hòa Tây:29167
29179 tTiệm Tôm:29167
=Huyện Thạnh Phú
29182 tThạnh Phú:29182
29185 xPhú Khánh:29194
29188 xĐại Điền:29194
29191 xQuới Điền:29191
29194 xTân Phong:29194
29197 xMỹ Hưng:29191
29200 xAn Thạnh:29182
29203 xThới Thạnh:29194
29206 xHòa Lợi:29191
29209 xAn Điền:29221
29212 xBình Thạnh:29182
29215 xAn Thuận:29224
29218 xAn Quy:29224
29221 xThạnh Hải:29221
29224 xAn Nhơn:29224
29227 xGiao Thạnh:29227
29230 xThạnh Phong:29227
29233 xMỹ An:29182
=Huyện Mỏ Cày Bắc
28889 xPhú Mỹ:28915
28901 xHưng Khánh Trung A:28901
28906 xThanh Tân:28789
28909 xThạnh Ngãi:28915
28912 xTân Phú Tây:28915
28915 tPhước Mỹ Trung:28915
28918 xTân Thành Bình:28921
28921 xThành An:28921
28924 xHòa Lộc:28921
28927 xTân Thanh Tây:28948
28933 xTân Bình:28921
28936 xNhuận Phú Tân:28948
28948 xKhánh Thạnh Tân:28948
>Trà Vinh
=Thành phố Trà Vinh
----- p2:29242
----- p6:29242
29236 p4:29263
29239 p1:29242
29242 p3:29242
29248 p5:29398
29254 p7:29254
29257 p8:29254
29260 p9:29242
29263 xLong Đức:29263
=Huyện Càng Long
29266 tCàng Long:29266
29269 xMỹ Cẩm:29266
29272 xAn Trường A:29275
29275 xAn Trường:29275
29278 xHuyền Hội:29278
29281 xTân An:29278
29284 xTân Bình:29275
29287 xBình Phú:29287
29290 xPhương Thạnh:29287
29293 xĐại Phúc:29287
29296 xĐại Phước:29302
29299 xNhị Long Phú:29266
29302 xNhị Long:29302
29305 xĐức Mỹ:29302
=Huyện Cầu Kè
29308 tCầu Kè:29308
29311 xHòa Ân:29308
29314 xChâu Điền:29308
29317 xAn Phú Tân:29317
29320 xHoà Tân:29317
29323 xNinh Thới:29329
29326 xPhong Phú:29329
29329 xPhong Thạnh:29329
29332 xTam Ngãi:29335
29335 xThông Hòa:29335
29338 xThạnh Phú:29335
=Huyện Tiểu Cần
29341 tTiểu Cần:29341
29344 tCầu Quan:29371
29347 xPhú Cần:29341
29350 xHiếu Tử:29365
29353 xHiếu Trung:29341
29356 xLong Thới:29371
29359 xHùng Hòa:29362
29362 xTân Hùng:29362
29365 xTập Ngãi:29365
29368 xNgãi Hùng:29362
29371 xTân Hòa:29371
=Huyện Châu Thành
29374 tChâu Thành:29374
29377 xĐa Lộc:29374
29380 xMỹ Chánh:29374
29383 xThanh Mỹ:29374
29386 xLương Hoà A:29386
29389 xLương Hòa:29386
29392 xSong Lộc:29386
29395 xNguyệt Hóa:29254
29398 xHòa Thuận:29398
29401 xHòa Lợi:29407
29404 xPhước Hảo:29407
29407 xHưng Mỹ:29407
29410 xHòa Minh:29410
29413 xLong Hòa:29413
=Huyện Cầu Ngang
29416 tCầu Ngang:29416
29419 tMỹ Long:29419
29422 xMỹ Long Bắc:29419
29425 xMỹ Long Nam:29419
29428 xMỹ Hòa:29416
29431 xVĩnh Kim:29431
29434 xKim Hòa:29431
29437 xHiệp Hòa:29446
29440 xThuận Hòa:29416
29443 xLong Sơn:29455
29446 xNhị Trường:29446
29449 xTrường Thọ:29446
29452 xHiệp Mỹ Đông:29455
29455 xHiệp Mỹ Tây:29455
29458 xThạnh Hòa Sơn:29530
=Huyện Trà Cú
29461 tTrà Cú:29461
29462 tĐịnh An:29491
29464 xPhước Hưng:29467
29467 xTập Sơn:29467
29470 xTân Sơn:29467
29473 xAn Quảng Hữu:29476
29476 xLưu Nghiệp Anh:29476
29479 xNgãi Xuyên:29461
29482 xKim Sơn:29489
29485 xThanh Sơn:29461
29488 xHàm Giang:29489
29489 xHàm Tân:29489
29491 xĐại An:29491
29494 xĐịnh An:29491
29503 xNgọc Biên:29506
29506 xLong Hiệp:29506
29509 xTân Hiệp:29506
=Huyện Duyên Hải
29497 xĐôn Xuân:29497
29500 xĐôn Châu:29497
29513 tLong Thành:29513
29521 xLong Khánh:29513
29530 xNgũ Lạc:29530
29533 xLong Vĩnh:29533
29536 xĐông Hải:29536
=Thị xã Duyên Hải
29512 p1:29512
29515 xLong Toàn:29512
29516 p2:29516
29518 xLong Hữu:29518
29524 xDân Thành:29512
29527 xTrường Long Hòa:29516
29539 xHiệp Thạnh:29518
>Vĩnh Long
=Thành phố Vĩnh Long
----- p2:29551
29542 p9:29551
29545 p5:29590
29551 p1:29551
29554 p4:29557
29557 p3:29557
29560 p8:29593
29563 pTân Ngãi:29566
29566 pTân Hòa:29566
29569 pTân Hội:29566
29572 pTrường An:29551
=Huyện Long Hồ
29578 xĐồng Phú:29584
29581 xBình Hòa Phước:29584
29584 xHòa Ninh:29584
29587 xAn Bình:29584
29590 xThanh Đức:29590
29593 xTân Hạnh:29593
29596 xPhước Hậu:29557
29599 xLong Phước:29602
29602 tLong Hồ:29602
29605 xLộc Hòa:29611
29608 xLong An:29602
29611 xPhú Quới:29611
29614 xThạnh Quới:29611
29617 xHòa Phú:29611
=Huyện Mang Thít
29623 xMỹ An:29623
29626 xMỹ Phước:29623
29629 xAn Phước:29641
29632 xNhơn Phú:29623
29635 xLong Mỹ:29638
29638 xHòa Tịnh:29638
29641 tCái Nhum:29641
29644 xBình Phước:29638
29647 xChánh An:29641
29650 xTân An Hội:29653
29653 xTân Long:29653
29656 xTân Long Hội:29653
=Huyện Vũng Liêm
29659 tVũng Liêm:29659
29662 xTân Quới Trung:29668
29665 xQuới Thiện:29677
29668 xQuới An:29668
29671 xTrung Chánh:29683
29674 xTân An Luông:29683
29677 xThanh Bình:29677
29680 xTrung Thành Tây:29668
29683 xTrung Hiệp:29683
29686 xHiếu Phụng:29701
29689 xTrung Thành Đông:29698
29692 xTrung Thành:29659
29695 xTrung Hiếu:29659
29698 xTrung Ngãi:29698
29701 xHiếu Thuận:29701
29704 xTrung Nghĩa:29698
29707 xTrung An:29701
29710 xHiếu Nhơn:29713
29713 xHiếu Thành:29713
29716 xHiếu Nghĩa:29713
=Huyện Tam Bình
29719 tTam Bình:29719
29722 xTân Lộc:29728
29725 xPhú Thịnh:29740
29728 xHậu Lộc:29728
29731 xHòa Thạnh:29734
29734 xHoà Lộc:29734
29737 xPhú Lộc:29728
29740 xSong Phú:29740
29743 xHòa Hiệp:29734
29746 xMỹ Lộc:29728
29749 xTân Phú:29740
29752 xLong Phú:29740
29755 xMỹ Thạnh Trung:29719
29761 xLoan Mỹ:29767
29764 xNgãi Tứ:29767
29767 xBình Ninh:29767
=Thị xã Bình Minh
29770 pCái Vồn:29770
29771 pThành Phước:29771
29806 xThuận An:29771
29809 xĐông Thạnh:29812
29812 xĐông Bình:29812
29813 pĐông Thuận:29812
29815 xMỹ Hòa:29770
29818 xĐông Thành:29812
=Huyện Trà Ôn
29821 tTrà Ôn:29821
29824 xXuân Hiệp:29830
29827 xNhơn Bình:29836
29830 xHòa Bình:29830
29833 xThới Hòa:29830
29836 xTrà Côn:29836
29839 xTân Mỹ:29836
29842 xHựu Thành:29845
29845 xVĩnh Xuân:29845
29848 xThuận Thới:29845
29851 xPhú Thành:29857
29857 xLục Sỹ Thành:29857
29860 xTích Thiện:29821
=Huyện Bình Tân
----- xTân Hưng:29785
29776 xTân Thành:29785
29779 xThành Trung:29788
29782 xTân An Thạnh:29785
29785 xTân Lược:29785
29788 xNguyễn Văn Thảnh:29788
29791 xThành Lợi:29800
29794 xMỹ Thuận:29788
29797 xTân Bình:29800
29800 tTân Quới:29800
`;
