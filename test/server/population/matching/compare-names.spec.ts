import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameKey } from '../../../../rules/text/name-key.ts';
import { compareNames } from '../../../../server/population/matching/compare-names.ts';
import { NAME_POLICY, type NameGrade } from '../../../../server/population/matching/name-grades.ts';
import { NAME_PAIRS } from './name-pairs.ts';

const PAIRS = Object.entries(NAME_PAIRS) as [NameGrade, (typeof NAME_PAIRS)[NameGrade]][];
const NAMES = [...new Set(PAIRS.flatMap(([, pairs]) => pairs.flat()))];

/** The grade of the pair the other way round. */
const mirrored = (grade: NameGrade): NameGrade =>
  grade === 'marks-missing' ? 'record-unmarked' : grade === 'record-unmarked' ? 'marks-missing' : grade;

const letters = fc.constantFrom(...'aAăâeêioôơuưyđĐHKNbnghtr', 'Ủ', 'ọ', '\u0301', '\u0323', "'", '-', '.', ' ', ' ');
const anyName = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.string({ unit: letters, maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const word = fc.constantFrom('Nguyễn', 'Văn', 'An', 'Thị', 'Hoà', 'Giàng', 'A', 'Sử', "H'Hen", 'Niê', 'Y', 'Đức', 'Lê');
const distinctWords = fc.uniqueArray(word, { minLength: 2, maxLength: 5 });

const exchanged = (words: readonly string[]) => [words.at(-1) ?? '', ...words.slice(1, -1), words[0] ?? ''];

describe('comparing names', () => {
  for (const [grade, pairs] of PAIRS) {
    it(`finds ${pairs.length} pairs ${grade}, and their mirror images ${mirrored(grade)}`, () => {
      for (const [claimed, registered] of pairs) {
        assert.equal(compareNames(claimed, registered), grade, `${claimed} / ${registered}`);
        assert.equal(compareNames(registered, claimed), mirrored(grade), `${registered} / ${claimed}`);
      }
    });
  }

  it('is tried on 200 pairs at least', () => {
    assert.ok(PAIRS.flatMap(([, pairs]) => pairs).length >= 200);
    assert.equal(
      new Set(PAIRS.flatMap(([, pairs]) => pairs.map((pair) => pair.join('|')))).size,
      PAIRS.flatMap(([, pairs]) => pairs).length,
    );
  });

  it('gives a grade to any two texts, the mirrored one the other way round', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        assert.equal(compareNames(b, a), mirrored(compareNames(a, b)));
      }),
    );
  });

  it('takes two spellings with one key for one name, and no others', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const agreement = NAME_POLICY[compareNames(a, b)].agreement;
        if (nameKey(a) === nameKey(b)) assert.ok(agreement === 'same' || agreement === 'same-normalised');
        // Capitals of a few letters are two (ß, ligatures): the same to a service that compares capitals.
        else if (a.toUpperCase() !== b.toUpperCase())
          assert.ok(agreement === 'differs' || agreement === 'not-compared');
      }),
    );
  });

  it('finds a name the same as itself, composed or not, in capitals or not', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        for (const form of [name, name.normalize('NFC'), name.normalize('NFD')]) {
          assert.equal(compareNames(form, name), 'same');
        }
        assert.equal(compareNames(name.toUpperCase(), name.normalize('NFC')), 'same');
      }),
    );
  });

  it('finds family and given name exchanged, and the name itself when they are exchanged back', () => {
    fc.assert(
      fc.property(distinctWords, (words) => {
        const name = words.join(' ');
        assert.equal(compareNames(exchanged(words).join(' '), name), 'swapped');
        assert.equal(compareNames(exchanged(exchanged(words)).join(' '), name), 'same');
      }),
    );
  });

  it('finds a name begun at another word swapped, wherever it begins', () => {
    fc.assert(
      fc.property(distinctWords, fc.nat(), (words, at) => {
        const start = 1 + (at % (words.length - 1));
        const turned = [...words.slice(start), ...words.slice(0, start)].join(' ');
        assert.equal(compareNames(turned, words.join(' ')), 'swapped');
      }),
    );
  });

  it('finds words left out between the first and the last, on either side', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 3, maxLength: 5 }).chain((words) =>
          fc.tuple(
            fc.constant(words),
            fc.shuffledSubarray(words.slice(1, -1), { maxLength: words.length - 3 }).map((kept) => new Set(kept)),
          ),
        ),
        ([words, kept]) => {
          const short = words.filter((part, at) => at === 0 || at === words.length - 1 || kept.has(part));
          assert.equal(compareNames(short.join(' '), words.join(' ')), 'missing-middle');
        },
      ),
    );
  });
});

describe('what follows from the grade of a name', () => {
  it('says that a name differs whenever it is not the same, and tells nothing else but its order', () => {
    for (const [grade, { agreement, flags }] of Object.entries(NAME_POLICY)) {
      assert.equal(
        agreement === 'differs',
        flags.some((flag) => flag === 'differs.name'),
        grade,
      );
      assert.deepEqual(
        flags.filter((flag) => flag !== 'differs.name'),
        grade === 'swapped' ? ['nameSwapped'] : [],
      );
    }
  });
});
