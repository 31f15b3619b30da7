import { roleNames, type MyNamedRole, type RoleName } from '#modules/organizations/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { messages } from '../messages.ts'

type WorkDeskProps = { title: string; kind: 'citizen' | 'employee'; roles: MyNamedRole[] }

/** Who one is here. */
export function WorkDesk({ title, kind, roles }: WorkDeskProps) {
  const { t, text, local } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
      </div>
      {kind === 'citizen' ? (
        <Empty title={text(messages.workDeskCitizen)}>{text(messages.workDeskCitizenText)}</Empty>
      ) : roles.length === 0 ? (
        <Empty title={text(messages.workDeskNoRoles)}>{text(messages.workDeskNoRolesText)}</Empty>
      ) : (
        <section class="stack stack-close">
          <h2>{t(messages.workDeskRoles)}</h2>
          <ul>
            {roles.map(({ role, organization, unit }, index) => (
              <li key={index}>
                {t(roleNames[role as RoleName])}, {unit && <>{local(unit)}, </>}
                {local(organization)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
