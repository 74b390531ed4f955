/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
30292 pBình Đức
30301 pMỹ Thới
30307 pLong Xuyên
30313 xMỹ Hòa Hưng
30316 pChâu Đốc
30325 pVĩnh Tế
30337 xAn Phú
30341 xKhánh Bình
30346 xNhơn Hội
30352 xPhú Hữu
30367 xVĩnh Hậu
30376 pTân Châu
30377 pLong Phú
30385 xVĩnh Xương
30388 xTân An
30403 xChâu Phong
30406 xPhú Tân
30409 xChợ Vàm
30421 xPhú Lâm
30430 xHòa Lạc
30436 xPhú An
30445 xBình Thạnh Đông
30463 xChâu Phú
30469 xMỹ Đức
30478 xVĩnh Thạnh Trung
30481 xThạnh Mỹ Tây
30487 xBình Mỹ
30502 pThới Sơn
30505 pChi Lăng
30520 pTịnh Biên
30526 xAn Cư
30538 xNúi Cấm
30544 xTri Tôn
30547 xBa Chúc
30568 xVĩnh Gia
30577 xÔ Lâm
30580 xCô Tô
30589 xAn Châu
30595 xCần Đăng
30604 xVĩnh An
30607 xBình Hòa
30619 xVĩnh Hanh
30628 xChợ Mới
30631 xLong Điền
30643 xCù Lao Giêng
30658 xNhơn Mỹ
30664 xLong Kiến
30673 xHội An
30682 xThoại Sơn
30685 xPhú Hòa
30688 xÓc Eo
30691 xTây Phú
30697 xVĩnh Trạch
30709 xĐịnh Mỹ
30742 pRạch Giá
30760 pVĩnh Thông
30766 pTô Châu
30769 pHà Tiên
30781 xTiên Hải
30787 xKiên Lương
30790 xHòa Điền
30793 xVĩnh Điều
30796 xGiang Thành
30811 xSơn Hải
30814 xHòn Nghệ
30817 xHòn Đất
30823 xBình Sơn
30826 xBình Giang
30835 xSơn Kiên
30838 xMỹ Thuận
30850 xTân Hiệp
30856 xTân Hội
30874 xThạnh Đông
30880 xChâu Thành
30886 xThạnh Lộc
30898 xBình An
30904 xGiồng Riềng
30910 xThạnh Hưng
30928 xNgọc Chúc
30934 xHòa Hưng
30943 xLong Thạnh
30949 xHòa Thuận
30952 xGò Quao
30958 xĐịnh Hòa
30970 xVĩnh Hòa Hưng
30982 xVĩnh Tuy
30985 xAn Biên
30988 xTây Yên
31006 xĐông Thái
31012 xVĩnh Hòa
31018 xAn Minh
31024 xĐông Hòa
31027 xU Minh Thượng
31031 xTân Thạnh
31036 xĐông Hưng
31042 xVân Khánh
31051 xVĩnh Phong
31064 xVĩnh Bình
31069 xVĩnh Thuận
31078 dPhú Quốc
31105 dThổ Châu
31108 dKiên Hải
>An Giang
=Thành phố Long Xuyên
----- pĐông Xuyên:30307
30280 pMỹ Bình:30307
30283 pMỹ Long:30307
30286 pMỹ Xuyên:30307
30289 pBình Đức:30292
30292 pBình Khánh:30292
30295 pMỹ Phước:30307
30298 pMỹ Quý:30307
30301 pMỹ Thới:30301
30304 pMỹ Thạnh:30301
30307 pMỹ Hòa:30307
30310 xMỹ Khánh:30292
30313 xMỹ Hoà Hưng:30313
=Thành phố Châu Đốc
30316 pChâu Phú B:30316
30319 pChâu Phú A:30316
30322 pVĩnh Mỹ:30316
30325 pNúi Sam:30325
30328 pVĩnh Ngươn:30316
30331 xVĩnh Tế:30325
30334 xVĩnh Châu:30325
=Huyện An Phú
30337 tAn Phú:30337
30340 xKhánh An:30341
30341 tLong Bình:30341
30343 xKhánh Bình:30341
30346 xQuốc Thái:30346
30349 xNhơn Hội:30346
30352 xPhú Hữu:30352
30355 xPhú Hội:30337
30358 xPhước Hưng:30337
30361 xVĩnh Lộc:30352
30364 xVĩnh Hậu:30367
30367 xVĩnh Trường:30367
30370 xVĩnh Hội Đông:30337
30373 tĐa Phước:30367
=Thị xã Tân Châu
30376 pLong Thạnh:30376
30377 pLong Hưng:30377
30378 pLong Châu:30377
30379 xPhú Lộc:30385
30382 xVĩnh Xương:30385
30385 xVĩnh Hòa:30385
30387 xTân Thạnh:30388
30388 xTân An:30388
30391 xLong An:30388
30394 pLong Phú:30377
30397 xChâu Phong:30403
30400 xPhú Vĩnh:30403
30403 xLê Chánh:30403
30412 pLong Sơn:30376
=Huyện Phú Tân
30406 tPhú Mỹ:30406
30409 tChợ Vàm:30409
30415 xLong Hoà:30421
30418 xPhú Long:30421
30421 xPhú Lâm:30421
30424 xPhú Hiệp:30430
30427 xPhú Thạnh:30409
30430 xHoà Lạc:30430
30433 xPhú Thành:30409
30436 xPhú An:30436
30439 xPhú Xuân:30436
30442 xHiệp Xương:30445
30445 xPhú Bình:30445
30448 xPhú Thọ:30436
30451 xPhú Hưng:30406
30454 xBình Thạnh Đông:30445
30457 xTân Hòa:30406
30460 xTân Trung:30406
=Huyện Châu Phú
30463 tCái Dầu:30463
30466 xKhánh Hòa:30469
30469 xMỹ Đức:30469
30472 xMỹ Phú:30478
30475 xÔ Long Vỹ:30481
30478 tVĩnh Thạnh Trung:30478
30481 xThạnh Mỹ Tây:30481
30484 xBình Long:30463
30487 xBình Mỹ:30487
30490 xBình Thủy:30487
30493 xĐào Hữu Cảnh:30481
30496 xBình Phú:30463
30499 xBình Chánh:30487
=Thị xã Tịnh Biên
30502 pNhà Bàng:30502
30505 pChi Lăng:30505
30508 pNúi Voi:30505
30511 pNhơn Hưng:30502
30514 pAn Phú:30520
30517 pThới Sơn:30502
30520 pTịnh Biên:30520
30523 xVăn Giáo:30526
30526 xAn Cư:30526
30529 xAn Nông:30520
30532 xVĩnh Trung:30526
30535 xTân Lợi:30505
30538 xAn Hảo:30538
30541 xTân Lập:30538
=Huyện Tri Tôn
30544 tTri Tôn:30544
30547 tBa Chúc:30547
30550 xLạc Quới:30547
30553 xLê Trì:30547
30556 xVĩnh Gia:30568
30559 xVĩnh Phước:30568
30562 xChâu Lăng:30544
30565 xLương Phi:30577
30568 xLương An Trà:30568
30571 xTà Đảnh:30580
30574 xNúi Tô:30544
30577 xAn Tức:30577
30580 tCô Tô:30580
30583 xTân Tuyến:30580
30586 xÔ Lâm:30577
=Huyện Châu Thành
30589 tAn Châu:30589
30592 xAn Hòa:30607
30595 xCần Đăng:30595
30598 xVĩnh Hanh:30619
30601 xBình Thạnh:30607
30604 tVĩnh Bình:30604
30607 xBình Hòa:30607
30610 xVĩnh An:30604
30613 xHòa Bình Thạnh:30589
30616 xVĩnh Lợi:30595
30619 xVĩnh Nhuận:30619
30622 xTân Phú:30604
30625 xVĩnh Thành:30589
=Huyện Chợ Mới
30628 tChợ Mới:30628
30631 tMỹ Luông:30631
30634 xKiến An:30628
30637 xMỹ Hội Đông:30658
30640 xLong Điền A:30631
30643 xTấn Mỹ:30643
30646 xLong Điền B:30631
30649 xKiến Thành:30628
30652 xMỹ Hiệp:30643
30655 xMỹ An:30664
30658 xNhơn Mỹ:30658
30661 xLong Giang:30658
30664 xLong Kiến:30664
30667 xBình Phước Xuân:30643
30670 xAn Thạnh Trung:30664
30673 tHội An:30673
30676 xHòa Bình:30673
30679 xHòa An:30673
=Huyện Thoại Sơn
30682 tNúi Sập:30682
30685 tPhú Hoà:30685
30688 tÓc Eo:30688
30691 xTây Phú:30691
30692 xAn Bình:30691
30694 xVĩnh Phú:30709
30697 xVĩnh Trạch:30697
30700 xPhú Thuận:30685
30703 xVĩnh Chánh:30685
30706 xĐịnh Mỹ:30709
30709 xĐịnh Thành:30709
30712 xMỹ Phú Đông:30691
30715 xVọng Đông:30688
30718 xVĩnh Khánh:30697
30721 xThoại Giang:30682
30724 xBình Thành:30682
30727 xVọng Thê:30688
>Kiên Giang
=Thành phố Rạch Giá
----- pVĩnh Bảo:30742
30733 pVĩnh Thanh:30742
30736 pVĩnh Quang:30742
30739 pVĩnh Hiệp:30742
30742 pVĩnh Thanh Vân:30742
30745 pVĩnh Lạc:30742
30748 pAn Hòa:30742
30751 pAn Bình:30742
30754 pRạch Sỏi:30742
30757 pVĩnh Lợi:30742
30760 pVĩnh Thông:30760
30763 xPhi Thông:30760
=Thành phố Hà Tiên
30766 pTô Châu:30766
30769 pĐông Hồ:30769
30772 pBình San:30769
30775 pPháo Đài:30769
30778 pMỹ Đức:30769
30781 xTiên Hải:30781
30784 xThuận Yên:30766
=Huyện Kiên Lương
30787 tKiên Lương:30787
30790 xKiên Bình:30790
30802 xHòa Điền:30790
30805 xDương Hòa:30766
30808 xBình An:30787
30809 xBình Trị:30787
30811 xSơn Hải:30811
30814 xHòn Nghệ:30814
=Huyện Hòn Đất
30817 tHòn Đất:30817
30820 tSóc Sơn:30838
30823 xBình Sơn:30823
30826 xBình Giang:30826
30828 xMỹ Thái:30835
30829 xNam Thái Sơn:30817
30832 xMỹ Hiệp Sơn:30838
30835 xSơn Kiên:30835
30836 xSơn Bình:30835
30838 xMỹ Thuận:30838
30840 xLình Huỳnh:30817
30841 xThổ Sơn:30817
30844 xMỹ Lâm:30760
30847 xMỹ Phước:30838
=Huyện Tân Hiệp
30850 tTân Hiệp:30850
30853 xTân Hội:30856
30856 xTân Thành:30856
30859 xTân Hiệp B:30850
30860 xTân Hoà:30856
30862 xThạnh Đông B:30850
30865 xThạnh Đông:30850
30868 xTân Hiệp A:30874
30871 xTân An:30856
30874 xThạnh Đông A:30874
30877 xThạnh Trị:30874
=Huyện Châu Thành
30880 tMinh Lương:30880
30883 xMong Thọ A:30886
30886 xMong Thọ B:30886
30887 xMong Thọ:30886
30889 xGiục Tượng:30880
30892 xVĩnh Hòa Hiệp:30898
30893 xVĩnh Hoà Phú:30898
30895 xMinh Hòa:30880
30898 xBình An:30898
30901 xThạnh Lộc:30910
=Huyện Giồng Riềng
30904 tGiồng Riềng:30904
30907 xThạnh Hưng:30910
30910 xThạnh Phước:30910
30913 xThạnh Lộc:30886
30916 xThạnh Hòa:30904
30917 xThạnh Bình:30904
30919 xBàn Thạch:30904
30922 xBàn Tân Định:30904
30925 xNgọc Thành:30928
30928 xNgọc Chúc:30928
30931 xNgọc Thuận:30928
30934 xHòa Hưng:30934
30937 xHoà Lợi:30934
30940 xHoà An:30934
30943 xLong Thạnh:30943
30946 xVĩnh Thạnh:30943
30947 xVĩnh Phú:30943
30949 xHòa Thuận:30949
30950 xNgọc Hoà:30949
=Huyện Gò Quao
30952 tGò Quao:30952
30955 xVĩnh Hòa Hưng Bắc:30970
30958 xĐịnh Hòa:30958
30961 xThới Quản:30958
30964 xĐịnh An:30952
30967 xThủy Liễu:30958
30970 xVĩnh Hòa Hưng Nam:30970
30973 xVĩnh Phước A:30982
30976 xVĩnh Phước B:30952
30979 xVĩnh Tuy:30982
30982 xVĩnh Thắng:30982
=Huyện An Biên
30985 tThứ Ba:30985
30988 xTây Yên:30988
30991 xTây Yên A:30988
30994 xNam Yên:30988
30997 xHưng Yên:30985
31000 xNam Thái:31006
31003 xNam Thái A:31006
31006 xĐông Thái:31006
31009 xĐông Yên:30985
=Huyện An Minh
31018 tThứ Mười Một:31018
31021 xThuận Hoà:31031
31024 xĐông Hòa:31024
31030 xĐông Thạnh:31024
31031 xTân Thạnh:31031
31033 xĐông Hưng:31018
31036 xĐông Hưng A:31036
31039 xĐông Hưng B:31018
31042 xVân Khánh:31042
31045 xVân Khánh Đông:31036
31048 xVân Khánh Tây:31042
=Huyện Vĩnh Thuận
31051 tVĩnh Thuận:31051
31060 xVĩnh Bình Bắc:31064
31063 xVĩnh Bình Nam:31064
31064 xBình Minh:31064
31069 xVĩnh Thuận:31069
31072 xTân Thuận:31069
31074 xPhong Đông:31051
31075 xVĩnh Phong:31051
=Thành phố Phú Quốc
31078 pDương Đông:31078
31081 pAn Thới:31078
31084 xCửa Cạn:31078
31087 xGành Dầu:31078
31090 xCửa Dương:31078
31093 xHàm Ninh:31078
31096 xDương Tơ:31078
31102 xBãi Thơm:31078
31105 xThổ Châu:31105
=Huyện Kiên Hải
31108 xHòn Tre:31108
31111 xLại Sơn:31108
31114 xAn Sơn:31108
31115 xNam Du:31108
=Huyện U Minh Thượng
31012 xThạnh Yên:31012
31015 xThạnh Yên A:31012
31027 xAn Minh Bắc:31027
31054 xVĩnh Hòa:31012
31057 xHoà Chánh:31012
31066 xMinh Thuận:31027
=Huyện Giang Thành
30791 xVĩnh Phú:30793
30793 xVĩnh Điều:30793
30796 xTân Khánh Hòa:30796
30797 xPhú Lợi:30796
30799 xPhú Mỹ:30796
`;
