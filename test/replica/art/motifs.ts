/** Simple still lifes in a 200×200 box standing on y=160. `{a}` main colour, `{b}` its light, `{c}` its dark. */
export const motifs: Record<string, string> = {
  lamp: '<path fill="{b}" opacity=".35" d="M40 120 0 190h200l-40-70z"/><rect x="94" y="104" width="12" height="50" rx="4" fill="{c}"/><ellipse cx="100" cy="156" rx="34" ry="7" fill="{c}"/><path fill="{a}" d="M70 40h60l24 66H46z"/><path fill="#fff" opacity=".4" d="M76 46h14L76 100H58z"/>',
  serum:
    '<rect x="88" y="22" width="24" height="26" rx="9" fill="{c}"/><rect x="92" y="46" width="16" height="22" fill="{c}" opacity=".8"/><rect x="64" y="66" width="72" height="94" rx="14" fill="{a}"/><rect x="76" y="92" width="48" height="40" rx="4" fill="#fff" opacity=".85"/><path stroke="{c}" stroke-width="3" d="M84 106h32M84 116h22"/>',
  jar: '<rect x="58" y="66" width="84" height="24" rx="7" fill="{c}"/><path fill="{a}" d="M52 90h96v52q0 18-18 18H70q-18 0-18-18z"/><rect x="72" y="108" width="56" height="26" rx="5" fill="#fff" opacity=".8"/><path stroke="{c}" stroke-width="3" d="M82 121h36"/>',
  bag: '<path fill="none" stroke="{c}" stroke-width="8" d="M74 80V60q0-30 26-30t26 30v20"/><path fill="{a}" d="M44 76h112l10 84H34z"/><path fill="#fff" opacity=".3" d="M52 84h16l-8 68H46z"/><circle cx="100" cy="116" r="14" fill="{b}"/>',
  box: '<path fill="{a}" d="M40 84h120v76H40z"/><path fill="{c}" d="m40 84 20-26h80l20 26z"/><path fill="#fff" d="M78 70q8-34 22-30 16-20 24 30z"/><path fill="#fff" opacity=".35" d="M52 104h96v10H52z"/>',
  kettle:
    '<path fill="none" stroke="{c}" stroke-width="8" d="M70 62q30-42 60 0"/><path fill="{a}" d="M62 70h76l14 90H48z"/><path fill="none" stroke="{a}" stroke-width="9" stroke-linecap="round" d="M56 134q-34-8-26-56"/><ellipse cx="100" cy="70" rx="38" ry="8" fill="{c}"/>',
  earbuds:
    '<rect x="42" y="88" width="116" height="72" rx="34" fill="{a}"/><path stroke="{c}" stroke-width="3" d="M42 116h116"/><circle cx="100" cy="132" r="4" fill="{c}"/><g fill="#fff"><circle cx="76" cy="56" r="18"/><rect x="70" y="58" width="12" height="40" rx="6"/><circle cx="126" cy="50" r="18"/><rect x="120" y="52" width="12" height="40" rx="6"/></g>',
  coat: '<path fill="{a}" d="M70 30h60l34 34-16 26-12-10v80H64V80L52 90 36 64z"/><path fill="{c}" d="m80 30 20 36 20-36z"/><path stroke="{c}" stroke-width="3" d="M100 66v94"/><rect x="62" y="104" width="76" height="10" fill="{c}" opacity=".7"/>',
  bowl: '<g stroke="{b}" stroke-width="6" stroke-linecap="round" fill="none"><path d="M78 66q-10-14 0-28M104 62q-10-14 0-28M130 66q-10-14 0-28"/></g><ellipse cx="100" cy="92" rx="66" ry="18" fill="{c}"/><ellipse cx="100" cy="90" rx="56" ry="12" fill="{b}"/><circle cx="84" cy="88" r="9" fill="#e2583e"/><circle cx="112" cy="92" r="8" fill="#7fae63"/><path fill="{a}" d="M34 92h132q-4 68-66 68T34 92z"/>',
  candle:
    '<path fill="#ffd27a" d="M100 20q18 24 0 40-18-16 0-40z"/><path stroke="{c}" stroke-width="4" d="M100 58v16"/><rect x="60" y="74" width="80" height="86" rx="12" fill="{a}"/><rect x="76" y="100" width="48" height="32" rx="3" fill="#fff" opacity=".85"/><path stroke="{c}" stroke-width="3" d="M86 112h28M86 121h18"/>',
  brush:
    '<path fill="{b}" d="M70 84q-14-50 30-66 44 16 30 66z"/><path fill="{c}" d="M74 84h52l-8 22H82z"/><path fill="{a}" d="M84 106h32l-6 54H90z"/>',
  teapot:
    '<ellipse cx="100" cy="116" rx="54" ry="44" fill="{a}"/><path fill="none" stroke="{a}" stroke-width="13" stroke-linecap="round" d="M50 116q-24-6-30-34"/><rect x="148" y="88" width="46" height="13" rx="6" fill="{c}"/><ellipse cx="100" cy="76" rx="28" ry="9" fill="{c}"/><circle cx="100" cy="62" r="8" fill="{c}"/>',
  scarf:
    '<path fill="{a}" d="M50 50q50 40 100 0l14 24q-64 44-128 0z"/><path fill="{c}" d="m110 80 34 78-28 4-26-70z"/><path fill="{a}" d="m88 84-14 78H46l24-82z"/><path fill="none" stroke="{b}" stroke-width="4" d="M54 66q46 34 92 0M52 140h24M118 138h22"/>',
  cup: '<path fill="none" stroke="{c}" stroke-width="10" d="M140 84q34 2 26 30-6 22-34 20"/><path fill="{a}" d="M50 64h96l-8 80q-2 16-18 16H76q-16 0-18-16z"/><ellipse cx="98" cy="64" rx="48" ry="11" fill="{c}"/><path fill="#fff" opacity=".3" d="M60 80h12l6 60H68z"/>',
  book: '<path fill="{c}" d="M40 44h112v116H40z"/><path fill="{a}" d="M46 38h112v114H46z"/><path fill="#fff" d="M66 60h72v30H66z" opacity=".85"/><path stroke="{c}" stroke-width="3" d="M76 72h52M76 80h34"/><path fill="{b}" d="M128 38h14v54l-7-8-7 8z"/>',
  gift: '<rect x="40" y="80" width="120" height="80" rx="6" fill="{a}"/><rect x="32" y="64" width="136" height="26" rx="5" fill="{c}"/><path fill="{b}" d="M92 64h16v96H92z"/><path fill="none" stroke="{b}" stroke-width="8" d="M100 62q-40-4-34-26t34 26q40-4 34-26t-34 26z"/>',
  plant:
    '<path fill="{c}" d="M64 112h72l-10 48H74z"/><g fill="#7fa66a"><path d="M100 112Q40 96 52 44q44 8 48 68z"/><path d="M100 112q60-16 48-68-44 8-48 68z"/></g><path fill="#96bd80" d="M100 112Q76 60 100 22q24 38 0 90z"/>',
  cat: '<path fill="{a}" d="M62 160q-8-64 14-82L70 40l24 18h12l24-18-6 38q22 18 14 82z"/><g fill="{c}"><circle cx="88" cy="80" r="4"/><circle cx="112" cy="80" r="4"/></g><path fill="none" stroke="{c}" stroke-width="3" d="M94 90q6 6 12 0"/><path fill="none" stroke="{a}" stroke-width="12" stroke-linecap="round" d="M138 152q40-6 26-50"/>',
  window:
    '<rect x="44" y="28" width="112" height="132" rx="56" fill="{b}"/><circle cx="122" cy="74" r="18" fill="#fff" opacity=".8"/><path fill="{a}" d="M44 122q34-34 60-10t52-14v62H44z"/><path stroke="#fff" stroke-width="6" d="M100 28v132M44 100h112"/>',
  desk: '<path fill="{c}" d="M24 120h152v10H24zM38 130h10v30H38zM152 130h10v30h-10z"/><rect x="52" y="52" width="80" height="54" rx="5" fill="{a}"/><rect x="60" y="60" width="64" height="38" fill="#fff" opacity=".7"/><path fill="{a}" d="M40 108h104v12H40z"/><rect x="148" y="96" width="16" height="24" rx="4" fill="{b}"/>',
  sea: '<circle cx="100" cy="84" r="38" fill="#fff" opacity=".75"/><path fill="{a}" d="M0 104q26-14 50 0t50 0 50 0 50 0v66H0z"/><path fill="{c}" opacity=".7" d="M0 130q26-14 50 0t50 0 50 0 50 0v40H0z"/>',
  mountain:
    '<circle cx="150" cy="54" r="20" fill="#fff" opacity=".8"/><path fill="{a}" d="m0 160 70-104 50 70 26-34 54 68z"/><path fill="#fff" opacity=".7" d="m70 56 18 26-18 10-16-12z"/><path fill="{c}" opacity=".6" d="m0 160 50-46 40 34 40-28 70 40z"/>',
  tent: '<path fill="{a}" d="m100 36 74 124H26z"/><path fill="{c}" d="m100 70 30 90H70z"/><path stroke="{b}" stroke-width="4" d="M100 36V22"/>',
  shoe: '<path fill="{a}" d="M30 84q20 16 44-10 22 44 92 50 10 12 6 24H30z"/><rect x="26" y="146" width="150" height="14" rx="7" fill="{c}"/><path stroke="#fff" stroke-width="4" d="m84 94 14-10m-4 20 14-10m-2 20 14-10"/>',
  sack: '<path fill="{a}" d="M58 58q42-20 84 0 22 60 8 102H50Q36 118 58 58z"/><path fill="{c}" d="M62 46q38 14 76 0l4 14q-42 16-84 0z"/><rect x="74" y="92" width="52" height="40" rx="4" fill="#fff" opacity=".85"/><path stroke="{c}" stroke-width="3" d="M84 106h32M84 118h20"/>',
};
