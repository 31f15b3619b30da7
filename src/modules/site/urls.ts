import { url } from '#platform/http/url.ts'

export const urls = {
  front: url('/'),
  help: url('/hjelp'),
  about: url('/om'),
  privacy: url('/personvern'),
  accessibility: url('/tilgjengelighet'),
  openData: url('/apne-data'),
  sitemap: url('/sitemap.xml'),
  robots: url('/robots.txt'),
  components: url('/demo/komponenter'),
}
