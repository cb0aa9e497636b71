import type { Application } from './application';
import { CLASSIC } from './classic';
import { COMPILED } from './compiled';
import { CONSOLES } from './consoles';
import { FEDERATED } from './federated';
import { FRONT_ENDS } from './front-ends';
import { GATEWAYS } from './gateways';
import { INSTALLED } from './installed';
import { PHP } from './php';
import { RUBY } from './ruby';
import { SCRIPT } from './script';
import { SERVER } from './server';

/** Every application and service that is written down. */
export const ALL: readonly Application[] = [
  ...PHP,
  ...SERVER,
  ...RUBY,
  ...SCRIPT,
  ...FEDERATED,
  ...CLASSIC,
  ...GATEWAYS,
  ...COMPILED,
  ...FRONT_ENDS,
  ...INSTALLED,
  ...CONSOLES,
];
