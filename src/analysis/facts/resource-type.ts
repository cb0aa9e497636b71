/** What a request is for, in the same words for both browsers. */
export type ResourceType =
  | 'document'
  | 'subdocument'
  | 'stylesheet'
  | 'script'
  | 'image'
  | 'font'
  | 'media'
  | 'object'
  | 'fetch'
  | 'ping'
  | 'csp-report'
  | 'websocket'
  | 'other';
