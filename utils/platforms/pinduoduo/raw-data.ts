/** What the server wrote into the page, orders and items alike: `window.rawData={…}`. */
export const rawData = /\brawData(?:["']\])?\s*=/;
