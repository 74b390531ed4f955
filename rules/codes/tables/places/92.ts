/** Made by make-places.mjs; see there for the form. */
export const PLACES = `
31120 pCái Khế
31135 pNinh Kiều
31147 pTân An
31150 pAn Bình
31153 pÔ Môn
31157 pThới Long
31162 pPhước Thới
31168 pBình Thủy
31174 pThới An Đông
31183 pLong Tuyền
31186 pCái Răng
31201 pHưng Phú
31207 pThốt Nốt
31213 pTân Lộc
31217 pTrung Nhứt
31228 pThuận Hưng
31231 xThạnh An
31232 xVĩnh Thạnh
31237 xVĩnh Trinh
31246 xThạnh Quới
31249 xThạnh Phú
31255 xTrung Hưng
31258 xThới Lai
31261 xCờ Đỏ
31264 xThới Hưng
31273 xĐông Hiệp
31282 xĐông Thuận
31288 xTrường Thành
31294 xTrường Xuân
31299 xPhong Điền
31309 xTrường Long
31315 xNhơn Ái
31321 pVị Thanh
31333 pVị Tân
31338 xHỏa Lựu
31340 pNgã Bảy
31342 xTân Hòa
31348 xTrường Long Tây
31360 xThạnh Xuân
31366 xChâu Thành
31369 xĐông Phước
31378 xPhú Hữu
31393 xHòa An
31396 xHiệp Hưng
31399 xTân Bình
31408 xThạnh Hòa
31411 pĐại Thành
31420 xPhụng Hiệp
31426 xPhương Bình
31432 xTân Phước Hưng
31441 xVị Thủy
31453 xVĩnh Thuận Đông
31459 xVĩnh Tường
31465 xVị Thanh 1
31471 pLong Mỹ
31473 pLong Bình
31480 pLong Phú 1
31489 xVĩnh Viễn
31492 xLương Tâm
31495 xXà Phiên
31507 pSóc Trăng
31510 pPhú Lợi
31528 xKế Sách
31531 xAn Lạc Thôn
31537 xPhong Nẫm
31540 xThới An Hội
31552 xNhơn Mỹ
31561 xĐại Hải
31567 xMỹ Tú
31569 xPhú Tâm
31570 xHồ Đắc Kiện
31579 xLong Hưng
31582 xThuận Hòa
31591 xMỹ Hương
31594 xAn Ninh
31603 xMỹ Phước
31615 xAn Thạnh
31633 xCù Lao Dung
31639 xLong Phú
31645 xĐại Ngãi
31654 xTrường Khánh
31666 xTân Thạnh
31673 xTrần Đề
31675 xLiêu Tú
31679 xLịch Hội Thượng
31684 pMỹ Xuyên
31687 xTài Văn
31699 xThạnh Thới An
31708 xNhu Gia
31717 xHòa Tú
31723 xNgọc Tố
31726 xGia Hòa
31732 pNgã Năm
31741 xTân Long
31753 pMỹ Quới
31756 xPhú Lộc
31759 xLâm Tân
31777 xVĩnh Lợi
31783 pVĩnh Châu
31789 pKhánh Hòa
31795 xVĩnh Hải
31804 pVĩnh Phước
31810 xLai Hòa
>Cần Thơ
=Quận Ninh Kiều
----- pAn Cư:31135
----- pAn Nghiệp:31135
----- pAn Phú:31135
31117 pCái Khế:31120
31120 pAn Hòa:31120
31123 pThới Bình:31135
31135 pTân An:31135
31144 pXuân Khánh:31135
31147 pHưng Lợi:31147
31149 pAn Khánh:31147
31150 pAn Bình:31150
=Quận Ô Môn
31153 pChâu Văn Liêm:31153
31154 pThới Hòa:31153
31156 pThới Long:31157
31157 pLong Hưng:31157
31159 pThới An:31153
31162 pPhước Thới:31162
31165 pTrường Lạc:31162
=Quận Bình Thuỷ
31168 pBình Thủy:31168
31169 pTrà An:31174
31171 pTrà Nóc:31174
31174 pThới An Đông:31174
31177 pAn Thới:31168
31178 pBùi Hữu Nghĩa:31168
31180 pLong Hòa:31183
31183 pLong Tuyền:31183
=Quận Cái Răng
31186 pLê Bình:31186
31189 pHưng Phú:31201
31192 pHưng Thạnh:31186
31195 pBa Láng:31186
31198 pThường Thạnh:31186
31201 pPhú Thứ:31201
31204 pTân Phú:31201
=Quận Thốt Nốt
31207 pThốt Nốt:31207
31210 pThới Thuận:31207
31212 pThuận An:31207
31213 pTân Lộc:31213
31216 pTrung Nhứt:31217
31217 pThạnh Hoà:31217
31219 pTrung Kiên:31228
31227 pTân Hưng:31157
31228 pThuận Hưng:31228
=Huyện Vĩnh Thạnh
31211 xVĩnh Bình:31237
31231 tThanh An:31231
31232 tVĩnh Thạnh:31232
31234 xThạnh Mỹ:31232
31237 xVĩnh Trinh:31237
31240 xThạnh An:31246
31241 xThạnh Tiến:31246
31243 xThạnh Thắng:31231
31244 xThạnh Lợi:31231
31246 xThạnh Qưới:31246
31252 xThạnh Lộc:31232
=Huyện Cờ Đỏ
31222 xTrung An:31217
31225 xTrung Thạnh:31255
31249 xThạnh Phú:31249
31255 xTrung Hưng:31255
31261 tCờ Đỏ:31261
31264 xThới Hưng:31264
31273 xĐông Hiệp:31273
31274 xĐông Thắng:31273
31276 xThới Đông:31261
31277 xThới Xuân:31261
=Huyện Phong Điền
31299 tPhong Điền:31299
31300 xNhơn Ái:31315
31303 xGiai Xuân:31299
31306 xTân Thới:31299
31309 xTrường Long:31309
31312 xMỹ Khánh:31150
31315 xNhơn Nghĩa:31315
=Huyện Thới Lai
31258 tThới Lai:31258
31267 xThới Thạnh:31153
31268 xTân Thạnh:31288
31270 xXuân Thắng:31273
31279 xĐông Bình:31282
31282 xĐông Thuận:31282
31285 xThới Tân:31258
31286 xTrường Thắng:31258
31288 xĐịnh Môn:31288
31291 xTrường Thành:31288
31294 xTrường Xuân:31294
31297 xTrường Xuân A:31294
31298 xTrường Xuân B:31294
>Hậu Giang
=Thành phố Vị Thanh
31318 pI:31321
31321 pIII:31321
31324 pIV:31333
31327 pV:31333
31330 pVII:31321
31333 xVị Tân:31333
31336 xHoả Lựu:31338
31338 xTân Tiến:31338
31339 xHoả Tiến:31338
=Thành phố Ngã Bảy
31340 pNgã Bảy:31340
31341 pLái Hiếu:31340
31343 pHiệp Thành:31340
31344 pHiệp Lợi:31411
31411 xĐại Thành:31411
31414 xTân Thành:31411
=Huyện Châu Thành A
31342 tMột Ngàn:31342
31345 xTân Hoà:31342
31346 tBảy Ngàn:31342
31348 xTrường Long Tây:31348
31351 xTrường Long A:31348
31357 xNhơn Nghĩa A:31342
31359 tRạch Gòi:31360
31360 xThạnh Xuân:31360
31362 tCái Tắc:31369
31363 xTân Phú Thạnh:31360
=Huyện Châu Thành
31366 tNgã Sáu:31366
31369 xĐông Thạnh:31369
31375 xĐông Phú:31366
31378 xPhú Hữu:31378
31379 xPhú Tân:31378
31381 tMái Dầm:31366
31384 xĐông Phước:31378
31387 xĐông Phước A:31369
=Huyện Phụng Hiệp
31393 tKinh Cùng:31393
31396 tCây Dương:31396
31399 xTân Bình:31399
31402 xBình Thành:31399
31405 xThạnh Hòa:31408
31408 xLong Thạnh:31408
31417 xPhụng Hiệp:31420
31420 xHòa Mỹ:31420
31423 xHòa An:31393
31426 xPhương Bình:31426
31429 xHiệp Hưng:31396
31432 xTân Phước Hưng:31432
31433 tBúng Tàu:31432
31435 xPhương Phú:31426
31438 xTân Long:31408
=Huyện Vị Thuỷ
31441 tNàng Mau:31441
31444 xVị Trung:31441
31447 xVị Thuỷ:31453
31450 xVị Thắng:31441
31453 xVĩnh Thuận Tây:31453
31456 xVĩnh Trung:31459
31459 xVĩnh Tường:31459
31462 xVị Đông:31465
31465 xVị Thanh:31465
31468 xVị Bình:31465
=Huyện Long Mỹ
31483 xThuận Hưng:31495
31484 xThuận Hòa:31495
31486 xVĩnh Thuận Đông:31453
31489 tVĩnh Viễn:31489
31490 xVĩnh Viễn A:31489
31492 xLương Tâm:31492
31493 xLương Nghĩa:31492
31495 xXà Phiên:31495
=Thị xã Long Mỹ
31471 pThuận An:31471
31472 pTrà Lồng:31480
31473 pBình Thạnh:31473
31474 xLong Bình:31473
31475 pVĩnh Tường:31473
31477 xLong Trị:31471
31478 xLong Trị A:31471
31480 xLong Phú:31480
31481 xTân Phú:31480
>Sóc Trăng
=Thành phố Sóc Trăng
----- p9:31510
31498 p5:31507
31501 p7:31507
31504 p8:31507
31507 p6:31507
31510 p2:31510
31516 p4:31510
31519 p3:31510
31522 p1:31510
31525 p10:31684
=Huyện Châu Thành
31569 tChâu Thành:31569
31570 xHồ Đắc Kiện:31570
31573 xPhú Tâm:31569
31576 xThuận Hòa:31582
31582 xPhú Tân:31582
31585 xThiện Mỹ:31570
31594 xAn Hiệp:31594
31600 xAn Ninh:31594
=Huyện Kế Sách
31528 tKế Sách:31528
31531 tAn Lạc Thôn:31531
31534 xXuân Hòa:31531
31537 xPhong Nẫm:31537
31540 xAn Lạc Tây:31540
31543 xTrinh Phú:31531
31546 xBa Trinh:31561
31549 xThới An Hội:31540
31552 xNhơn Mỹ:31552
31555 xKế Thành:31528
31558 xKế An:31528
31561 xĐại Hải:31561
31564 xAn Mỹ:31552
=Huyện Mỹ Tú
31567 tHuỳnh Hữu Nghĩa:31567
31579 xLong Hưng:31579
31588 xHưng Phú:31579
31591 xMỹ Hương:31591
31597 xMỹ Tú:31567
31603 xMỹ Phước:31603
31606 xThuận Hưng:31591
31609 xMỹ Thuận:31567
31612 xPhú Mỹ:31591
=Huyện Cù Lao Dung
31615 tCù Lao Dung:31615
31618 xAn Thạnh 1:31615
31621 xAn Thạnh Tây:31615
31624 xAn Thạnh Đông:31615
31627 xĐại Ân 1:31633
31630 xAn Thạnh 2:31633
31633 xAn Thạnh 3:31633
31636 xAn Thạnh Nam:31633
=Huyện Long Phú
31639 tLong Phú:31639
31642 xSong Phụng:31552
31645 tĐại Ngãi:31645
31648 xHậu Thạnh:31654
31651 xLong Đức:31645
31654 xTrường Khánh:31654
31657 xPhú Hữu:31654
31660 xTân Hưng:31666
31663 xChâu Khánh:31666
31666 xTân Thạnh:31666
31669 xLong Phú:31639
=Huyện Mỹ Xuyên
31684 tMỹ Xuyên:31684
31690 xĐại Tâm:31684
31693 xTham Đôn:31723
31708 xThạnh Phú:31708
31711 xNgọc Đông:31723
31714 xThạnh Quới:31726
31717 xHòa Tú 1:31717
31720 xGia Hòa 1:31708
31723 xNgọc Tố:31723
31726 xGia Hòa 2:31726
31729 xHòa Tú II:31717
=Thị xã Ngã Năm
31732 p1:31732
31735 p2:31732
31738 xVĩnh Quới:31732
31741 xTân Long:31741
31744 xLong Bình:31741
31747 p3:31753
31750 xMỹ Bình:31753
31753 xMỹ Quới:31753
=Huyện Thạnh Trị
31756 tPhú Lộc:31756
31757 tHưng Lợi:31756
31759 xLâm Tân:31759
31762 xThạnh Tân:31741
31765 xLâm Kiết:31759
31768 xTuân Tức:31759
31771 xVĩnh Thành:31777
31774 xThạnh Trị:31756
31777 xVĩnh Lợi:31777
31780 xChâu Hưng:31777
=Thị xã Vĩnh Châu
31783 p1:31783
31786 xHòa Đông:31789
31789 pKhánh Hòa:31789
31792 xVĩnh Hiệp:31789
31795 xVĩnh Hải:31795
31798 xLạc Hòa:31783
31801 p2:31783
31804 pVĩnh Phước:31804
31807 xVĩnh Tân:31804
31810 xLai Hòa:31810
=Huyện Trần Đề
31672 xĐại Ân 2:31673
31673 tTrần Đề:31673
31675 xLiêu Tú:31675
31678 xLịch Hội Thượng:31679
31679 tLịch Hội Thượng:31679
31681 xTrung Bình:31673
31687 xTài Văn:31687
31696 xViên An:31687
31699 xThạnh Thới An:31699
31702 xThạnh Thới Thuận:31699
31705 xViên Bình:31675
`;
