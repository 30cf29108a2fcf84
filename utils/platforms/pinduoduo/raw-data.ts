/** What the server wrote into the page, orders and items alike. */
export const rawData = /\bwindow\.rawData\s*=/g;
