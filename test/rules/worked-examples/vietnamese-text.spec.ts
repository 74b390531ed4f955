import { strict as assert } from 'node:assert';
import { pupils } from '../../../rules/example-rows.ts';
import type { RawRow } from '../../../rules/record.ts';
import { nameKey } from '../../../rules/text/name-key.ts';
import { placeKey } from '../../../rules/text/place-key.ts';
import { saidOf, saidOfPupil } from './said-of.ts';

/** The worked examples of the project's domain sheet about Vietnamese text, with those very values, through the public engine. */
const named = (fullName: string, more: RawRow = {}) => saidOfPupil({ fullName, ...more });

describe('worked examples: composed and decomposed letters', () => {
  for (const name of ['Nguyễn Thị Thúy', 'Trần Văn Hòa', 'Đặng Hữu Phước']) {
    it(`${name} in decomposed letters is composed, in bulk`, () => {
      assert.deepEqual(named(name), []);
      assert.deepEqual(named(name.normalize('NFD')), [`full-name.unicode-form note → ${name} safe`]);
    });
  }
});

describe('worked examples: legacy fonts', () => {
  for (const [text, name] of [
    ['NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
    ['Traàn Thò Haèng', 'Trần Thị Hằng'],
  ] as const) {
    it(`${text} is read as ${name}, and must be looked at`, () => {
      assert.deepEqual(named(text), [`full-name.legacy-font error → ${name}`]);
    });
  }

  it('N÷ is read as Nữ', () => {
    assert.deepEqual(saidOfPupil({ sex: 'N÷' }), ['sex.not-in-list error → Nữ']);
  });

  it('Ðỗ Văn Ðạt holds true Vietnamese letters: U+00D0 is a look-alike there, no TCVN3 byte', () => {
    assert.deepEqual(named('\u00d0ỗ Văn \u00d0ạt'), ['full-name.lookalike-letter note → Đỗ Văn Đạt safe']);
  });

  it('a soft hyphen in a name is a stray character, no TCVN3 byte', () => {
    // In TCVN3 it is ư, and Bưa would be a syllable.
    assert.deepEqual(named('Nguyễn Thị B\u00ada'), ['full-name.unicode-form note → Nguyễn Thị Ba safe']);
  });

  it('of the 74 TCVN3 characters, the 24 that are legal Vietnamese letters convert nothing', () => {
    for (const letter of 'ÈÉÊÌÒÓÔÕÝáâãèéêìíòóôõùúý') {
      assert.deepEqual(
        named(`Trần B${letter}nh`).filter((said) => said.includes('legacy-font')),
        [],
        letter,
      );
      assert.deepEqual(
        named(`Tran B${letter}nh`).filter((said) => said.includes('legacy-font')),
        [],
        letter,
      );
    }
  });
});

describe('worked examples: look-alike letters', () => {
  for (const [letter, right] of [
    ['\u00d0', 'Đ'],
    ['\u00f0', 'đ'],
    ['\u0189', 'Đ'],
    ['\u0256', 'đ'],
    ...Array.from('\u0410\u0412\u0415\u041e\u0420\u0421\u0425', (cyrillic, at) => [cyrillic, 'ABEOPCX'[at]] as const),
  ] as const) {
    const code = letter.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase();
    it(`U+${code} is ${right}`, () => {
      const [first] = named(`Nguyễn Thị ${letter}i`);
      assert.ok(first?.startsWith(`full-name.lookalike-letter note → Nguyễn Thị ${right}i`), first);
    });
  }
});

describe('worked examples: spaces and characters without width', () => {
  for (const space of ['\u00a0', '\u2007', '\u202f']) {
    it(`U+${space.codePointAt(0)?.toString(16).toUpperCase()} is a space`, () => {
      assert.deepEqual(named(`Nguyễn${space}Thị Mai`), ['full-name.unicode-form note → Nguyễn Thị Mai safe']);
    });
  }
  for (const nothing of ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']) {
    it(`U+${nothing.codePointAt(0)?.toString(16).toUpperCase()} is deleted`, () => {
      assert.deepEqual(named(`Nguyễn Thị${nothing} Mai`), ['full-name.unicode-form note → Nguyễn Thị Mai safe']);
    });
  }

  it('runs of spaces collapse, the ends are trimmed', () => {
    assert.deepEqual(named('  Nguyễn  Thị Mai '), ['full-name.spacing note → Nguyễn Thị Mai safe']);
  });
});

describe('worked examples: name keys', () => {
  /** Two pupils of one class and one birthday: the engine asks whether they are one person when their keys are equal. */
  const isOnePerson = (first: string, second: string) =>
    saidOf(pupils([{ fullName: first }, { fullName: second }]).rows).some((said) => said.includes('person.duplicate'));

  for (const other of ['Lê Thị Thúy', 'Lê Thị Thuý', 'Lê Thị Thúy'.normalize('NFD'), 'LÊ THỊ THUÝ'.normalize('NFD')]) {
    it(`LÊ THỊ THUÝ and ${JSON.stringify(other)} are one name`, () => {
      assert.equal(nameKey(other), nameKey('LÊ THỊ THUÝ'));
      assert.equal(isOnePerson('LÊ THỊ THUÝ', other), true);
    });
  }

  for (const [first, second] of [
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
  ] as const) {
    it(`${first} and ${second} are the same`, () => {
      assert.equal(isOnePerson(`Trần Văn ${first}`, `Trần Văn ${second}`), true);
    });
  }

  it('Nguyễn Văn Hòa and Nguyễn Văn Hoa are two people: the tone counts', () => {
    assert.equal(isOnePerson('Nguyễn Văn Hòa', 'Nguyễn Văn Hoa'), false);
  });

  for (const [first, second] of [
    ['Lý', 'Lí'],
    ['Mỹ', 'Mĩ'],
  ] as const) {
    it(`${first} and ${second} may be two people, but are one place`, () => {
      assert.equal(isOnePerson(`Trần Thị ${first}`, `Trần Thị ${second}`), false);
      assert.equal(placeKey(first), placeKey(second));
    });
  }
});

describe('worked examples: capitals and legal characters', () => {
  it('capitals are proposed title-cased, word by word', () => {
    assert.deepEqual(named('NGUYỄN THỊ MAI'), ['full-name.capitals note → Nguyễn Thị Mai']);
    assert.deepEqual(named("H'HEN NIÊ"), ["full-name.capitals note → H'Hen Niê"]);
  });

  it("H'Hen, K'Brêu, Đạ M'ri, hyphens and dots are legal", () => {
    for (const name of ["H'Hen Niê", "K'Brêu Kon", "Đạ M'ri", 'Trần Lê-Anna', 'Nguyễn T. Mai']) {
      assert.deepEqual(named(name), [], name);
    }
  });

  it('digits and symbols are errors', () => {
    assert.deepEqual(named('Nguyễn Thị Mai 2'), ['full-name.not-a-name error']);
    assert.deepEqual(named('Nguyễn Thị Mai*'), ['full-name.not-a-name error']);
  });

  it('a name of one word is usual in some ethnic groups, and noted in others', () => {
    assert.deepEqual(named('Mai'), ['full-name.single-word note']);
    assert.deepEqual(named("Y'Bloi", { ethnicity: 'Ê Đê' }), []);
  });

  it('a hundred characters are the most', () => {
    const name = (length: number) => `Nguyễn ${'An '.repeat(40)}`.slice(0, length).trim();
    assert.deepEqual(named(name(99)), []);
    assert.deepEqual(named(`${name(99)}h`), []);
    assert.deepEqual(named(`${name(99)}hy`), ['full-name.too-long error']);
  });
});
