import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { Settings } from '@/utils/core/switches';
import { Card } from '../../parts/card';
import { Outcome } from '../../parts/outcome';
import { SwitchRow } from '../../parts/switch';
import type { SettingsActions } from './settings-props';

interface LeaveOutCardProps {
  settings: Settings;
  sites: readonly string[];
  actions: Pick<SettingsActions, 'leaveOut' | 'subjectAt'>;
}

/** Sites, authors and notes of which nothing is recorded. */
export function LeaveOutCard({ settings, sites, actions }: LeaveOutCardProps) {
  const [wrong, setWrong] = useState<string>();
  const { excludedAuthors, excludedNotes, excludedSites } = settings;
  const leave = (...what: Parameters<SettingsActions['leaveOut']>) => {
    const failed = () => setWrong(i18n.t('leaveOut.failed'));
    void actions.leaveOut(...what).then((stored) => (stored ? setWrong(undefined) : failed()), failed);
  };
  const listed = [
    ...excludedAuthors.map((id) => ({ what: 'author' as const, id, name: i18n.t('leaveOut.author', [id]) })),
    ...excludedNotes.map((id) => ({ what: 'note' as const, id, name: i18n.t('leaveOut.note', [id]) })),
  ];
  return (
    <Card id="left-out" title={i18n.t('leaveOut.title')} hint={i18n.t('leaveOut.hint')}>
      <ul class="switches" role="list">
        {sites.map((host) => (
          <SwitchRow
            key={host}
            label={i18n.t('leaveOut.site', [host])}
            hint={i18n.t('leaveOut.siteHint')}
            on={!excludedSites.includes(host)}
            onTurn={(on) => leave('site', host, !on)}
          />
        ))}
      </ul>
      {listed.length === 0 && <p class="card__text">{i18n.t('leaveOut.none')}</p>}
      <ul class="left-out" role="list">
        {listed.map(({ what, id, name }) => (
          <li key={name} class="left-out__row">
            <bdi class="left-out__name">{name}</bdi>
            <button
              type="button"
              class="button"
              aria-label={i18n.t('leaveOut.again', [name])}
              onClick={() => leave(what, id, false)}
            >
              {i18n.t('leaveOut.back')}
            </button>
          </li>
        ))}
      </ul>
      <AddForm onAdd={leave} onWrong={setWrong} subjectAt={actions.subjectAt} />
      <Outcome tone="warn">{wrong}</Outcome>
    </Card>
  );
}

interface AddFormProps extends Pick<SettingsActions, 'subjectAt'> {
  onAdd: (what: 'author' | 'note', id: string, on: boolean) => void;
  onWrong: (words: string | undefined) => void;
}

function AddForm({ onAdd, onWrong, subjectAt }: AddFormProps) {
  const [address, setAddress] = useState('');
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const subject = subjectAt(address.trim());
    if (!subject) return onWrong(i18n.t('leaveOut.unknown'));
    onAdd(subject.what, subject.id, true);
    setAddress('');
  };
  return (
    <form class="left-out__form" onSubmit={onSubmit}>
      <input
        class="field__input"
        aria-label={i18n.t('leaveOut.add')}
        placeholder={i18n.t('leaveOut.add')}
        value={address}
        onInput={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={address.trim() === ''}>
        {i18n.t('leaveOut.leave')}
      </button>
    </form>
  );
}
