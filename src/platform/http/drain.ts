import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Ends the connections of a server that closes. */
export type Drain = {
  /** From now on: connections on which nothing is asked end at once, the others after their answer. */
  begin(): void
  /** Ends all that are left. */
  force(): void
}

/**
 * Follows the connections of a server, so that closing it waits for answers and for nothing else. Node by itself waits
 * up to a minute for browsers that have opened a connection and asked nothing yet, as they do in advance.
 */
export function drainOf(server: Server): Drain {
  const sockets = new Set<Socket>()
  const answering = new Set<Socket>()
  let draining = false

  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      answering.delete(socket)
    })
    if (draining) socket.destroy()
  })
  server.on('request', ({ socket }, response) => {
    answering.add(socket)
    response.on('close', () => {
      answering.delete(socket)
      if (draining) socket.end()
    })
  })

  return {
    begin() {
      draining = true
      for (const socket of sockets) if (!answering.has(socket)) socket.destroy()
    },
    force() {
      for (const socket of sockets) socket.destroy()
    },
  }
}
