import { isOrphaned } from '../platform/browser';
import { createPanel, inspectedTab } from '../platform/devtools';
import { offerRecorder } from '../platform/recorder-window';
import { hostRecorder } from './host';

if (!isOrphaned()) {
  // Recording begins with DevTools, before anyone looks at the panel.
  const tabId = inspectedTab();
  void createPanel('Cookie Flow', '/icons/32.png', '/src/panel/index.html', offerRecorder(tabId, hostRecorder(tabId)));
}
