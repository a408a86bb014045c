import { resolve } from 'node:path'

export const homeOf = (env: NodeJS.ProcessEnv): string => resolve(env['PEACEOPS_HOME'] || 'peaceops-data')
