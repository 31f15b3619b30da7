import type { Message } from '#platform/i18n/messages.ts'
import { messages, reportMessages } from './messages.ts'
import {
  ALL_AGES,
  LOCAL,
  type Choice,
  type OwnerLevel,
  type Reach,
  type ReportName,
} from './report.schema.ts'

/** What a report is called, what it counts, and which of the choices are its own rows, so that they choose nothing there. */
type ReportKind = { title: Message; lead: Message; rows: readonly (keyof Choice)[] }

export const reportKinds: Record<ReportName, ReportKind> = {
  oversikt: {
    title: reportMessages.oversiktTitle,
    lead: reportMessages.oversiktLead,
    rows: ['bekreftet', 'medvirkning', 'evaluert'],
  },
  medvirkning: {
    title: reportMessages.medvirkningTitle,
    lead: reportMessages.medvirkningLead,
    rows: ['medvirkning'],
  },
  evaluering: {
    title: reportMessages.evalueringTitle,
    lead: reportMessages.evalueringLead,
    rows: ['evaluert'],
  },
  bekreftelse: {
    title: reportMessages.bekreftelseTitle,
    lead: reportMessages.bekreftelseLead,
    rows: ['bekreftet'],
  },
  rom: { title: reportMessages.romTitle, lead: reportMessages.romLead, rows: ['rom'] },
  eierniva: { title: reportMessages.eiernivaTitle, lead: reportMessages.eiernivaLead, rows: ['eierniva'] },
  eier: { title: reportMessages.eierTitle, lead: reportMessages.eierLead, rows: ['eier'] },
  malgruppe: {
    title: reportMessages.malgruppeTitle,
    lead: reportMessages.malgruppeLead,
    rows: ['malgruppe'],
  },
  alder: { title: reportMessages.alderTitle, lead: reportMessages.alderLead, rows: ['alder'] },
  'per-1000': {
    title: reportMessages.perThousandTitle,
    lead: reportMessages.perThousandLead,
    rows: ['alder', 'rekkevidde'],
  },
  tilbud: { title: reportMessages.tilbudTitle, lead: reportMessages.tilbudLead, rows: [] },
}

export const reachNames: Record<Reach | typeof LOCAL, Message> = {
  en: messages.one,
  flere: messages.several,
  fylke: messages.county,
  land: messages.country,
  [LOCAL]: messages.local,
}

export const ownerLevelNames: Record<OwnerLevel, Message> = {
  state: messages.state,
  region: messages.region,
  county: messages.countyOwner,
  municipality: messages.municipality,
  voluntary: messages.voluntary,
  private: messages.private,
}

export const answerNames = { ja: messages.yes, nei: messages.no, ukjent: messages.unknown }

export const confirmedNames = {
  ja: messages.confirmedInTime,
  nei: messages.late,
  lenge: messages.lateLong,
  aldri: messages.never,
}

/** Inhabitants of a band of age. */
export const bandPopulations: Record<
  string,
  readonly ('age0To5' | 'age6To12' | 'age13To19' | 'age20To24')[]
> = {
  '0-5': ['age0To5'],
  '6-12': ['age6To12'],
  '13-19': ['age13To19'],
  '20-24': ['age20To24'],
  [ALL_AGES]: ['age0To5', 'age6To12', 'age13To19', 'age20To24'],
}
