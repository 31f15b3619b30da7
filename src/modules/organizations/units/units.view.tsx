import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { House, HouseUnit } from '../directory/house.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { PlaceField } from './place-field.view.tsx'
import type { UnitErrors } from './read-unit.ts'
import type { PlacedUnit } from './unit-tree.ts'
import type { UnitForm } from './unit.schema.ts'

export type UnitsPageProps = {
  title: string
  house: House
  all: HouseUnit[]
  /** The open ones, as a tree. */
  tree: PlacedUnit[]
  /** Those she may put a unit below. */
  above: PlacedUnit[]
  whole: boolean
  /** The form that came back. */
  values: Partial<UnitForm>
  errors: UnitErrors
}

export function UnitsPage(props: UnitsPageProps) {
  const { t, text, link, localText } = useLocale()
  const closed = props.all.filter(unit => unit.isClosed)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.lead)}</p>
      </div>
      <Errors errors={props.errors} />
      <div class="stack">
        {props.tree.length > 0 ? (
          <Tree tree={props.tree} />
        ) : (
          <Empty title={text(messages.none)}>{text(messages.noneText)}</Empty>
        )}
        {closed.length > 0 && (
          <Disclosure summary={t(messages.closed, { n: closed.length })}>
            <ul>
              {closed.map(unit => (
                <li key={unit.id}>{localText(unit.name)}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Box title={text(messages.new)}>
          <form method="post" action={link(urls.units.href({ id: props.house.id }))} class="stack">
            <Fields {...props} moves />
            <Button>{t(messages.add)}</Button>
          </form>
        </Box>
      </div>
    </div>
  )
}

/** The tree as lists within lists. */
function Tree({ tree }: { tree: PlacedUnit[] }) {
  const { link, localText } = useLocale()
  const top = tree[0]?.depth ?? 0
  const starts = tree.flatMap((unit, index) => (unit.depth === top ? [index] : []))
  return (
    <ul>
      {starts.map((start, n) => {
        const unit = tree[start]!
        const below = tree.slice(start + 1, starts[n + 1])
        return (
          <li key={unit.id}>
            {unit.isMine ? (
              <a class="more" href={link(urls.unit.href({ id: unit.id }))}>
                {localText(unit.name)}
              </a>
            ) : (
              localText(unit.name)
            )}
            {below.length > 0 && <Tree tree={below} />}
          </li>
        )
      })}
    </ul>
  )
}

export type UnitPageProps = UnitsPageProps & {
  own: HouseUnit
  /** May she move it and change more than its name? */
  moves: boolean
  /** Why it cannot be closed. */
  closing?: Message
}

export function UnitPage(props: UnitPageProps) {
  const { t, text, link } = useLocale()
  const { own, values, closing } = props
  const filled: Partial<UnitForm> = {
    navn: own.name.nb ?? '',
    navn_nn: own.name.nn ?? '',
    navn_en: own.name.en ?? '',
    under: own.parentId ?? '',
    telefon: own.phone ?? '',
    nettside: own.website ?? '',
    ...values,
  }
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
      </div>
      <Errors errors={props.errors} />
      {closing && <ErrorSummary errors={[{ href: '#nedleggelse', text: text(closing) }]} />}
      {own.isClosed ? (
        <Notice kind="info" title={text(messages.isClosed)} />
      ) : (
        <div class="stack">
          {!props.moves && <p>{t(messages.onlyName)}</p>}
          <form method="post" action={link(urls.unit.href({ id: own.id }))} class="stack">
            <Fields {...props} values={filled} />
            <Button>{t(messages.save)}</Button>
          </form>
          <div id="nedleggelse">
            <Box title={text(messages.close)}>
              <p>{t(messages.closeText)}</p>
              <form method="post" action={link(urls.unitClosing.href({ id: own.id }))}>
                <Button kind="danger">{t(messages.close)}</Button>
              </form>
            </Box>
          </div>
        </div>
      )}
    </div>
  )
}

function Errors({ errors }: { errors: UnitErrors }) {
  const { text } = useLocale()
  return (
    <ErrorSummary
      errors={Object.entries(errors).map(([field, error]) => ({ href: `#${field}`, text: text(error) }))}
    />
  )
}

type FieldsProps = Pick<UnitsPageProps, 'house' | 'above' | 'all' | 'whole' | 'values' | 'errors'> & {
  moves: boolean
}

function Fields({ house, above, whole, values, errors, moves }: FieldsProps) {
  const { text } = useLocale()
  const field = (name: keyof UnitForm) => ({
    id: name,
    name,
    value: values[name] ?? '',
    ...(errors[name] && { error: text(errors[name]) }),
  })
  return (
    <>
      <Field {...field('navn')} label={text(messages.nameNb)} />
      <Field {...field('navn_nn')} label={text(messages.nameNn)} hint={text(messages.optional)} />
      <Field {...field('navn_en')} label={text(messages.nameEn)} hint={text(messages.optional)} />
      {moves && (
        <>
          <PlaceField
            name="under"
            label={text(messages.parent)}
            organization={whole ? house.name : null}
            units={above}
            value={values.under ?? ''}
            {...(errors.under && { error: text(errors.under) })}
          />
          <Field
            {...field('telefon')}
            type="tel"
            label={text(messages.phone)}
            hint={text(messages.optional)}
          />
          <Field
            {...field('nettside')}
            type="url"
            label={text(messages.website)}
            hint={text(messages.optional)}
          />
        </>
      )}
    </>
  )
}
