import { catalogueUrls } from '#modules/catalogue/index.ts'
import { url } from '#platform/http/url.ts'

export const urls = {
  front: url('/'),
  // Written where the pages are that lead there most.
  help: catalogueUrls.help,
  about: url('/om'),
  privacy: url('/personvern'),
  accessibility: url('/tilgjengelighet'),
  openData: url('/apne-data'),
  sitemap: url('/sitemap.xml'),
  robots: url('/robots.txt'),
  components: url('/demo/komponenter'),
  workDesk: catalogueUrls.workDesk,
  failedJobs: url('/arbeid/admin/jobber'),
  demoPost: url('/demo/post'),
  demoMail: url('/demo/post/:id'),
}
