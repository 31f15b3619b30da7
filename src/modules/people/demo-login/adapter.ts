import type { Adapter, AdapterPayload } from 'oidc-provider'

const MOST = 1000

type Kept = { payload: AdapterPayload; until: number }

/** What a demo provider remembers of logins under way: in this process, for as long as it says, some thousand at most. */
export function makeMemory(): (model: string) => Adapter {
  const kept = new Map<string, Kept>()

  const find = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    if (found && found.until > Date.now()) return found.payload
    kept.delete(key)
    return undefined
  }
  const findBy = (model: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, { payload }] of kept) if (key.startsWith(`${model}:`) && fits(payload)) return find(key)
    return undefined
  }
  // A function and no class: called for each kind of thing that is remembered.
  return model => ({
    async upsert(id, payload, expiresIn) {
      kept.delete(`${model}:${id}`)
      kept.set(`${model}:${id}`, { payload, until: Date.now() + (expiresIn ?? 600) * 1000 })
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST) break
        kept.delete(oldest)
      }
    },
    find: async id => find(`${model}:${id}`),
    findByUid: async uid => findBy(model, payload => payload.uid === uid),
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = find(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  })
}
