import type { FieldId } from '../../rules/field.ts';

/** A column of a workbook that CSDL ngành takes in. */
export interface CollectionColumn {
  readonly header: string;
  /** `number`: a running number made for the file. */
  readonly field: FieldId | 'number';
  /** Width in characters. */
  readonly width: number;
}

/** Pupils and staff are handed in at different places there, each with a form of its own. */
export const COLLECTION_FORMS = ['pupil', 'staff'] as const;
export type CollectionForm = (typeof COLLECTION_FORMS)[number];

/**
 * The columns of both forms in the order that CSDL ngành has them; it knows its people by the ministry's code and takes no name
 * of a pupil. Pupils: the collection form of the public guide (15 columns). Staff: the fields of circular 1118, point 3.
 */
export const COLLECTION_COLUMNS = {
  pupil: [
    { header: 'STT', field: 'number', width: 6 },
    { header: 'Mã lớp', field: 'className', width: 10 },
    { header: 'Mã định danh Bộ GD&ĐT (trên CSDL ngành)', field: 'ministryId', width: 22 },
    { header: 'Ngày sinh', field: 'birthDate', width: 12 },
    { header: 'Giới tính', field: 'sex', width: 9 },
    { header: 'Dân tộc', field: 'ethnicity', width: 12 },
    { header: 'Quốc tịch', field: 'nationality', width: 12 },
    { header: 'Tỉnh', field: 'province', width: 24 },
    { header: 'Huyện', field: 'district', width: 22 },
    { header: 'Xã', field: 'ward', width: 24 },
    { header: 'Họ tên cha', field: 'fatherName', width: 24 },
    { header: 'Năm sinh cha', field: 'fatherBirthYear', width: 10 },
    { header: 'Họ tên mẹ', field: 'motherName', width: 24 },
    { header: 'Năm sinh mẹ', field: 'motherBirthYear', width: 10 },
    { header: 'Số ĐDCN', field: 'citizenId', width: 16 },
  ],
  staff: [
    { header: 'STT', field: 'number', width: 6 },
    { header: 'Mã định danh', field: 'staffId', width: 16 },
    { header: 'Họ tên', field: 'fullName', width: 26 },
    { header: 'Ngày sinh', field: 'birthDate', width: 12 },
    { header: 'Giới tính', field: 'sex', width: 9 },
    { header: 'Số CMND/CCCD', field: 'citizenId', width: 16 },
    { header: 'Tỉnh', field: 'province', width: 24 },
    { header: 'Huyện', field: 'district', width: 22 },
    { header: 'Xã thường trú', field: 'ward', width: 24 },
    { header: 'Vị trí việc làm', field: 'position', width: 18 },
    { header: 'Trạng thái', field: 'staffStatus', width: 16 },
  ],
} as const satisfies Record<CollectionForm, readonly CollectionColumn[]>;
