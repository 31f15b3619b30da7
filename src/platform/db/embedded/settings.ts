/**
 * Settings of the server, fit for two cores and little memory beside the program itself. The caller's win.
 */
export function serverSettings(overrides: Record<string, string> = {}): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    // a parallel query takes at most both cores, and those of other requests wait less
    max_parallel_workers_per_gather: '1',
    max_parallel_workers: '2',
    autovacuum_max_workers: '2',
    io_workers: '1',
    // compiling costs more than our short queries
    jit: 'off',
    random_page_cost: '1.1',
    // "try" has killed servers in containers that show huge pages and do not allow them
    huge_pages: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // a query whose client is gone ends
    client_connection_check_interval: '5s',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    // rows of people must not reach the log: no "Failing row contains", no statement, no parameter
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...overrides,
  }
}

/** The arguments of the server program. */
export function serverArguments(
  dataFolder: string,
  settings: Record<string, string>,
  port: number,
): string[] {
  return ['-D', dataFolder, ...asArguments({ ...settings, port: String(port) })]
}

/** Settings as arguments of the program. */
export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
