// What a page can do to those who read it; asked for by `replica-hostile=NAME` in the address, done once it has loaded.
// The list of names that forms are given is put in when the file is served.
addEventListener('load', () => {
  const part = (name) => [...document.querySelectorAll('.' + name)];
  const strange = 'a\u0000b\ud800c\u202e\u2066d\u200b\ufeff\udfff<b>&amp;';

  const deeds = {
    /** 20,000 cards in one go, of the least that a card is made of. */
    flood() {
      const [list] = part(NAME('feeds-container'));
      const cards = Array.from({ length: 20_000 }, (_, index) => {
        const id = `${(0x70000000 + index).toString(16)}00000000${(0x10000000 + index).toString(16)}`;
        const inside = `<a href="/explore/${id}"></a><a class="${NAME('title')}"><span>${index}</span></a>`;
        return `<section class="${NAME('note-item')}" data-index="${100 + index}">${inside}</section>`;
      });
      list.insertAdjacentHTML('beforeend', cards.join(''));
    },

    /** Parts of cards, comments and buttons become forms whose inputs stand before the members that one would read them by. */
    forms() {
      const names = [NAME('comment-item'), NAME('collect-wrapper'), NAME('footer'), NAME('author-wrapper')];
      for (const element of names.flatMap(part)) element.replaceWith(formOf(element));
    },

    /** As an ad blocker does: some cards are gone, some are there and not shown, and so are those that come. */
    blocker() {
      const hide = () => {
        for (const card of part(NAME('note-item'))) {
          const index = Number(card.dataset.index);
          if (index % 5 === 4) card.remove();
          else if (index % 3 === 0) card.style.setProperty('display', 'none', 'important');
        }
      };
      hide();
      new MutationObserver(hide).observe(document.body, { childList: true, subtree: true });
    },

    /** As deep as a page can be without breaking the browser itself. */
    deep() {
      for (const name of [NAME('commerce'), NAME('comments-el')]) {
        for (const element of part(name)) {
          const place = element.parentNode;
          const before = element.nextSibling;
          let nest = element;
          for (let depth = 0; depth < 2400; depth += 1) {
            const outer = document.createElement('div');
            outer.append(nest);
            nest = outer;
          }
          place.insertBefore(nest, before);
        }
      }
    },

    /** NUL, halves of characters, marks that turn the writing round: in every text of a user. */
    strange() {
      for (const element of texts()) element.textContent = strange + element.textContent;
    },

    /** A megabyte in a text of each kind; laid out, it would keep the browser busy by itself. */
    huge() {
      const many = '求链接 https://item.jd.com/ ￥￥ 广告 '.repeat(40_000);
      const kinds = new Map(texts().map((element) => [element.className, element]));
      for (const element of kinds.values()) {
        element.style.cssText = 'display: block; height: 1em; content-visibility: hidden';
        element.textContent = many + element.textContent;
      }
    },

    /** Labels whose looks are known, on the first cards, some of them beside a link; `labelTruth()` says how each stands. */
    labels() {
      const cards = part(NAME('note-item')).filter(isBare);
      const says = looks.map((look, index) => labelOn(cards[index], look));
      window.labelTruth = () => says.map((each) => each());
    },

    /** Labels that nobody can see, each on a card of its own as far as there are cards, and behind them some that are seen. */
    ghosts() {
      const cards = part(NAME('note-item')).filter(isBare);
      const seen = plain.map((style, index) => labelled(cards[index], style, '赞助'));
      const rest = cards.slice(plain.length);
      ghostly.forEach((style, index) => labelled(rest[index % rest.length], style, '广告'));
      window.ghostTruth = seen.map(({ noteId }) => noteId);
    },

    /** What the page's own objects inherit and what its elements answer, from now on; the state of another note in it too. */
    prototypes() {
      const lies = {
        goodsInfo: { id: 1 },
        adsInfo: { id: 1 },
        noteId: '0',
        authorId: '0',
        createTime: 1,
        hasMore: false,
      };
      for (const [name, value] of Object.entries(lies))
        for (const prototype of [Object.prototype, Array.prototype, String.prototype])
          Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
      Element.prototype.getAttribute = () => 'https://item.jd.com/666.html';
      Element.prototype.closest = Element.prototype.matches = () => null;
      Object.defineProperty(Node.prototype, 'textContent', { get: () => '广告', configurable: true });
      Object.defineProperty(Node.prototype, 'nodeValue', { get: () => '广告', configurable: true });
      const [id] = /[0-9a-f]{24}/.exec(location.pathname);
      const note = { noteId: id, title: '广告', user: { userId: 'x' }, time: 1, imageList: [1] };
      const inherited = `{"note":{"noteDetailMap":{"__proto__":{"${id}":{"note":${JSON.stringify(note)}}}}},"constructor":{"prototype":{"ads":1}}}`;
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.append(`window.__INITIAL_STATE__=${inherited}`);
      document.head.append(script);
    },

    /** Never at rest: nodes come and go with every frame. */
    churn() {
      const frame = () => {
        for (let count = 0; count < 200; count += 1) {
          const element = document.createElement('div');
          element.innerHTML = '<a href="https://item.jd.com/1.html">x</a>';
          document.body.append(element);
          element.remove();
        }
        requestAnimationFrame(frame);
      };
      frame();
    },
  };

  /** Every way in use, and those that were thought of. What stands in braces is the part around the label. */
  const ghostly = [
    'width: 1px; height: 1px; overflow: hidden',
    '{width: 1px; height: 1px; overflow: hidden}',
    '{width: 60px; height: 0; overflow: hidden}',
    'clip: rect(0, 0, 0, 0)',
    'clip: rect(1px, 1px, 1px, 1px)',
    'clip-path: inset(50%)',
    '{clip-path: circle(0)}',
    'opacity: 0',
    '{opacity: 0.05}',
    'color: transparent',
    'color: rgb(0 0 0 / 2%)',
    '-webkit-text-fill-color: transparent',
    'color: #fefefe; background: #fff',
    'left: 9999px',
    'left: -9999px',
    'text-indent: -9999px',
    'font-size: 1px',
    'transform: scale(0)',
    'visibility: hidden',
    'display: none',
    'content-visibility: hidden',
  ];
  const plain = [
    'color: #fff',
    'color: #333; background: #fff',
    '{overflow: hidden; width: 80px; height: 30px}',
    '{overflow: auto; width: 80px; height: 30px}',
    'color: transparent; background: linear-gradient(red, blue); background-clip: text; -webkit-background-clip: text',
  ];

  function isBare(card) {
    const has = (name) => card.querySelector('.' + name) !== null;
    return has(NAME('author')) && !has(NAME('bottom-tag-area'));
  }

  const noteIdOf = (card) => /[0-9a-f]{24}/.exec(card.querySelector('a').href)[0];

  function labelled(card, style, text) {
    const around = document.createElement('div');
    const label = Object.assign(document.createElement('span'), { textContent: text });
    around.style.cssText = 'position: absolute; z-index: 9; left: 10px; top: 20px;';
    label.style.cssText = 'position: absolute; left: 0; top: 0; font-size: 12px;';
    const [, outer] = /^\{(.*)\}$/.exec(style) ?? [];
    (outer ? around : label).style.cssText += outer ?? style;
    around.append(label);
    card.append(around);
    return { noteId: noteIdOf(card) };
  }

  // Contrasts as WCAG counts them; none over a picture, or where something shines through.
  const looks = [
    { text: '广告', style: 'font-size: 12px; color: #000; background: #fff;', fontPx: 12, contrast: 21, link: 40 },
    { text: '赞助', style: 'font-size: 10px; color: #767676; background: #fff;', fontPx: 10, contrast: 4.54 },
    { text: '推广', style: 'font-size: 9.5px; color: #f00; background: #fff;', fontPx: 9.5, contrast: 4, link: 3 },
    { text: '品牌合作', style: 'font-size: 16px; color: #fff; background: #00f;', fontPx: 16, contrast: 8.59, link: 0 },
    { text: '广告', style: 'font-size: 12px; color: rgb(0 0 0 / 50%); background: #fff;', fontPx: 12, contrast: 3.98 },
    { text: '广告', style: 'font-size: 12px; color: #fff;', fontPx: 12 },
    { text: '广告', style: 'font-size: 12px; color: #fff; background: rgb(0 0 0 / 40%);', fontPx: 12, link: 100 },
  ];

  /** A link stands `link` px below the label, or around it. */
  function labelOn(card, { text, style, link, ...known }) {
    const [left, top, width, height] = [10, 20, 80, 24];
    const place = (y) =>
      `position: absolute; z-index: 9; left: ${left}px; top: ${y}px; width: ${width}px; height: ${height}px;`;
    const label = Object.assign(document.createElement('span'), { textContent: text });
    label.style.cssText = place(top) + style;
    card.append(label);
    if (link !== undefined) {
      const anchor = Object.assign(document.createElement('a'), { href: 'https://item.jd.com/100081234561.html' });
      anchor.style.cssText = place(link === 0 ? top : top + height + link);
      card.append(anchor);
    }
    const noteId = noteIdOf(card);
    // Cards are moved into their columns after they were made.
    return () => {
      const at = card.getBoundingClientRect();
      const box = [at.x + scrollX + left, at.y + scrollY + top, width, height];
      return { noteId, text, box, ...known, ...(link !== undefined && { linkPx: link }) };
    };
  }

  function texts() {
    const names = [NAME('note-text'), NAME('title'), NAME('username'), NAME('user-name')];
    return names.flatMap(part).filter((element) => element.closest('.' + NAME('main-content')));
  }

  function formOf(element) {
    const form = document.createElement('form');
    for (const { name, value } of element.attributes) if (name !== 'href') form.setAttribute(name, value);
    form.append(
      ...element.childNodes,
      ...CLOBBERING.map((name) => Object.assign(document.createElement('input'), { name, type: 'hidden' })),
    );
    return form;
  }

  deeds[replicaPage.wishOf('hostile')]?.();
  window.hostileDone = true;
});
