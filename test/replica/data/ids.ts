const hex8 = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
const hex6 = (value: number) => (value & 0xffffff).toString(16).padStart(6, '0');

// Real note ids: 8 hex of unix seconds, 8 zeros, 8 hex.
export function noteId(number: number): string {
  return hex8(0x6ae00000 + number * 0x61) + '00000000' + hex8(0x03000000 + number * 0x9e37);
}

// Real goods ids hold 0001 at 15–18, seller ids 0015; five and three samples are all there is.
export function goodsId(number: number): string {
  return hex8(0x69c00000 + number * 0x1f3) + 'c4e2b7' + '0001' + hex6(0x51a30 + number * 0x135);
}

export function sellerId(number: number): string {
  return hex8(0x63c00000 + number * 0x2b1) + 'a907d3' + '0015' + hex6(0x1c770 + number * 0x2d7);
}

export function boardId(number: number): string {
  return hex8(0x64a00000 + number * 0x3d7) + '0000000002' + hex6(0x4f10 + number * 0x1c9);
}

export function userId(number: number): string {
  return hex8(0x5f200000 + number * 0x4c1f) + '0000000001' + hex6(0x2a91 + number * 0x3b5);
}

export function commentId(note: string, number: number): string {
  return (
    hex8(Number.parseInt(note.slice(0, 8), 16) + 600 + number * 37) +
    '00000000' +
    hex8(Number.parseInt(note.slice(16), 16) + number)
  );
}
