import { i18n } from '@/utils/i18n';
import { Outcome } from '../../parts/outcome';
import { Loading } from '../../parts/state-card';
import { ViewHead } from '../view-head';
import { BundleCard } from './bundle-card';
import { BundleEnd } from './bundle-end';
import { ConsentCard } from './consent-card';
import { EnvelopeCard } from './envelope-card';
import { JoinCard } from './join-card';
import { OpenedCard } from './opened-card';
import type { ResearchProps } from './props';
import { ReviewCard } from './review-card';
import { StudyCard } from './study-card';
import { TasksCard } from './tasks-card';
import { WithdrawnCard } from './withdrawn-card';

/** Research is a choice: without a study nothing here is for anyone else, and the lists work all the same. */
export function ResearchView(props: ResearchProps) {
  const { kept, failed, opened, envelope, actions } = props;
  return (
    <>
      <ViewHead title={i18n.t('views.research')} lead={i18n.t('research.lead')} />
      {failed && <Outcome tone="alarm">{i18n.t('research.notTaken')}</Outcome>}
      {kept ? <Study {...props} kept={kept} /> : <Loading label={i18n.t('research.reading')} />}
      <OpenedCard job={opened} onOpen={actions.onOpen} onLook={actions.onLook} onFigures={actions.onFigures} />
      <EnvelopeCard job={envelope} onStart={actions.onEnvelope} onStop={actions.onStopEnvelope} />
    </>
  );
}

type StudyProps = ResearchProps & { kept: NonNullable<ResearchProps['kept']> };

function Study({ kept: { joined, left = [] }, now, refusal, offer, review, bundle, withdrawal, actions }: StudyProps) {
  // One after the other: each names a study and a person to be told.
  const [first] = left;
  return (
    <>
      {first && (
        <WithdrawnCard left={first} job={withdrawal} onExport={actions.onWithdrawal} onPutAway={actions.onPutAway} />
      )}
      {offer ? (
        <ConsentCard key={offer.file.id} offer={offer} onJoin={actions.onJoin} onDecline={actions.onDecline} />
      ) : (
        joined === undefined && <JoinCard refusal={refusal} onFile={actions.onStudyFile} />
      )}
      {!joined && bundle.state === 'failed' && <BundleEnd job={bundle} />}
      {joined && !offer && (
        <>
          <StudyCard study={joined} now={now} onLeave={actions.onLeave} />
          {joined.file.protocol && (
            <TasksCard study={joined} now={now} onStart={actions.onStartTask} onStop={actions.onStopTask} />
          )}
          <ReviewCard study={joined} review={review} onReview={actions.onReview} onLeaveOut={actions.onLeaveOut} />
          <BundleCard study={joined} job={bundle} onStart={actions.onBundle} onStop={actions.onStopBundle} />
          <JoinCard refusal={refusal} onFile={actions.onStudyFile} />
        </>
      )}
    </>
  );
}
