import module from 'node:module'
import { cacheDirectory } from './directories.ts'

// Half of what a start takes is compiling. In a directory of the user's own: what is in it is run.
module.enableCompileCache(cacheDirectory())
