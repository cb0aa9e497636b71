import type { Application } from './application';
import { CLASSIC } from './classic';
import { COMPILED } from './compiled';
import { CONSOLES } from './consoles';
import { DOTNET } from './dotnet';
import { FEDERATED } from './federated';
import { FRONT_ENDS } from './front-ends';
import { GATEWAYS } from './gateways';
import { INSTALLED } from './installed';
import { JAVA } from './java';
import { PHP } from './php';
import { PYTHON } from './python';
import { RUBY } from './ruby';
import { SCRIPT } from './script';
import { SERVER } from './server';
import { SERVICES } from './services';
import { STEPS } from './steps';
import { TRACKERS } from './trackers';

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
  ...JAVA,
  ...PYTHON,
  ...DOTNET,
  ...TRACKERS,
  ...SERVICES,
  ...STEPS,
];
