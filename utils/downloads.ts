const oneMinuteMs = 60_000;

/** Gives a file to the browser's downloads, which takes no permission: the page itself offers it. */
export function handOver(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), oneMinuteMs); // it is read after the click, and nobody says when
}
