/** Zero-width space and its kin come with copied texts; String.trim leaves them in place. */
export const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
