// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ToolsProvider } from '@/components/tools';
import { Welcome } from '@/components/welcome/welcome';
import { speak } from './i18n-setup';
import { now } from './made-rows';
import { draw, one, press } from './mount';

beforeAll(() => speak('en'));

const tools = { now, platformName: (id: string) => id, onDeed: vi.fn(), onOpen: vi.fn() };
const actions = { connect: vi.fn(), disconnect: vi.fn(), erasePlatform: vi.fn() };

function show(stores: boolean) {
  const answer = () => Promise.resolve(stores);
  return draw(
    <ToolsProvider value={tools}>
      <Welcome
        consent="no"
        unwanted={[]}
        onKind={answer}
        onAgree={answer}
        onRemove={vi.fn()}
        connections={[]}
        actions={actions}
      />
    </ToolsProvider>,
  );
}

const pressed = [
  ['consent', () => one('button', 'Agree and start recording')],
  ['a kind that is switched off', () => document.querySelector<HTMLElement>('[role=switch]')!],
] as const;

describe.each(pressed)('%s', (_what, button) => {
  test.each([
    [true, ''],
    [false, 'That was not stored'],
  ])('stored: %s, says “%s”', async (stores, words) => {
    await show(stores);
    await press(button());
    const toast = () => document.querySelector('.toast')?.textContent ?? '';
    if (stores) expect(toast()).toBe('');
    else await expect.poll(toast).toContain(words);
  });
});
