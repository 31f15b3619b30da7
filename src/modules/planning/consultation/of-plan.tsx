import type { VNode } from 'preact'
import type { Tx } from '#platform/db/sql.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { consultationLines } from './consultation-lines.ts'
import { listConsultations, listStatements } from './consultation.store.ts'
import { ConsultationsOfPlan } from './of-plan.view.tsx'

/** The consultations of a plan as lines, for its file. */
export async function consultationLinesOf(tx: Tx, planId: string, locale: Locale): Promise<string[][]> {
  const consultations = await listConsultations(tx, planId)
  const statements = await listStatements(
    tx,
    consultations.map(({ id }) => id),
  )
  return consultationLines(consultations, statements, locale)
}

/** The part about consultations on the page of a plan. Null: there are none. @param day today, `YYYY-MM-DD` */
export async function consultationsOf(tx: Tx, planId: string, day: string): Promise<VNode | null> {
  const consultations = await listConsultations(tx, planId)
  if (consultations.length === 0) return null
  const statements = await listStatements(
    tx,
    consultations.map(({ id }) => id),
  )
  return <ConsultationsOfPlan {...{ planId, consultations, statements }} today={day} />
}
