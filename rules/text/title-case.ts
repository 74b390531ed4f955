const WORD = /[\p{L}\p{M}]+/gu;

/**
 * A personal name with capitals as the birth certificate has them: the first letter of every part, also after an apostrophe
 * (`H'HEN` → `H'Hen`). Parts that already mix cases (*McDonald*) stay, and so do small letters after an apostrophe (*M'ri*).
 */
export function titleCaseName(name: string): string {
  const allCapitals = name === name.toUpperCase();
  return name.replace(WORD, (word, at: number) => {
    const first = firstLetter(word);
    const rest = word.slice(first.length);
    const isLower = word === word.toLowerCase();
    if (isLower && at > 0 && "'’".includes(name.charAt(at - 1)) && !allCapitals) return word;
    if (word === word.toUpperCase() || isLower) return capital(first) + rest.toLowerCase();
    return first === first.toLowerCase() || /\p{Lu}\p{Lu}/u.test(word) ? capital(first) + rest.toLowerCase() : word;
  });
}

/** The first letter with its combining marks. */
function firstLetter(word: string): string {
  return /^.\p{M}*/u.exec(word)?.[0] ?? '';
}

/** One capital: a ligature such as `ﬀ` has two letters of it. */
function capital(first: string): string {
  const upper = first.toUpperCase();
  const letter = /^./u.exec(upper)?.[0] ?? '';
  return letter + upper.slice(letter.length).toLowerCase();
}
