// What the pages share. Every file that a script of the page can read counts as seen.
window.seen = 0;
export function watch(frame) {
  for (const type of ['input', 'change', 'drop', 'paste']) {
    frame.addEventListener(type, ({ target, dataTransfer, clipboardData }) => {
      window.seen += (dataTransfer ?? clipboardData ?? target).files?.length ?? 0;
    }, true);
  }
}
watch(window);

/** For front ends that only hand files over. */
export async function send(files) {
  for (const file of files) {
    window.seen++;
    const form = new FormData();
    form.append('file', file);
    await fetch('/upload', { method: 'POST', body: form });
  }
}
