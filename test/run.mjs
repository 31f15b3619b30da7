// What `npm test` starts. Without `--import tsx`, which the processes of tests would inherit: they run bundles.
await import('tsx')
await import('./run.ts')
