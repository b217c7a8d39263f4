import { catchUp } from './catch-up/catch-up.ts'
import { direct } from './direct/direct.ts'
import { disk } from './disk/disk.ts'
import { idle } from './idle/idle.ts'
import { names } from './names/names.ts'
import { presence } from './presence/presence.ts'
import { registry } from './registry/registry.ts'
import { room } from './room/room.ts'
import { start } from './start/start.ts'
import type { Bench } from './support/bench.ts'

/** In the order of docs/benchmarks.md. */
export const benches = [room, direct, catchUp, start, idle, disk, names, registry, presence] as Bench[]
