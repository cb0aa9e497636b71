import { isOrphaned } from '../platform/browser';
import { requestHosts } from '../platform/permissions';
import { requestThirdPartySetting } from '../platform/third-party-setting';
import { showOrphaned, showPage, showSettingPage } from './page';

const main = document.querySelector('main');
const asked = new URLSearchParams(location.search);
if (main) {
  if (isOrphaned()) showOrphaned(main);
  else if (asked.get('for') === 'third-party') showSettingPage(main, requestThirdPartySetting);
  else showPage(main, asked.get('site'), requestHosts);
}
