import { render } from 'preact';

/** What a popup made with the same tools costs before it does anything: the reference of `popup.paint`. */
const root = document.getElementById('app');
if (root) render(<p>Bacao</p>, root);
