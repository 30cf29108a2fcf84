import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { asksForPurchases, isAutomated, type JoinAnswer } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { Tick } from '../../parts/tick';
import type { Offer } from './props';
import { RowsTable } from './rows-table';
import { StudyFacts } from './study-facts';
import { tableWord } from './words';

interface ConsentCardProps {
  offer: Offer;
  onJoin: (answer: JoinAnswer) => void;
  onDecline: () => void;
}

/** Everything that somebody should know before they agree; nothing is ticked for them. */
export function ConsentCard({ offer: { file, sample }, onJoin, onDecline }: ConsentCardProps) {
  return (
    <Card id="consent" title={file.title} hint={i18n.t('research.consentHint')}>
      <StudyFacts file={file} />
      <h3 class="card__part">{i18n.t('research.sample')}</h3>
      <p class="card__text">{i18n.t('research.sampleHint')}</p>
      {sample?.map((shown) => (
        <details class="refused" key={shown.table}>
          <summary class="refused__summary">{tableWord(shown.table)}</summary>
          <RowsTable shown={shown} />
        </details>
      )) ?? <p class="card__text">{i18n.t('research.making')}</p>}
      <h3 class="card__part">{i18n.t('research.consent')}</h3>
      <p class="prose consent__text">{file.consent.text}</p>
      {asksForPurchases(file) && <p class="prose consent__text">{file.purchaseConsent}</p>}
      <ul class="promises">
        <li>{i18n.t('research.promises.voluntary')}</li>
        <li>{i18n.t('research.promises.since')}</li>
        <li>{i18n.t('research.promises.yourself')}</li>
        <li>{i18n.t('research.promises.withdraw')}</li>
      </ul>
      <Decision file={file} onJoin={onJoin} onDecline={onDecline} />
    </Card>
  );
}

type DecisionProps = Pick<ConsentCardProps, 'onJoin' | 'onDecline'> & Pick<Offer, 'file'>;

function Decision({ file, onJoin, onDecline }: DecisionProps) {
  const [given, setGiven] = useState({ age: false, text: false, automated: false, purchases: false });
  const give = (name: keyof typeof given) => (on: boolean) => setGiven({ ...given, [name]: on });
  const isAgreed = given.age && given.text && (given.automated || !isAutomated(file));
  return (
    <>
      <div class="checks">
        <Tick checked={given.age} onChange={give('age')}>
          {i18n.t('research.age', [String(file.minimumAge)])}
        </Tick>
        <Tick checked={given.text} onChange={give('text')}>
          {i18n.t('research.agree')}
        </Tick>
        {isAutomated(file) && (
          <Tick checked={given.automated} onChange={give('automated')}>
            {i18n.t('research.agreeAutomated')}
          </Tick>
        )}
        {asksForPurchases(file) && (
          <Tick checked={given.purchases} onChange={give('purchases')}>
            {i18n.t('research.agreePurchases')}
          </Tick>
        )}
      </div>
      <div class="ways">
        <button
          type="button"
          class="button button--save"
          disabled={!isAgreed}
          onClick={() => onJoin({ purchases: given.purchases, automated: given.automated })}
        >
          {i18n.t('research.take')}
        </button>
        <button type="button" class="button" onClick={onDecline}>
          {i18n.t('research.decline')}
        </button>
      </div>
    </>
  );
}
