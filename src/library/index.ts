export * from './engine';
export * from './recordings';
