/**
 * Writes a text's bytes of UTF-8, if each is a letter or a digit of ASCII, as those of ids are, and there is room: a
 * browser takes longer to begin encoding, or to put texts together, than this loop takes to be through.
 * @returns where it ends
 */
export function putAscii(text: string, room: Uint8Array, from: number | undefined): number | undefined {
  if (from === undefined || from + text.length > room.length) return undefined;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code > 0x7f) return undefined;
    room[from + place] = code;
  }
  return from + text.length;
}
