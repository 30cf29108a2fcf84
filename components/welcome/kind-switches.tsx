import { i18n } from '@/utils/i18n';
import { type RecordKind, recordKinds } from '@/utils/core/record-kinds';
import { SwitchRow } from '../parts/switch';

const words: Record<RecordKind, { label: () => string; hint: () => string }> = {
  links: { label: () => i18n.t('kinds.links'), hint: () => i18n.t('kinds.linksHint') },
  clicks: { label: () => i18n.t('kinds.clicks'), hint: () => i18n.t('kinds.clicksHint') },
  screen: { label: () => i18n.t('kinds.screen'), hint: () => i18n.t('kinds.screenHint') },
  orders: { label: () => i18n.t('kinds.orders'), hint: () => i18n.t('kinds.ordersHint') },
};

export interface KindSwitchesProps {
  unwanted: readonly RecordKind[];
  onKind: (kind: RecordKind, on: boolean) => void;
}

/** Every kind of what is recorded, with its reason and its switch. */
export function KindSwitches({ unwanted, onKind }: KindSwitchesProps) {
  return (
    <ul class="switches" role="list">
      {recordKinds.map((kind) => (
        <SwitchRow
          key={kind}
          label={words[kind].label()}
          name={i18n.t('kinds.switch', [words[kind].label()])}
          hint={words[kind].hint()}
          on={!unwanted.includes(kind)}
          onTurn={(on) => onKind(kind, on)}
        />
      ))}
    </ul>
  );
}
