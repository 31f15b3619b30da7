import { route, type Route } from '#platform/http/route.ts'
import type { WorkLink } from '#platform/auth/work-link.ts'
import type { Geography } from '#modules/areas/index.ts'
import { exportServices, ExportParams, showExports } from '../export/export.tsx'
import { urls } from '../urls.ts'
import { LARGEST_FILE_MB } from './file/kind.ts'
import { importServices } from './import-policy.ts'
import { messages } from './messages.ts'
import { EndForm, ImportForm, ImportParams, MappingForm, StartForm } from './order/order.schema.ts'
import { cancelImport, readAgain, sendImport, showImport, showImports, startImport } from './order/order.tsx'

/** The way in from the work desk. */
export const importLink: WorkLink = {
  label: messages.title,
  path: urls.imports.href(),
  permission: importServices,
}

/** Services in and out by file. */
export function importRoutes(geography: Geography): Route[] {
  const permission = importServices
  return [
    route({ method: 'GET', path: urls.imports.template, permission, handle: showImports }),
    route({
      method: 'POST',
      path: urls.imports.template,
      permission,
      // One byte more, so that a file which is just too large is refused in words.
      upload: { limitBytes: LARGEST_FILE_MB * 1024 * 1024 + 1 },
      body: ImportForm,
      handle: sendImport,
    }),
    route({
      method: 'GET',
      path: urls.import.template,
      permission,
      params: ImportParams,
      handle: c => showImport(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.importReading.template,
      permission,
      params: ImportParams,
      body: MappingForm,
      handle: c => readAgain(c, geography),
    }),
    route({
      method: 'POST',
      path: urls.importStart.template,
      permission,
      params: ImportParams,
      body: StartForm,
      handle: startImport,
    }),
    route({
      method: 'POST',
      path: urls.importEnd.template,
      permission,
      params: ImportParams,
      body: EndForm,
      handle: cancelImport,
    }),
    route({ method: 'GET', path: urls.exports.template, permission, handle: showExports }),
    route({
      method: 'GET',
      path: urls.exportFile.template,
      permission,
      params: ExportParams,
      handle: c => exportServices(c, geography),
    }),
  ]
}
