/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
20194 pHải Vân
20197 pLiên Chiểu
20200 pHòa Khánh
20209 pThanh Khê
20242 pHải Châu
20257 pHòa Cường
20260 pCẩm Lệ
20263 pSơn Trà
20275 pAn Hải
20285 pNgũ Hành Sơn
20305 pAn Khê
20308 xBà Nà
20314 pHòa Xuân
20320 xHòa Vang
20332 xHòa Tiến
20333 dHoàng Sa
20335 pBàn Thạch
20341 pTam Kỳ
20350 pHương Trà
20356 pQuảng Phú
20364 xChiên Đàn
20380 xTây Hồ
20392 xPhú Ninh
20401 pHội An Tây
20410 pHội An
20413 pHội An Đông
20434 xTân Hiệp
20443 xHùng Sơn
20455 xTây Giang
20458 xAvương
20467 xĐông Giang
20476 xSông Kôn
20485 xSông Vàng
20494 xBến Hiên
20500 xĐại Lộc
20506 xThượng Đức
20515 xHà Nha
20539 xVu Gia
20542 xPhú Thuận
20551 pĐiện Bàn
20557 pĐiện Bàn Bắc
20569 xĐiện Bàn Tây
20575 pAn Thắng
20579 pĐiện Bàn Đông
20587 xGò Nổi
20599 xNam Phước
20611 xThu Bồn
20623 xDuy Xuyên
20635 xDuy Nghĩa
20641 xQuế Sơn
20650 xXuân Phú
20656 xNông Sơn
20662 xQuế Sơn Trung
20669 xQuế Phước
20695 xThạnh Mỹ
20698 xLa Êê
20704 xLa Dêê
20707 xNam Giang
20710 xBến Giằng
20716 xĐắc Pring
20722 xKhâm Đức
20728 xPhước Hiệp
20734 xPhước Năng
20740 xPhước Chánh
20752 xPhước Thành
20767 xViệt An
20770 xPhước Trà
20779 xHiệp Đức
20791 xThăng Bình
20794 xThăng An
20818 xĐồng Dương
20827 xThăng Phú
20836 xThăng Trường
20848 xThăng Điền
20854 xTiên Phước
20857 xSơn Cẩm Hà
20875 xLãnh Ngọc
20878 xThạnh Bình
20900 xTrà My
20908 xTrà Liên
20920 xTrà Đốc
20923 xTrà Tân
20929 xTrà Giáp
20938 xTrà Leng
20941 xTrà Tập
20944 xNam Trà My
20950 xTrà Linh
20959 xTrà Vân
20965 xNúi Thành
20971 xTam Xuân
20977 xĐức Phú
20984 xTam Anh
20992 xTam Hải
21004 xTam Mỹ
>Đà Nẵng
=Quận Liên Chiểu
20194 pHòa Hiệp Bắc:20194
20195 pHòa Hiệp Nam:20194
20197 pHòa Khánh Bắc:20197
20198 pHòa Khánh Nam:20200
20200 pHòa Minh:20200,20209
=Quận Thanh Khê
----- pHòa Khê:20209
----- pTam Thuận:20209
----- pTân Chính:20209
----- pVĩnh Trung:20209
20206 pThanh Khê Tây:20209
20207 pThanh Khê Đông:20209
20209 pXuân Hà:20209
20215 pChính Gián:20209
20218 pThạc Gián:20209
20224 pAn Khê:20305
=Quận Hải Châu
----- pBình Hiên:20242
----- pHòa Thuận Đông:20257
----- pHải Châu I:20242
----- pHải Châu II:20242
----- pNam Dương:20242
20227 pThanh Bình:20242
20230 pThuận Phước:20242
20233 pThạch Thang:20242
20236 pHải Châu:20242
20242 pPhước Ninh:20242
20245 pHòa Thuận Tây:20257
20254 pBình Thuận:20257
20257 pHòa Cường Bắc:20257
20258 pHòa Cường Nam:20257
=Quận Sơn Trà
----- pAn Hải Tây:20275
----- pAn Hải Đông:20275
20263 pThọ Quang:20263
20266 pNại Hiên Đông:20263
20269 pMân Thái:20263
20272 pAn Hải Bắc:20275
20275 pPhước Mỹ:20275
20278 pAn Hải Nam:20275
=Quận Ngũ Hành Sơn
20284 pMỹ An:20285
20285 pKhuê Mỹ:20285
20287 pHoà Quý:20285
20290 pHoà Hải:20285
=Quận Cẩm Lệ
20260 pKhuê Trung:20260
20305 pHòa Phát:20305
20306 pHòa An:20305
20311 pHòa Thọ Tây:20260
20312 pHòa Thọ Đông:20260
20314 pHòa Xuân:20314
=Huyện Hòa Vang
20293 xHòa Bắc:20194
20296 xHòa Liên:20197
20299 xHòa Ninh:20308
20302 xHòa Sơn:20200
20308 xHòa Nhơn:20308
20317 xHòa Phú:20320
20320 xHòa Phong:20320
20323 xHòa Châu:20314
20326 xHòa Tiến:20332
20329 xHòa Phước:20314
20332 xHòa Khương:20332
>Quảng Nam
=Thành phố Tam Kỳ
----- pPhước Hòa:20341
20335 pTân Thạnh:20335
20341 pAn Mỹ:20341
20344 pHòa Hương:20350
20347 pAn Xuân:20341
20350 pAn Sơn:20350
20353 pTrường Xuân:20341
20356 pAn Phú:20356
20359 xTam Thanh:20356
20362 xTam Thăng:20335
20371 xTam Phú:20356
20375 pHoà Thuận:20335
20389 xTam Ngọc:20350
=Thành phố Hội An
20398 pMinh An:20410
20401 pTân An:20401
20404 pCẩm Phô:20410
20407 pThanh Hà:20401
20410 pSơn Phong:20410
20413 pCẩm Châu:20413
20416 pCửa Đại:20413
20419 pCẩm An:20401
20422 xCẩm Hà:20401
20425 xCẩm Kim:20410
20428 pCẩm Nam:20410
20431 xCẩm Thanh:20413
20434 xTân Hiệp:20434
=Huyện Tây Giang
20437 xCh'ơm:20443
20440 xGa Ri:20443
20443 xA Xan:20443
20446 xTr'Hy:20443
20449 xLăng:20455
20452 xA Nông:20455
20455 xA Tiêng:20455
20458 xBha Lê:20458
20461 xA Vương:20458
20464 xDang:20455
=Huyện Đông Giang
20467 tP Rao:20467
20470 xTà Lu:20467
20473 xSông Kôn:20476
20476 xJơ Ngây:20476
20479 xA Ting:20476
20482 xTư:20485
20485 xBa:20485
20488 xA Rooi:20467
20491 xZa Hung:20467
20494 xMà Cooi:20494
20497 xKa Dăng:20494
=Huyện Đại Lộc
20500 tÁi Nghĩa:20500
20503 xĐại Sơn:20506
20506 xĐại Lãnh:20506
20509 xĐại Hưng:20506
20512 xĐại Hồng:20515
20515 xĐại Đồng:20515
20518 xĐại Quang:20515
20521 xĐại Nghĩa:20500
20524 xĐại Hiệp:20500
20527 xĐại Thạnh:20542
20530 xĐại Chánh:20542
20533 xĐại Tân:20542
20536 xĐại Phong:20539
20539 xĐại Minh:20539
20542 xĐại Thắng:20542
20545 xĐại Cường:20539
20547 xĐại An:20500
20548 xĐại Hòa:20500
=Thị xã Điện Bàn
20551 pVĩnh Điện:20551
20554 xĐiện Tiến:20557
20557 xĐiện Hòa:20557
20560 pĐiện Thắng Bắc:20557
20561 pĐiện Thắng Trung:20575
20562 pĐiện Thắng Nam:20575
20563 pĐiện Ngọc:20579
20566 xĐiện Hồng:20569
20569 xĐiện Thọ:20569
20572 xĐiện Phước:20569
20575 pĐiện An:20575
20578 pĐiện Nam Bắc:20579
20579 pĐiện Nam Trung:20579
20580 pĐiện Nam Đông:20579
20581 pĐiện Dương:20579
20584 xĐiện Quang:20587
20587 xĐiện Trung:20587
20590 xĐiện Phong:20587
20593 pĐiện Minh:20551
20596 pĐiện Phương:20551
=Huyện Duy Xuyên
----- xDuy Thu:20611
20599 tNam Phước:20599
20605 xDuy Phú:20611
20608 xDuy Tân:20611
20611 xDuy Hòa:20611
20614 xDuy Châu:20611
20617 xDuy Trinh:20623
20620 xDuy Sơn:20623
20623 xDuy Trung:20623
20626 xDuy Phước:20599
20629 xDuy Thành:20635
20632 xDuy Vinh:20599
20635 xDuy Nghĩa:20635
20638 xDuy Hải:20635
=Huyện Quế Sơn
----- xSơn Viên:20656
20641 tĐông Phú:20641
20644 xQuế Xuân 1:20650
20647 xQuế Xuân 2:20650
20650 xQuế Phú:20650
20651 tHương An:20650
20656 tTrung Phước:20656
20659 xQuế Hiệp:20662
20662 xQuế Thuận:20662
20665 xQuế Mỹ:20662
20668 xNinh Phước:20669
20669 xPhước Ninh:20669
20671 xQuế Lộc:20656
20674 xQuế Phước
20677 xQuế Long:20641
20680 xQuế Châu:20662
20683 xQuế Phong:20641
20686 xQuế An:20641
20689 xQuế Minh:20641
20692 xQuế Lâm:20669
=Huyện Nam Giang
20695 tThạnh Mỹ:20695
20698 xLaêê:20698
20699 xChơ Chun:20698
20701 xZuôich:20707
20702 xTà Pơơ:20710
20704 xLa Dêê:20704
20705 xĐắc Tôi:20704
20707 xChà Vàl:20707
20710 xTà Bhinh:20710
20713 xCà Dy:20710
20716 xĐắc Pre:20716
20719 xĐắc Pring:20716
=Huyện Phước Sơn
20722 tKhâm Đức:20722
20725 xPhước Xuân:20722
20728 xPhước Hiệp:20728
20729 xPhước Hoà:20728
20731 xPhước Đức:20734
20734 xPhước Năng:20734
20737 xPhước Mỹ:20734
20740 xPhước Chánh:20740
20743 xPhước Công:20740
20746 xPhước Kim:20752
20749 xPhước Lộc:20752
20752 xPhước Thành:20752
=Huyện Hiệp Đức
----- xHiệp Hòa:20779
----- xHiệp Thuận:20779
20758 xQuế Tân:20779
20764 xQuế Thọ:20767
20767 xBình Lâm:20767
20770 xSông Trà:20770
20773 xPhước Trà:20770
20776 xPhước Gia:20770
20779 tTân Bình:20779
20782 xQuế Lưu:20779
20785 xThăng Phước:20767
20788 xBình Sơn:20767
=Huyện Thăng Bình
----- xBình Chánh:20827
----- xBình Định Bắc:20818
----- xBình Định Nam:20818
20791 tHà Lam:20791
20794 xBình Dương:20794
20797 xBình Giang:20794
20800 xBình Nguyên:20791
20803 xBình Phục:20791
20806 xBình Triều:20794
20809 xBình Đào:20794
20812 xBình Minh:20794
20815 xBình Lãnh:20818
20818 xBình Trị:20818
20821 xBình Định:20818
20824 xBình Quý:20791
20827 xBình Phú:20827
20833 xBình Tú:20848
20836 xBình Sa:20836
20839 xBình Hải:20836
20842 xBình Quế:20827
20845 xBình An:20848
20848 xBình Trung:20848
20851 xBình Nam:20836
=Huyện Tiên Phước
----- xTiên Cẩm:20857
20854 tTiên Kỳ:20854
20857 xTiên Sơn:20857
20860 xTiên Hà:20857
20866 xTiên Châu:20857
20869 xTiên Lãnh:20875
20872 xTiên Ngọc:20875
20875 xTiên Hiệp:20875
20878 xTiên Cảnh:20878
20881 xTiên Mỹ:20854
20884 xTiên Phong:20854
20887 xTiên Thọ:20854
20890 xTiên An:20878
20893 xTiên Lộc:20878
20896 xTiên Lập:20878
=Huyện Bắc Trà My
20899 tTrà My:20900
20900 xTrà Sơn:20900
20902 xTrà Kót:20908
20905 xTrà Nú:20908
20908 xTrà Đông:20908
20911 xTrà Dương:20900
20914 xTrà Giang:20900
20917 xTrà Bui:20920
20920 xTrà Đốc:20920
20923 xTrà Tân:20923
20926 xTrà Giác:20923
20929 xTrà Giáp:20929
20932 xTrà Ka:20929
=Huyện Nam Trà My
20935 xTrà Leng:20938
20938 xTrà Dơn:20938
20941 xTrà Tập:20941
20944 xTrà Mai:20944
20947 xTrà Cang:20941
20950 xTrà Linh:20950
20953 xTrà Nam:20950
20956 xTrà Don:20944
20959 xTrà Vân:20959
20962 xTrà Vinh:20959
=Huyện Núi Thành
20965 tNúi Thành:20965
20968 xTam Xuân I:20971
20971 xTam Xuân II:20971
20974 xTam Tiến:20971
20977 xTam Sơn:20977
20980 xTam Thạnh:20977
20983 xTam Anh Bắc:20984
20984 xTam Anh Nam:20984
20986 xTam Hòa:20984
20989 xTam Hiệp:20965
20992 xTam Hải:20992
20995 xTam Giang:20965
20998 xTam Quang:20965
21001 xTam Nghĩa:20965
21004 xTam Mỹ Tây:21004
21005 xTam Mỹ Đông:21004
21007 xTam Trà:21004
=Huyện Phú Ninh
20364 tPhú Thịnh:20364
20365 xTam Thành:20380
20368 xTam An:20380
20374 xTam Đàn:20364
20377 xTam Lộc:20380
20380 xTam Phước:20380
20386 xTam Thái:20364
20387 xTam Đại:20392
20392 xTam Dân:20392
20395 xTam Lãnh:20392
`;
