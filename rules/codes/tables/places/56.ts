/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
22333 pBắc Nha Trang
22366 pNha Trang
22390 pTây Nha Trang
22402 pNam Nha Trang
22411 pBắc Cam Ranh
22420 pCam Ranh
22423 pBa Ngòi
22432 pCam Linh
22435 xCam Hiệp
22453 xCam Lâm
22465 xCam An
22480 xNam Cam Ranh
22489 xVạn Ninh
22498 xTu Bông
22504 xĐại Lãnh
22516 xVạn Thắng
22525 xVạn Hưng
22528 pNinh Hòa
22546 xBắc Ninh Hòa
22552 xTây Ninh Hòa
22558 xHòa Trí
22561 pĐông Ninh Hòa
22576 xTân Định
22591 pHòa Thắng
22597 xNam Ninh Hòa
22609 xKhánh Vĩnh
22612 xTrung Khánh Vĩnh
22615 xBắc Khánh Vĩnh
22624 xTây Khánh Vĩnh
22648 xNam Khánh Vĩnh
22651 xDiên Khánh
22657 xDiên Điền
22660 xDiên Lâm
22672 xDiên Thọ
22678 xDiên Lạc
22702 xSuối Hiệp
22708 xSuối Dầu
22714 xKhánh Sơn
22720 xTây Khánh Sơn
22732 xĐông Khánh Sơn
22736 dTrường Sa
22738 pĐô Vinh
22741 pBảo An
22759 pPhan Rang
22780 pĐông Hải
22786 xBác Ái Tây
22795 xBác Ái
22801 xBác Ái Đông
22810 xNinh Sơn
22813 xLâm Sơn
22822 xMỹ Sơn
22828 xAnh Dũng
22834 pNinh Chử
22840 xCông Hải
22846 xVĩnh Hải
22849 xThuận Bắc
22852 xNinh Hải
22861 xXuân Hải
22870 xNinh Phước
22873 xPhước Hậu
22888 xPhước Dinh
22891 xPhước Hữu
22897 xThuận Nam
22900 xPhước Hà
22909 xCà Ná
>Khánh Hòa
=Thành phố Nha Trang
----- pPhương Sơn:22390
----- pPhước Tiến:22366
----- pPhước Tân:22366
----- pTân Lập:22366
----- pVạn Thắng:22366
----- pXương Huân:22366
22327 pVĩnh Hòa:22333
22330 pVĩnh Hải:22333
22333 pVĩnh Phước:22333
22336 pNgọc Hiệp:22390
22339 pVĩnh Thọ:22333
22348 pVạn Thạnh:22366
22351 pPhương Sài:22390
22357 pPhước Hải:22402
22363 pLộc Thọ:22366
22366 pTân Tiến:22366
22372 pPhước Hòa:22366
22375 pVĩnh Nguyên:22366
22378 pPhước Long:22402
22381 pVĩnh Trường:22402
22384 xVĩnh Lương:22333
22387 xVĩnh Phương:22333
22390 xVĩnh Ngọc:22390
22393 xVĩnh Thạnh:22390
22396 xVĩnh Trung:22390
22399 xVĩnh Hiệp:22390
22402 xVĩnh Thái:22402
22405 xPhước Đồng:22402
=Thành phố Cam Ranh
22408 pCam Nghĩa:22411
22411 pCam Phúc Bắc:22411
22414 pCam Phúc Nam:22420
22417 pCam Lộc:22420
22420 pCam Phú:22420
22423 pBa Ngòi:22423
22426 pCam Thuận:22432
22429 pCam Lợi:22432
22432 pCam Linh:22432
22468 xCam Thành Nam:22411
22474 xCam Phước Đông:22423
22477 xCam Thịnh Tây:22480
22480 xCam Thịnh Đông:22480
22483 xCam Lập:22480
22486 xCam Bình:22480
=Huyện Cam Lâm
22435 xCam Tân:22435
22438 xCam Hòa:22708
22441 xCam Hải Đông:22453
22444 xCam Hải Tây:22453
22447 xSơn Tân:22435
22450 xCam Hiệp Bắc:22435
22453 tCam Đức:22453
22456 xCam Hiệp Nam:22435
22459 xCam Phước Tây:22465
22462 xCam Thành Bắc:22453
22465 xCam An Bắc:22465
22471 xCam An Nam:22465
22708 xSuối Cát:22708
22711 xSuối Tân:22708
=Huyện Vạn Ninh
22489 tVạn Giã:22489
22492 xĐại Lãnh:22504
22495 xVạn Phước:22498
22498 xVạn Long:22498
22501 xVạn Bình:22516
22504 xVạn Thọ:22504
22507 xVạn Khánh:22498
22510 xVạn Phú:22489
22513 xVạn Lương:22489
22516 xVạn Thắng:22516
22519 xVạn Thạnh:22504
22522 xXuân Sơn:22525
22525 xVạn Hưng:22525
=Thị xã Ninh Hòa
----- xNinh Vân:22561
22528 pNinh Hiệp:22528
22531 xNinh Sơn:22546
22534 xNinh Tây:22552
22537 xNinh Thượng:22558
22540 xNinh An:22546
22543 pNinh Hải:22561
22546 xNinh Thọ:22546
22549 xNinh Trung:22558
22552 xNinh Sim:22552
22555 xNinh Xuân:22576
22558 xNinh Thân:22558
22561 pNinh Diêm:22561
22564 xNinh Đông:22528
22567 pNinh Thủy:22561
22570 pNinh Đa:22528
22573 xNinh Phụng:22528
22576 xNinh Bình:22576
22582 xNinh Phú:22591
22585 xNinh Tân:22597
22588 xNinh Quang:22576
22591 pNinh Giang:22591
22594 pNinh Hà:22591
22597 xNinh Hưng:22597
22600 xNinh Lộc:22597
22603 xNinh Ích:22597
22606 xNinh Phước:22561
=Huyện Khánh Vĩnh
22609 tKhánh Vĩnh:22609
22612 xKhánh Hiệp:22612
22615 xKhánh Bình:22615
22618 xKhánh Trung:22612
22621 xKhánh Đông:22615
22624 xKhánh Thượng:22624
22627 xKhánh Nam:22624
22630 xSông Cầu:22609
22633 xGiang Ly:22624
22636 xCầu Bà:22648
22639 xLiên Sang:22648
22642 xKhánh Thành:22648
22645 xKhánh Phú:22609
22648 xSơn Thái:22648
=Huyện Diên Khánh
----- xDiên Xuân:22660
----- xDiên Đồng:22660
22651 tDiên Khánh:22651
22654 xDiên Lâm:22660
22657 xDiên Điền:22657
22660 xXuân Đồng:22660
22663 xDiên Sơn:22657
22669 xDiên Phú:22657
22672 xDiên Thọ:22672
22675 xDiên Phước:22672
22678 xDiên Lạc:22678
22681 xDiên Tân:22672
22684 xDiên Hòa:22678
22687 xDiên Thạnh:22678
22690 xDiên Toàn:22651
22693 xDiên An:22651
22696 xBình Lộc:22702
22702 xSuối Hiệp:22702
22705 xSuối Tiên:22702
=Huyện Khánh Sơn
22714 tTô Hạp:22714
22717 xThành Sơn:22720
22720 xSơn Lâm:22720
22723 xSơn Hiệp:22714
22726 xSơn Bình:22714
22729 xSơn Trung:22732
22732 xBa Cụm Bắc:22732
22735 xBa Cụm Nam:22732
=Huyện Trường Sa
22736 tTrường Sa:22736
22737 xSong Tử Tây:22736
22739 xSinh Tồn:22736
>Ninh Thuận
=Thành phố Phan Rang-Tháp Chàm
22738 pĐô Vinh:22738
22741 pPhước Mỹ:22741
22744 pBảo An:22741
22750 pPhủ Hà:22759
22759 pKinh Dinh:22759
22762 pĐạo Long:22759
22765 pĐài Sơn:22759
22768 pĐông Hải:22780
22771 pMỹ Đông:22780
22774 xThành Hải:22741
22777 pVăn Hải:22834
22779 pMỹ Bình:22780
22780 pMỹ Hải:22780
=Huyện Bác Ái
22783 xPhước Bình:22786
22786 xPhước Hòa:22786
22789 xPhước Tân:22786
22792 xPhước Tiến:22795
22795 xPhước Thắng:22795
22798 xPhước Thành:22801
22801 xPhước Đại:22801
22804 xPhước Chính:22795
22807 xPhước Trung:22822
=Huyện Ninh Sơn
22810 tTân Sơn:22810
22813 xLâm Sơn:22813
22816 xLương Sơn:22813
22819 xQuảng Sơn:22810
22822 xMỹ Sơn:22822
22825 xHòa Sơn:22828
22828 xMa Nới:22828
22831 xNhơn Sơn:22738
=Huyện Ninh Hải
22834 tKhánh Hải:22834
22846 xVĩnh Hải:22846
22852 xPhương Hải:22852
22855 xTân Hải:22861
22858 xXuân Hải:22861
22861 xHộ Hải:22861
22864 xTri Hải:22852
22867 xNhơn Hải:22846
22868 xThanh Hải:22846
=Huyện Ninh Phước
22870 tPhước Dân:22870
22873 xPhước Sơn:22873
22876 xPhước Thái:22891
22879 xPhước Hậu:22873
22882 xPhước Thuận:22870
22888 xAn Hải:22888
22891 xPhước Hữu:22891
22894 xPhước Hải:22870
22912 xPhước Vinh:22873
=Huyện Thuận Bắc
22837 xPhước Chiến:22840
22840 xCông Hải:22840
22843 xPhước Kháng:22849
22849 xLợi Hải:22849
22853 xBắc Sơn:22852
22856 xBắc Phong:22849
=Huyện Thuận Nam
22885 xPhước Hà:22900
22897 xPhước Nam:22897
22898 xPhước Ninh:22897
22900 xNhị Hà:22900
22903 xPhước Dinh:22888
22906 xPhước Minh:22897
22909 xPhước Diêm:22909
22910 xCà Ná:22909
`;
