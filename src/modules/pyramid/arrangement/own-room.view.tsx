import type { GeoArea } from '#modules/areas/index.ts'
import { levels, rooms as nationalRooms } from '#modules/catalogue/index.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Checkboxes, Field, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { urls } from '../urls.ts'
import type { OwnRoomForm } from './arrangement.schema.ts'
import { Sent } from './arrangement.view.tsx'
import { messages } from './messages.ts'
import type { EditedRoom, FormError } from './own-room.ts'

type OwnRoomPageProps = {
  title: string
  area: GeoArea
  edited: EditedRoom
  form: OwnRoomForm
  errors: readonly FormError[]
  /** Somebody else has changed the rooms meanwhile. */
  isStale: boolean
}

/** A new name for a national room, or all there is to say of one of the municipality's own. */
export function OwnRoomPage({ title, area, edited, form, errors, isStale }: OwnRoomPageProps) {
  const { t, text, local, localText, link } = useLocale()
  const errorOf = (field: keyof OwnRoomForm) => {
    const found = errors.find(error => error.field === field)
    return found && { error: text(found.message) }
  }
  const line = (
    field: 'navn' | 'navn_nn' | 'navn_en',
    label: Message,
    more: { hint?: string; required?: boolean } = {},
  ) => <Field id={field} name={field} label={text(label)} value={form[field]} {...more} {...errorOf(field)} />
  const lines = (field: 'tekst' | 'tekst_nn' | 'tekst_en', label: Message) => (
    <TextArea id={field} name={field} label={text(label)} rows={3} value={form[field]} {...errorOf(field)} />
  )
  return (
    <div class="stack">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">
          {edited.isOwn ? t(messages.ownLead) : t(messages.renameLead, { place: area.distinctName })}
        </p>
        {edited.isOwn && <p>{t(messages.level, { level: localText(levels.get(edited.level)?.name) })}</p>}
      </div>
      <ErrorSummary
        errors={errors.map(({ field, message }) => ({ href: `#${field}`, text: text(message) }))}
      />
      {isStale && <Notice kind="warning">{text(messages.staleForm)}</Notice>}
      <form
        method="post"
        action={link(urls.ownRoom.href({ code: area.code, room: edited.code }))}
        class="stack"
        noValidate
      >
        <Sent revision={form.utgave} submission={form.innsending} />
        <input type="hidden" name="niva" value={edited.level} />
        {line('navn', messages.name, { hint: text(messages.nameHint), required: edited.isOwn })}
        {line('navn_nn', messages.nameNn)}
        {line('navn_en', messages.nameEn)}
        {edited.isOwn && (
          <>
            {lines('tekst', messages.text)}
            {lines('tekst_nn', messages.textNn)}
            {lines('tekst_en', messages.textEn)}
            {edited.offered.length > 0 && (
              <Checkboxes
                legend={text(messages.parts)}
                name="deler"
                options={edited.offered.map(code => ({
                  value: code,
                  label: localText(nationalRooms.get(code)?.name),
                }))}
                values={form.deler}
                {...errorOf('deler')}
              />
            )}
          </>
        )}
        <p class="row">
          <Button>{t(messages.save)}</Button>
          <a href={link(urls.arrangement.href({ omrade: area.code }))}>{t(messages.cancel)}</a>
        </p>
      </form>
      {edited.national && <p class="quiet">{local(nationalRooms.get(edited.code)?.responsibility)}</p>}
    </div>
  )
}
