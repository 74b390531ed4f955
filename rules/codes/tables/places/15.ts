/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
02647 pLào Cai
02671 pCam Đường
02680 xHợp Thành
02683 xBát Xát
02686 xA Mú Sung
02695 xTrịnh Tường
02701 xY Tý
02707 xDền Sáng
02725 xBản Xèo
02728 xMường Hum
02746 xCốc San
02752 xPha Long
02761 xMường Khương
02782 xCao Sơn
02788 xBản Lầu
02809 xSi Ma Cai
02824 xSín Chéng
02839 xBắc Hà
02842 xTả Củ Tỷ
02848 xLùng Phình
02869 xBản Liền
02890 xBảo Nhai
02896 xCốc Lầu
02902 xPhong Hải
02905 xBảo Thắng
02908 xTằng Loỏng
02923 xGia Phú
02926 xXuân Quang
02947 xBảo Yên
02953 xNghĩa Đô
02962 xXuân Hòa
02968 xThượng Hà
02989 xBảo Hà
02998 xPhúc Khánh
03004 xNgũ Chỉ Sơn
03006 pSa Pa
03013 xTả Phìn
03037 xTả Van
03043 xMường Bo
03046 xBản Hồ
03061 xVõ Lao
03076 xNậm Chày
03082 xVăn Bàn
03085 xNậm Xé
03091 xChiềng Ken
03103 xKhánh Yên
03106 xDương Quỳ
03121 xMinh Lương
04252 pYên Bái
04273 pNam Cường
04279 pVăn Phú
04288 pNghĩa Lộ
04303 xLục Yên
04309 xLâm Thượng
04336 xTân Lĩnh
04342 xKhánh Hòa
04345 xMường Lai
04363 xPhúc Lợi
04375 xMậu A
04381 xLâm Giang
04387 xChâu Quế
04399 xĐông Cuông
04402 xPhong Dụ Hạ
04423 xPhong Dụ Thượng
04429 xTân Hợp
04441 xXuân Ái
04450 xMỏ Vàng
04456 xMù Cang Chải
04462 xNậm Có
04465 xKhao Mang
04474 xLao Chải
04489 xChế Tạo
04492 xPúng Luông
04498 xTrấn Yên
04531 xQuy Mông
04537 xLương Thịnh
04543 pÂu Lâu
04564 xViệt Hồng
04576 xHưng Khánh
04585 xHạnh Phúc
04603 xTà Xi Láng
04606 xTrạm Tấu
04609 xPhình Hồ
04630 xTú Lệ
04636 xGia Hội
04651 xSơn Lương
04660 xLiên Sơn
04663 pTrung Tâm
04672 xVăn Chấn
04681 pCầu Thia
04693 xCát Thịnh
04699 xChấn Thịnh
04705 xThượng Bằng La
04711 xNghĩa Tâm
04714 xYên Bình
04717 xThác Bà
04726 xCảm Nhân
04744 xYên Thành
04750 xBảo Ái
>Lào Cai
=Thành phố Lào Cai
02635 pDuyên Hải:02647
02641 pLào Cai:02647
02644 pCốc Lếu:02647
02647 pKim Tân:02647
02650 pBắc Lệnh:02671
02653 pPom Hán:02671
02656 pXuân Tăng:02671
02658 pBình Minh:02671
02659 xThống Nhất:02923
02662 xĐồng Tuyển:02746
02665 xVạn Hoà:02647
02668 pBắc Cường:02671
02671 pNam Cường:02671
02674 xCam Đường:02671
02677 xTả Phời:02680
02680 xHợp Thành:02680
02746 xCốc San:02746
=Huyện Bát Xát
02683 tBát Xát:02683
02686 xA Mú Sung:02686
02689 xNậm Chạc:02686
02692 xA Lù:02701
02695 xTrịnh Tường:02695
02701 xY Tý:02701
02704 xCốc Mỳ:02695
02707 xDền Sáng:02707
02710 xBản Vược:02683
02713 xSàng Ma Sáo:02707
02716 xBản Qua:02683
02719 xMường Vi:02725
02722 xDền Thàng:02707
02725 xBản Xèo:02725
02728 xMường Hum:02728
02731 xTrung Lèng Hồ:02728
02734 xQuang Kim:02683
02737 xPa Cheo:02725
02740 xNậm Pung:02728
02743 xPhìn Ngan:02683
02749 xTòng Sành:02746
=Huyện Mường Khương
02752 xPha Long:02752
02755 xTả Ngải Chồ:02752
02758 xTung Chung Phố:02761
02761 tMường Khương:02761
02764 xDìn Chin:02752
02767 xTả Gia Khâu:02752
02770 xNậm Chảy:02761
02773 xNấm Lư:02761
02776 xLùng Khấu Nhin:02782
02779 xThanh Bình:02761
02782 xCao Sơn:02782
02785 xLùng Vai:02788
02788 xBản Lầu:02788
02791 xLa Pan Tẩn:02782
02794 xTả Thàng:02782
02797 xBản Sen:02788
=Huyện Si Ma Cai
02800 xNàn Sán:02809
02803 xThào Chư Phìn:02824
02806 xBản Mế:02824
02809 tSi Ma Cai:02809
02812 xSán Chải:02809
02818 xLùng Thẩn:02848
02821 xCán Cấu:02809
02824 xSín Chéng:02824
02827 xQuan Hồ Thẩn:02809
02836 xNàn Xín:02824
=Huyện Bắc Hà
02839 tBắc Hà:02839
02842 xLùng Cải:02842
02848 xLùng Phình:02848
02851 xTả Van Chư:02848
02854 xTả Củ Tỷ:02842
02857 xThải Giàng Phố:02839
02863 xHoàng Thu Phố:02839
02866 xBản Phố:02839
02869 xBản Liền:02869
02875 xNa Hối:02839
02878 xCốc Ly:02890
02881 xNậm Mòn:02839
02884 xNậm Đét:02890
02887 xNậm Khánh:02869
02890 xBảo Nhai:02890
02893 xNậm Lúc:02896
02896 xCốc Lầu:02896
02899 xBản Cái:02896
=Huyện Bảo Thắng
02902 tN.T Phong Hải:02902
02905 tPhố Lu:02905
02908 tTằng Loỏng:02908
02911 xBản Phiệt:02647
02914 xBản Cầm:02902
02917 xThái Niên:02905
02920 xPhong Niên:02926
02923 xGia Phú:02923
02926 xXuân Quang:02926
02929 xSơn Hải:02905
02932 xXuân Giao:02923
02935 xTrì Quang:02926
02938 xSơn Hà:02905
02944 xPhú Nhuận:02908
=Huyện Bảo Yên
02947 tPhố Ràng:02947
02950 xTân Tiến:02953
02953 xNghĩa Đô:02953
02956 xVĩnh Yên:02953
02959 xĐiện Quan:02968
02962 xXuân Hoà:02962
02965 xTân Dương:02962
02968 xThượng Hà:02968
02971 xKim Sơn:02989
02974 xCam Cọn:02989
02977 xMinh Tân:02968
02980 xXuân Thượng:02947
02983 xViệt Tiến:02998
02986 xYên Sơn:02947
02989 xBảo Hà:02989
02992 xLương Sơn:02947
02998 xPhúc Khánh:02998
=Thị xã Sa Pa
03001 pSa Pa:03006
03002 pSa Pả:03006
03003 pÔ Quý Hồ:03006
03004 xNgũ Chỉ Sơn:03004
03006 pPhan Si Păng:03006
03010 xTrung Chải:03013
03013 xTả Phìn:03013
03016 pHàm Rồng:03006
03019 xHoàng Liên:03037
03022 xThanh Bình:03046
03028 pCầu Mây:03006
03037 xMường Hoa:03037
03040 xTả Van:03037
03043 xMường Bo:03043
03046 xBản Hồ:03046
03052 xLiên Minh:03043
=Huyện Văn Bàn
03055 tKhánh Yên:03082
03061 xVõ Lao:03061
03064 xSơn Thuỷ:03082
03067 xNậm Mả:03061
03070 xTân Thượng:02989
03073 xNậm Rạng:03061
03076 xNậm Chầy:03076
03079 xTân An:02989
03082 xKhánh Yên Thượng:03082
03085 xNậm Xé:03085
03088 xDần Thàng:03076
03091 xChiềng Ken:03091
03094 xLàng Giàng:03082
03097 xHoà Mạc:03082
03100 xKhánh Yên Trung:03103
03103 xKhánh Yên Hạ:03103
03106 xDương Quỳ:03106
03109 xNậm Tha:03091
03112 xMinh Lương:03121
03115 xThẩm Dương:03106
03118 xLiêm Phú:03103
03121 xNậm Xây:03121
>Yên Bái
=Thành phố Yên Bái
----- pNguyễn Phúc:04252
04249 pYên Thịnh:04279
04252 pYên Ninh:04252
04255 pMinh Tân:04252
04258 pNguyễn Thái Học:04252
04261 pĐồng Tâm:04252
04264 pHồng Hà:04252
04270 xMinh Bảo:04273
04273 pNam Cường:04273
04276 xTuy Lộc:04273
04279 xTân Thịnh:04279
04540 xÂu Lâu:04543
04543 xGiới Phiên:04543
04546 pHợp Minh:04543
04558 xVăn Phú:04279
=Thị xã Nghĩa Lộ
04282 pPú Trạng:04288
04285 pTrung Tâm:04663
04288 pTân An:04288
04291 pCầu Thia:04681
04294 xNghĩa Lợi:04663
04297 xNghĩa Phúc:04660
04300 xNghĩa An:04288
04624 xNghĩa Lộ:04663
04660 xSơn A:04660
04663 xPhù Nham:04663
04675 xThanh Lương:04681
04678 xHạnh Sơn:04681
04681 xPhúc Sơn:04681
04684 xThạch Lương:04681
=Huyện Lục Yên
04303 tYên Thế:04303
04306 xTân Phượng:04309
04309 xLâm Thượng:04309
04312 xKhánh Thiện:04309
04315 xMinh Chuẩn:04336
04318 xMai Sơn:04309
04321 xKhai Trung:04336
04324 xMường Lai:04345
04327 xAn Lạc:04342
04330 xMinh Xuân:04303
04333 xTô Mậu:04342
04336 xTân Lĩnh:04336
04339 xYên Thắng:04303
04342 xKhánh Hoà:04342
04345 xVĩnh Lạc:04345
04348 xLiễu Đô:04303
04351 xĐộng Quan:04342
04354 xTân Lập:04336
04357 xMinh Tiến:04345
04360 xTrúc Lâu:04363
04363 xPhúc Lợi:04363
04366 xPhan Thanh:04336
04369 xAn Phú:04345
04372 xTrung Tâm:04363
=Huyện Văn Yên
04375 tMậu A:04375
04378 xLang Thíp:04381
04381 xLâm Giang:04381
04384 xChâu Quế Thượng:04387
04387 xChâu Quế Hạ:04387
04390 xAn Bình:04399
04393 xQuang Minh:04399
04396 xĐông An:04399
04399 xĐông Cuông:04399
04402 xPhong Dụ Hạ:04402
04405 xMậu Đông:04375
04408 xNgòi A:04375
04411 xXuân Tầm:04402
04414 xTân Hợp:04429
04417 xAn Thịnh:04375
04420 xYên Thái:04375
04423 xPhong Dụ Thượng:04423
04426 xYên Hợp:04441
04429 xĐại Sơn:04429
04435 xĐại Phác:04441
04438 xYên Phú:04441
04441 xXuân Ái:04441
04447 xViễn Sơn:04441
04450 xMỏ Vàng:04450
04453 xNà Hẩu:04429
=Huyện Mù Căng Chải
04456 tMù Căng Chải:04456
04459 xHồ Bốn:04465
04462 xNậm Có:04462
04465 xKhao Mang:04465
04468 xMồ Dề:04456
04471 xChế Cu Nha:04456
04474 xLao Chải:04474
04477 xKim Nọi:04456
04480 xCao Phạ:04630
04483 xLa Pán Tẩn:04492
04486 xDế Su Phình:04492
04489 xChế Tạo:04489
04492 xPúng Luông:04492
04495 xNậm Khắt:04492
=Huyện Trấn Yên
----- xBảo Hưng:04498,04543
----- xNga Quán:04273
----- xViệt Thành:04498
----- xĐào Thịnh:04498
04498 tCổ Phúc:04498
04501 xTân Đồng:04498
04504 xBáo Đáp:04498
04510 xThành Thịnh:04498
04513 xHòa Cuông:04498
04516 xMinh Quán:04498
04519 xQuy Mông:04531
04522 xCường Thịnh:04273
04525 xKiên Thành:04531
04531 xY Can:04531
04537 xLương Thịnh:04537
04564 xViệt Cường:04564
04567 xMinh Quân:04543
04570 xHồng Ca:04576
04573 xHưng Thịnh:04537
04576 xHưng Khánh:04576
04579 xViệt Hồng:04564
04582 xVân Hội:04564
=Huyện Trạm Tấu
04585 tTrạm Tấu:04585
04588 xTúc Đán:04606
04591 xPá Lau:04606
04594 xXà Hồ:04585
04597 xPhình Hồ:04609
04600 xTrạm Tấu:04606
04603 xTà Si Láng:04603
04606 xPá Hu:04606
04609 xLàng Nhì:04609
04612 xBản Công:04585
04615 xBản Mù:04609
04618 xHát Lìu:04585
=Huyện Văn Chấn
04621 tLiên Sơn:04660
04621 tNông trường Liên Sơn:04660
04627 tNông trường Trần Phú:04705
04627 tTrần Phú:04705
04630 xTú Lệ:04630
04633 xNậm Búng:04636
04636 xGia Hội:04636
04639 xSùng Đô:04651
04642 xNậm Mười:04651
04645 xAn Lương:04450
04648 xNậm Lành:04636
04651 xSơn Lương:04651
04654 xSuối Quyền:04651
04657 xSuối Giàng:04672
04666 xNghĩa Sơn:04288
04669 xSuối Bu:04672
04672 tSơn Thịnh:04672
04687 xĐại Lịch:04699
04690 xĐồng Khê:04672
04693 xCát Thịnh:04693
04696 xTân Thịnh:04699
04699 xChấn Thịnh:04699
04702 xBình Thuận:04711
04705 xThượng Bằng La:04705
04708 xMinh An:04711
04711 xNghĩa Tâm:04711
=Huyện Yên Bình
----- xYên Bình:04717
04714 tYên Bình:04714
04717 tThác Bà:04717
04720 xXuân Long:04726
04726 xCảm Nhân:04726
04729 xNgọc Chấn:04726
04732 xTân Nguyên:04750
04735 xPhúc Ninh:04744
04738 xBảo Ái:04750
04741 xMỹ Gia:04744
04744 xXuân Lai:04744
04747 xMông Sơn:04750
04750 xCảm Ân:04750
04753 xYên Thành:04744
04756 xTân Hương:04714
04759 xPhúc An:04744
04762 xBạch Hà:04717
04765 xVũ Linh:04717
04768 xĐại Đồng:04714
04771 xVĩnh Kiên:04717
04777 xThịnh Hưng:04714
04780 xHán Đà:04717
04783 xPhú Thịnh:04279
04786 xĐại Minh:04717
`;
