/** Inline declarations, each closed by a semicolon, made important: stronger than any rule of the page's sheets. */
export function firm(css: string): string {
  return css.replaceAll(';', '!important;');
}
