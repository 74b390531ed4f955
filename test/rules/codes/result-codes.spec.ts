import { strict as assert } from 'node:assert';
import {
  ACADEMIC_RANK_TT58_LIST,
  COMMENT_LEVEL_LIST,
  CONDUCT_RANK_TT58_LIST,
  LEVEL_TT22_LIST,
  QUALITY_LEVEL_TT27_LIST,
  RESULT_TT27_LIST,
  SUBJECT_LEVEL_TT27_LIST,
} from '../../../rules/codes/result-labels.ts';
import { findSubject, getSubject, SUBJECTS } from '../../../rules/codes/subjects.ts';

describe('labels of results', () => {
  const lists = [
    [
      ACADEMIC_RANK_TT58_LIST,
      'G K TB Y Kém gioi Tb',
      ['Giỏi', 'Khá', 'Trung bình', 'Yếu', 'Kém', 'Giỏi', 'Trung bình'],
    ],
    [CONDUCT_RANK_TT58_LIST, 'T K Tb Y', ['Tốt', 'Khá', 'Trung bình', 'Yếu']],
    [LEVEL_TT22_LIST, 'T K Đ CĐ D cd tốt', ['Tốt', 'Khá', 'Đạt', 'Chưa đạt', 'Đạt', 'Chưa đạt', 'Tốt']],
    [RESULT_TT27_LIST, 'HTXS HTT HT CHT', ['Hoàn thành xuất sắc', 'Hoàn thành tốt', 'Hoàn thành', 'Chưa hoàn thành']],
    [SUBJECT_LEVEL_TT27_LIST, 't h c', ['T', 'H', 'C']],
    [QUALITY_LEVEL_TT27_LIST, 't đ c', ['T', 'Đ', 'C']],
    [COMMENT_LEVEL_LIST, 'đ cđ', ['Đ', 'CĐ']],
  ] as const;
  for (const [list, texts, labels] of lists) {
    it(`${texts} mean ${labels.join(', ')}`, () => {
      assert.deepEqual(
        texts.split(' ').map((text) => list.find(text)),
        labels,
      );
    });
  }

  it('a word of one scale is none of the other, so that a wrong circular shows', () => {
    for (const word of ['Giỏi', 'Trung bình', 'Yếu', 'Kém', 'G', 'Tb', 'Y']) {
      assert.equal(LEVEL_TT22_LIST.find(word), undefined, word);
    }
    for (const word of ['Tốt', 'Đạt', 'Chưa đạt', 'T', 'Đ', 'CĐ']) {
      assert.equal(ACADEMIC_RANK_TT58_LIST.find(word), undefined, word);
    }
    for (const word of ['Đạt', 'Chưa đạt', 'Kém']) assert.equal(CONDUCT_RANK_TT58_LIST.find(word), undefined, word);
  });
});

describe('subjects', () => {
  it('are found by name, by short name, and as headers write them', () => {
    for (const { id, label, short } of SUBJECTS) {
      assert.equal(findSubject(label.vi), id);
      assert.equal(findSubject(short), id);
      assert.deepEqual(getSubject(id).label, label);
    }
    const headers = {
      'T.Anh': 'foreignLanguage1',
      'Tiếng Anh': 'foreignLanguage1',
      'Ngoại ngữ': 'foreignLanguage1',
      'NGỮ VĂN': 'literature',
      'Vật lý': 'physics',
      'Địa lý': 'geography',
      Hoá: 'chemistry',
      'Sinh học': 'biology',
      'GDKT & PL': 'economicsAndLaw',
      'Thể dục': 'physicalEducation',
      'GDQP-AN': 'defence',
      'Mỹ thuật': 'art',
      'Lịch sử và Địa lý': 'historyAndGeography',
      'Công nghệ (nông nghiệp)': 'technologyAgriculture',
    } as const;
    for (const [header, id] of Object.entries(headers)) assert.equal(findSubject(header), id, header);
  });

  it('are not found in what is something else', () => {
    for (const text of ['', 'ĐTB', 'Học lực', 'Hạnh kiểm', 'Họ và tên', 'HKI', '1']) {
      assert.equal(findSubject(text), undefined, text);
    }
  });
});
