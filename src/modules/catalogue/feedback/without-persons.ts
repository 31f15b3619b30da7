/**
 * Takes out of a text what could tell who somebody is and can be told by its shape: birth numbers, phone numbers, mail
 * addresses and links. Names cannot be told so; the form asks people to leave them out.
 */
export function withoutPersons(text: string): string {
  return text
    .replace(/[^\s@<>()]+@[^\s@<>()]+/g, '[fjernet]')
    .replace(/https?:\/\/\S+/gi, '[fjernet]')
    .replace(/\+?\p{Nd}(?:[\s.\-–/]?\p{Nd}){5,}/gu, '[fjernet]')
}
