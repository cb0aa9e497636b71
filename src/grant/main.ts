import { EVERY_HOST } from '../platform/hosts';
import { requestHosts } from '../platform/permissions';

const asked = new URLSearchParams(location.search).getAll('host');
const main = document.querySelector('main');

function button(label: string, hosts: readonly string[]): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = label;
  made.addEventListener('click', () => void requestHosts(hosts));
  return made;
}

main?.append(button('This site', asked.slice(0, 1)), button('Every site', EVERY_HOST));
