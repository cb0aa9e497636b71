// The styles of Flow's wires are no part of the Lab's first load: they come with what is drawn by them.
import '../../panel/flow/diagram/diagram.css';

export { TrialWire } from '../../panel/lab/trial-wire';
