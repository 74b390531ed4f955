import { z } from 'zod';
import { RESULT_MEANINGS } from '../../../server/population/csdl/result-words.ts';
import type { Kind, SettingTable } from '../setting.ts';

const MEANINGS = RESULT_MEANINGS.join(', ');
const PAIR = new RegExp(`^[^=;]{1,200}=(?:${RESULT_MEANINGS.join('|')})$`);

/** `label=meaning` pairs, separated by semicolons: labels may hold commas. */
const resultWords: Kind<readonly string[]> = {
  schema: z
    .string()
    .transform((list) => list.split(';').map((pair) => pair.trim()))
    .pipe(z.array(z.string().regex(PAIR)).min(1)),
  allowed: {
    vi: `cần các cặp chữ=nghĩa, cách nhau bằng dấu chấm phẩy; nghĩa là một trong ${MEANINGS}`,
    en: `pairs label=meaning, separated by semicolons; a meaning is one of ${MEANINGS}`,
  },
};

/** How the result lists of CSDL ngành are read while `SOSACH_POPULATION` is `csdl`: docs/csdl.md. */
export const CSDL_SETTINGS = {
  csdlWords: {
    variable: 'SOSACH_CSDL_WORDS',
    kind: resultWords,
    meaning: {
      vi: 'chữ ở cột kết quả của CSDL ngành mà chương trình chưa biết, và nghĩa của nó',
      en: 'words in the result column of CSDL ngành that the program does not know yet, with what they mean',
    },
  },
} as const satisfies SettingTable;
