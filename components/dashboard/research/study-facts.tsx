import type { ComponentChildren } from 'preact';
import { i18n } from '@/utils/i18n';
import { asksForPurchases, endOf, isAutomated, type StudyFile } from '@/utils/core/study';
import { formatDate } from '../../text/measures';
import { purchaseWords, tableWord, tierWord } from './words';

/** What a study is and wants: before joining and afterwards the same. */
export function StudyFacts({ file }: { file: StudyFile }) {
  const last = endOf(file) - 1;
  return (
    <dl class="facts">
      <Fact word={i18n.t('research.purpose')}>
        <span class="prose">{file.purpose}</span>
      </Fact>
      {isAutomated(file) && <Fact word={i18n.t('research.subject')}>{i18n.t('research.automated')}</Fact>}
      <Fact word={i18n.t('research.controller')}>{file.controller}</Fact>
      <Fact word={i18n.t('research.contact')}>{file.contact}</Fact>
      <Fact word={i18n.t('research.ethics')}>{file.ethicsId ?? i18n.t('research.noEthics')}</Fact>
      <Fact word={i18n.t('research.country')}>{countryName(file.country)}</Fact>
      <Fact word={i18n.t('research.tier')}>{tierWord(file.tier)}</Fact>
      <Fact word={i18n.t('research.asked')}>{file.tables.map(tableWord).join(i18n.t('research.comma'))}</Fact>
      {asksForPurchases(file) && <Fact word={i18n.t('research.ofPurchases')}>{purchaseWords(file)}</Fact>}
      <Fact word={i18n.t('research.ends')}>{formatDate(last)}</Fact>
      <Fact word={i18n.t('research.kept')}>
        {i18n.t('research.keptDays', file.retentionDays, [String(file.retentionDays)])}
      </Fact>
    </dl>
  );
}

function countryName(code: string): string {
  return new Intl.DisplayNames(i18n.t('lang'), { type: 'region', fallback: 'code' }).of(code) ?? code;
}

export function Fact({ word, children }: { word: string; children: ComponentChildren }) {
  return (
    <div class="facts__row">
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
