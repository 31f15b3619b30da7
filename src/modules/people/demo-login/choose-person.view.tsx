import { Choices } from '#ui/choices/choices.tsx'

export type ChoosePersonProps = {
  title: string
  stylesheet: string
  action: string
  persons: { key: string; name: string; title: string }[]
}

/**
 * The page of a demo provider: another site than Nettungen, in bokmål as the real ones are at first. A plain form whose buttons say who
 * one is.
 */
export function ChoosePerson({ title, stylesheet, action, persons }: ChoosePersonProps) {
  return (
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Demonstrasjon`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="data:," />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main>
          <div>
            <div class="page-head">
              <h1 class="page-title">{title}</h1>
              <p class="lead">
                Her ville ID-porten eller arbeidsplassen din ha spurt hvem du er. I demonstrasjonen velger du
                en oppdiktet person.
              </p>
            </div>
            <form method="post" action={action} class="stack">
              <Choices
                label="Personer"
                name="person"
                items={persons.map(person => ({
                  value: person.key,
                  label: person.name,
                  detail: person.title,
                }))}
              />
              <p>
                <button class="ds-button" data-variant="secondary" type="submit" name="avbryt" value="ja">
                  Avbryt
                </button>
              </p>
            </form>
          </div>
        </main>
      </body>
    </html>
  )
}
