import { json, type Result } from '#platform/http/result.ts'
import { demoPeople } from '../demo/people.ts'

/** The persons of the demonstration, for those who try it out by a program. */
export function listDemoPersons(): Result {
  return json(demoPeople().map(({ key, name, title }) => ({ key, name, role: title.nb })))
}
