import type { Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Api } from '../open-data.ts'
import { jsonAnswer } from '../paging/paging.ts'
import { urls } from '../urls.ts'

const versions = { hsds: '3.2', oruk: 'HSDS-UK-3.0' }
const UK_PROFILE = 'https://docs.openreferraluk.org/en/latest/'

/** GET /: what this API is. */
export function showRoot({ baseUrl }: Context<'GET', undefined, undefined, undefined>, api: Api): Result {
  return jsonAnswer({
    version: versions[api.name],
    profile: api.name === 'oruk' ? UK_PROFILE : baseUrl + urls.profile.href(),
    openapi_url: baseUrl + urls.openapi.href(),
    description: 'Tilbud til barn, unge og familier i Norge. Åpent for alle, uten nøkkel.',
    data_guide: baseUrl + urls.docs.href(),
    publisher: { name: 'Nettungen', website: baseUrl },
  })
}
