/** What wallets write before the lines: "支付宝账户：a@example.com", "微信昵称：[示例]", "京东账号名：…", "美团用户名：[…]". */
const owner = /^(?:支付宝账[户号]|微信(?:昵称|号)|京东账号名?|(?:美团)?用户名)\s*[:：](.+)$/;

/** Of whatever is no such line nothing more is looked at: a file that is no bill may have millions. */
const label = /^["\s]*(?:支付宝账|微信|京东账号|美团用户|用户名)/;

/** Whose bill it is, as far as a person needs it to know their own: masked, and shown alone, never kept. */
export function accountIn(cells: readonly string[], clean: (cell: string) => string): string | undefined {
  if (!label.test(cells[0] ?? '')) return undefined;
  const said = owner.exec(cells.map(clean).join(''))?.[1]?.trim() ?? '';
  const account = said.startsWith('[') ? said.slice(1).replace(/\]$/, '') : said;
  return account === '' ? undefined : masked(account.slice(0, 60));
}

/** "a***@example.com", "示***客"; what its wallet has masked already stays as it is. */
function masked(account: string): string {
  if (account.includes('*')) return account;
  const [name = '', ...rest] = account.split('@');
  const host = rest.map((each) => `@${each}`).join('');
  const letters = [...name];
  const last = letters.length > 2 && host === '' ? (letters.at(-1) ?? '') : '';
  return `${letters[0] ?? ''}***${last}${host}`;
}
