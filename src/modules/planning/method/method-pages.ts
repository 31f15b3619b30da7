import { urls } from '../urls.ts'
import { method } from './method-content.ts'

/** Addresses of the guide, the guide itself, then its steps. */
export const methodPages: readonly string[] = [
  urls.guide.href(),
  ...method.steps.map(({ slug }) => urls.guideStep.href({ step: slug })),
]
