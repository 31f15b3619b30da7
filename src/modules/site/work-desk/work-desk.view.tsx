import { roleNames, type MyNamedRole, type RoleName } from '#modules/organizations/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { messages } from '../messages.ts'

/** Who one is here. */
export function WorkDesk({ title, roles }: { title: string; roles: MyNamedRole[] }) {
  const { t, text, local } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
      </div>
      {roles.length === 0 ? (
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
