import type { RoleVerdict } from '../../analysis/session/shared/role-kinds';
import { say } from '../../words/catalogue';
import { EvidenceLines } from '../shared/presentation/evidence-lines';

/** What the cookie is for, how sure that is, and what it rests on. */
export function RoleWords({ role }: { readonly role: RoleVerdict }) {
  return (
    <>
      <h2>{say('cookies.role', { role: say(`role.${role.role}`), confidence: say(`session.confidence.${role.confidence}`) })}</h2>
      <p className="tone-quiet">{say(`role.${role.role}.what`)}</p>
      {role.evidence.length > 0 && (
        <>
          <h3>{say('evidence.lines')}</h3>
          <EvidenceLines lines={role.evidence} />
        </>
      )}
    </>
  );
}
