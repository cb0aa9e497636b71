import type { PolicyReading } from '../../analysis/replay/rows/policy-basis';
import { say } from '../../words/catalogue';
import { policyEvidence, policyEvidenceText, policyWords } from '../../words/policy-text';
import { Button } from '../shared/parts/button';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { useIsLive, usePanel, useRecorded } from '../state/panel-context';

/** How many pairs of sites are listed; the explanation of each cookie has its own. */
const LISTED = 6;

/** What is known of third-party cookies in this browser, and where it was read. */
export function ThirdPartySection() {
  const readings = useRecorded(({ replay }) => replay.policies);
  return (
    <div className="third-party-known" data-testid="third-party-known">
      <h3>{say('settings.third-party')}</h3>
      {readings.slice(-LISTED).map((reading) => (
        <Reading key={`${reading.site} ${reading.topLevelSite}`} reading={reading} />
      ))}
      <Setting />
    </div>
  );
}

function Reading({ reading }: { readonly reading: PolicyReading }) {
  const { site, topLevelSite, policy, url } = reading;
  return (
    <p title={url}>
      {say('policy.pair', { site, top: topLevelSite, policy: policyWords(policy) })}{' '}
      <EvidenceTag evidence={policyEvidence(reading)} /> <span className="tone-quiet">{policyEvidenceText(reading)}</span>
    </p>
  );
}

/** The browser's own setting, or the button that asks for leave to read it. */
function Setting() {
  const policy = useRecorded(({ setting }) => setting);
  const { actions } = usePanel();
  const isLive = useIsLive();
  if (policy !== null) {
    return (
      <p>
        {say('settings.third-party-read', { policy: policyWords(policy) })} <EvidenceTag evidence="observed" />
      </p>
    );
  }
  if (!isLive) return null;
  return (
    <>
      <Button label={say('settings.third-party-ask')} onPress={actions.askThirdParty} />
      <p className="tone-quiet">{say('settings.third-party-why')}</p>
    </>
  );
}
