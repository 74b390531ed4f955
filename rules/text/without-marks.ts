/**
 * Text without tone and letter marks: *Đồng Nai* → *Dong Nai*. What is left when somebody types without them, or a program
 * strips them.
 */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
