import { requestHosts } from '../platform/permissions';
import { showPage } from './page';

const main = document.querySelector('main');
if (main) showPage(main, new URLSearchParams(location.search).get('site'), requestHosts);
