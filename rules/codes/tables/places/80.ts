/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
25459 pTân Ninh
25480 pBình Minh
25486 xTân Biên
25489 xTân Lập
25498 xThạnh Bình
25510 xTrà Vong
25516 xTân Châu
25522 xTân Đông
25525 xTân Hội
25531 xTân Hòa
25534 xTân Thành
25549 xTân Phú
25552 xDương Minh Châu
25567 pNinh Thạnh
25573 xCầu Khởi
25579 xLộc Ninh
25585 xChâu Thành
25588 xHảo Đước
25591 xPhước Vinh
25606 xHòa Hội
25621 xNinh Điền
25630 pLong Hoa
25633 pThanh Điền
25645 pHòa Thành
25654 pGò Dầu
25657 xThạnh Đức
25663 xPhước Thạnh
25666 xTruông Mít
25672 pGia Lộc
25681 xBến Cầu
25684 xLong Chữ
25702 xLong Thuận
25708 pTrảng Bàng
25711 xHưng Thuận
25729 xPhước Chỉ
25732 pAn Tịnh
27694 pLong An
27712 pTân An
27715 pKhánh Hậu
27721 xTân Hưng
27727 xHưng Điền
27736 xVĩnh Thạnh
27748 xVĩnh Châu
27757 xVĩnh Hưng
27763 xKhánh Hưng
27775 xTuyên Bình
27787 pKiến Tường
27793 xBình Hiệp
27811 xBình Hòa
27817 xTuyên Thạnh
27823 xMộc Hóa
27826 xTân Thạnh
27838 xNhơn Hòa Lập
27841 xHậu Thạnh
27856 xNhơn Ninh
27865 xThạnh Hóa
27868 xBình Thành
27877 xThạnh Phước
27889 xTân Tây
27898 xĐông Thành
27907 xMỹ Quý
27925 xĐức Huệ
27931 xHậu Nghĩa
27937 xĐức Hòa
27943 xAn Ninh
27952 xHiệp Hòa
27964 xĐức Lập
27976 xMỹ Hạnh
27979 xHòa Khánh
27991 xBến Lức
27994 xThạnh Lợi
28003 xLương Hòa
28015 xBình Đức
28018 xMỹ Yên
28036 xThủ Thừa
28051 xMỹ Thạnh
28066 xMỹ An
28072 xTân Long
28075 xTân Trụ
28087 xNhựt Tảo
28093 xVàm Cỏ
28108 xCần Đước
28114 xRạch Kiến
28126 xLong Cang
28132 xMỹ Lệ
28138 xTân Lân
28144 xLong Hựu
28159 xCần Giuộc
28165 xPhước Lý
28177 xMỹ Lộc
28201 xPhước Vĩnh Tây
28207 xTân Tập
28210 xTầm Vu
28222 xVĩnh Công
28225 xThuận Mỹ
28243 xAn Lục Long
>Tây Ninh
=Thành phố Tây Ninh
25456 p1:25459
25459 p3:25459
25462 p4:25459
25465 pHiệp Ninh:25459
25468 p2:25459
25471 xThạnh Tân:25480
25474 xTân Bình:25480
25477 xBình Minh:25480
25480 pNinh Sơn:25480
25483 pNinh Thạnh:25567
=Huyện Tân Biên
25486 tTân Biên:25486
25489 xTân Lập:25489
25492 xThạnh Bắc:25489
25495 xTân Bình:25486
25498 xThạnh Bình:25498
25501 xThạnh Tây:25486
25504 xHòa Hiệp:25591
25507 xTân Phong:25498
25510 xMỏ Công:25510
25513 xTrà Vong:25510
=Huyện Tân Châu
25516 tTân Châu:25516
25519 xTân Hà:25522
25522 xTân Đông:25522
25525 xTân Hội:25525
25528 xTân Hòa:25531
25531 xSuối Ngô:25531
25534 xSuối Dây:25534
25537 xTân Hiệp:25525
25540 xThạnh Đông:25516
25543 xTân Thành:25534
25546 xTân Phú:25549
25549 xTân Hưng:25549
=Huyện Dương Minh Châu
25552 tDương Minh Châu:25552
25555 xSuối Đá:25552
25558 xPhan:25552
25561 xPhước Ninh:25573
25564 xPhước Minh:25579
25567 xBàu Năng:25567
25570 xChà Là:25567
25573 xCầu Khởi:25573
25576 xBến Củi:25579
25579 xLộc Ninh:25579
25582 xTruông Mít:25666
=Huyện Châu Thành
25585 tChâu Thành:25585
25588 xHảo Đước:25588
25591 xPhước Vinh:25591
25594 xĐồng Khởi:25585
25597 xThái Bình:25585
25600 xAn Cơ:25588
25603 xBiên Giới:25606
25606 xHòa Thạnh:25606
25609 xTrí Bình:25588
25612 xHòa Hội:25606
25615 xAn Bình:25585
25618 xThanh Điền:25633
25621 xThành Long:25621
25624 xNinh Điền:25621
25627 xLong Vĩnh:25684
=Thị xã Hòa Thành
25630 pLong Hoa:25630
25633 pHiệp Tân:25633
25636 pLong Thành Bắc:25630
25639 xTrường Hòa:25630
25642 xTrường Đông:25630
25645 pLong Thành Trung:25645
25648 xTrường Tây:25630
25651 xLong Thành Nam:25645
=Huyện Gò Dầu
25654 tGò Dầu:25654
25657 xThạnh Đức:25657
25660 xCẩm Giang:25657
25663 xHiệp Thạnh:25663
25666 xBàu Đồn:25666
25669 xPhước Thạnh:25663
25672 xPhước Đông:25672
25675 xPhước Trạch:25663
25678 xThanh Phước:25654
=Huyện Bến Cầu
25681 tBến Cầu:25681
25684 xLong Chữ:25684
25687 xLong Phước:25684
25690 xLong Giang:25702
25693 xTiên Thuận:25681
25696 xLong Khánh:25702
25699 xLợi Thuận:25681
25702 xLong Thuận:25702
25705 xAn Thạnh:25681
=Thị xã Trảng Bàng
25708 pTrảng Bàng:25708
25711 xĐôn Thuận:25711
25714 xHưng Thuận:25711
25717 pLộc Hưng:25732
25720 pGia Lộc:25672
25723 pGia Bình:25654
25729 xPhước Bình:25729
25732 pAn Tịnh:25732
25735 pAn Hòa:25708
25738 xPhước Chỉ:25729
>Long An
=Thành phố Tân An
----- p2:27694
27685 p5:27694
27691 p4:27694
27692 pTân Khánh:27715
27694 p1:27694
27697 p3:27694
27698 p7:27712
27700 p6:27694
27703 xHướng Thọ Phú:27694
27706 xNhơn Thạnh Trung:27712
27709 xLợi Bình Nhơn:27715
27712 xBình Tâm:27712
27715 pKhánh Hậu:27715
27718 xAn Vĩnh Ngãi:27712
=Thị xã Kiến Tường
27787 p1:27787
27788 p2:27787
27790 xThạnh Trị:27793
27793 xBình Hiệp:27793
27799 xBình Tân:27793
27805 xTuyên Thạnh:27817
27806 p3:27787
27817 xThạnh Hưng:27817
=Huyện Tân Hưng
27721 tTân Hưng:27721
27724 xHưng Hà:27727
27727 xHưng Điền B:27727
27730 xHưng Điền:27727
27733 xThạnh Hưng:27736
27736 xHưng Thạnh:27736
27739 xVĩnh Thạnh:27721
27742 xVĩnh Châu B:27736
27745 xVĩnh Lợi:27721
27748 xVĩnh Đại:27748
27751 xVĩnh Châu A:27748
27754 xVĩnh Bửu:27748
=Huyện Vĩnh Hưng
27757 tVĩnh Hưng:27757
27760 xHưng Điền A:27763
27763 xKhánh Hưng:27763
27766 xThái Trị:27763
27769 xVĩnh Trị:27757
27772 xThái Bình Trung:27775
27775 xVĩnh Bình:27775
27778 xVĩnh Thuận:27757
27781 xTuyên Bình:27775
27784 xTuyên Bình Tây:27775
=Huyện Mộc Hóa
27796 xBình Hòa Tây:27793
27802 xBình Thạnh:27811
27808 xBình Hòa Trung:27811
27811 xBình Hòa Đông:27811
27814 tBình Phong Thạnh:27823
27820 xTân Lập:27823
27823 xTân Thành:27823
=Huyện Tân Thạnh
27826 tTân Thạnh:27826
27829 xBắc Hòa:27841
27832 xHậu Thạnh Tây:27841
27835 xNhơn Hòa Lập:27838
27838 xTân Lập:27838
27841 xHậu Thạnh Đông:27841
27844 xNhơn Hoà:27838
27847 xKiến Bình:27826
27850 xTân Thành:27856
27853 xTân Bình:27826
27856 xTân Ninh:27856
27859 xNhơn Ninh:27856
27862 xTân Hòa:27826
=Huyện Thạnh Hóa
27865 tThạnh Hóa:27865
27868 xTân Hiệp:27868
27871 xThuận Bình:27868
27874 xThạnh Phước:27877
27877 xThạnh Phú:27877
27880 xThuận Nghĩa Hòa:27877
27883 xThủy Đông:27889
27886 xThủy Tây:27865
27889 xTân Tây:27889
27892 xTân Đông:27889
27895 xThạnh An:27865
=Huyện Đức Huệ
27898 tĐông Thành:27898
27901 xMỹ Quý Đông:27907
27904 xMỹ Thạnh Bắc:27907
27907 xMỹ Quý Tây:27907
27910 xMỹ Thạnh Tây:27898
27913 xMỹ Thạnh Đông:27898
27916 xBình Thành:27925
27919 xBình Hòa Bắc:27925
27922 xBình Hòa Hưng:27868
27925 xBình Hòa Nam:27925
27928 xMỹ Bình:27898
=Huyện Đức Hòa
27931 tHậu Nghĩa:27931
27934 tHiệp Hòa:27952
27937 tĐức Hòa:27937
27940 xLộc Giang:27943
27943 xAn Ninh Đông:27943
27946 xAn Ninh Tây:27943
27949 xTân Mỹ:27931
27952 xHiệp Hòa:27952
27955 xĐức Lập Thượng:27931
27958 xĐức Lập Hạ:27964
27961 xTân Phú:27952
27964 xMỹ Hạnh Bắc:27964
27967 xĐức Hòa Thượng:27976
27970 xHòa Khánh Tây:27979
27973 xHòa Khánh Đông:27979
27976 xMỹ Hạnh Nam:27976
27979 xHòa Khánh Nam:27979
27982 xĐức Hòa Đông:27976
27985 xĐức Hòa Hạ:27937
27988 xHựu Thạnh:27937
=Huyện Bến Lức
----- xTân Hòa:27991,28003
27991 tBến Lức:27991
27994 xThạnh Lợi:27994
27997 xLương Bình:27994
28000 xThạnh Hòa:27994
28003 xLương Hòa:28003
28009 xTân Bửu:28003
28012 xAn Thạnh:27991
28015 xBình Đức:28015
28018 xMỹ Yên:28018
28021 xThanh Phú:27991
28024 xLong Hiệp:28018
28027 xThạnh Đức:28015
28030 xPhước Lợi:28018
28033 xNhựt Chánh:28015
=Huyện Thủ Thừa
28036 tThủ Thừa:28036
28039 xLong Thạnh:28072
28042 xTân Thành:28036
28045 xLong Thuận:28072
28048 xMỹ Lạc:28051
28051 xMỹ Thạnh:28051
28054 xBình An:28051
28057 xNhị Thành:28036
28060 xMỹ An:28066
28063 xBình Thạnh:28036
28066 xMỹ Phú:28066
28072 xTân Long:28072
=Huyện Tân Trụ
28075 tTân Trụ:28075
28078 xTân Bình:28087
28084 xQuê Mỹ Thạnh:28087
28087 xLạc Tấn:28087
28090 xBình Trinh Đông:28075
28093 xTân Phước Tây:28093
28096 xBình Lãng:28075
28099 xBình Tịnh:28075
28102 xĐức Tân:28093
28105 xNhựt Ninh:28093
=Huyện Cần Đước
28108 tCần Đước:28108
28111 xLong Trạch:28114
28114 xLong Khê:28114
28117 xLong Định:28126
28120 xPhước Vân:28126
28123 xLong Hòa:28114
28126 xLong Cang:28126
28129 xLong Sơn:28132
28132 xTân Trạch:28132
28135 xMỹ Lệ:28132
28138 xTân Lân:28138
28141 xPhước Tuy:28108
28144 xLong Hựu Đông:28144
28147 xTân Ân:28108
28150 xPhước Đông:28138
28153 xLong Hựu Tây:28144
28156 xTân Chánh:28108
=Huyện Cần Giuộc
28159 tCần Giuộc:28159
28162 xPhước Lý:28165
28165 xLong Thượng:28165
28168 xLong Hậu:28159
28174 xPhước Hậu:28165
28177 xMỹ Lộc:28177
28180 xPhước Lại:28159
28183 xPhước Lâm:28177
28189 xThuận Thành:28177
28192 xPhước Vĩnh Tây:28201
28195 xPhước Vĩnh Đông:28207
28198 xLong An:28201
28201 xLong Phụng:28201
28204 xĐông Thạnh:28207
28207 xTân Tập:28207
=Huyện Châu Thành
28210 tTầm Vu:28210
28213 xBình Quới:28222
28216 xHòa Phú:28222
28219 xPhú Ngãi Trị:28210
28222 xVĩnh Công:28222
28225 xThuận Mỹ:28225
28228 xHiệp Thạnh:28210
28231 xPhước Tân Hưng:28210
28234 xThanh Phú Long:28225
28237 xDương Xuân Hội:28243
28240 xAn Lục Long:28243
28243 xLong Trì:28243
28246 xThanh Vĩnh Đông:28225
`;
