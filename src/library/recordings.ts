export {
  type AcceptedFault,
  type AnalysedFault,
  type AnalysedFinding,
  type AnalysedIncident,
  type AnalysedSiteSummary,
  type AnalyseOptions,
  type Analysis,
  type AnalysisRemedy,
  type AnalysisStatement,
  analyse,
  type FailOnWord,
  type FindingSeverity,
  type GradeLetter,
} from './recordings/analysis';
export { type HeldRecording as Recording, loadRecording as readHar, UnreadableRecordingError } from './recordings/recording';
export {
  type LineOutcome,
  type PlainPrediction,
  type RecordingOptions,
  type ReplayedCookie,
  type ReplayedLine,
  type ReplayedRequest,
  replay,
} from './recordings/replayed';
export { type RuleDescription, ruleDescriptions as rules } from './recordings/rule-descriptions';
