// The arrows of docs/architecture.md. `npm run arrows` fails when one is crossed, or when nothing was read at all.
const from = (path, ...forbidden) => ({
  name: `${path} must not import ${forbidden.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${path}/` },
  to: { path: forbidden.map((folder) => `^src/${folder}/`) }
})

const onlyIn = (folder, packages) => ({
  name: `${packages} belongs to ${folder} alone`,
  severity: 'error',
  from: { path: '^(src|bin)/', pathNot: `^src/${folder}/` },
  to: { path: packages }
})

export default {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    from('protocol', 'net', 'storage', 'crypto', 'node', 'bootstrap', 'cli'),
    from('crypto', 'net', 'storage', 'node', 'bootstrap', 'cli'),
    from('net', 'storage', 'crypto', 'node', 'bootstrap', 'cli'),
    from('storage', 'net', 'crypto', 'node', 'bootstrap', 'cli'),
    from('node', 'bootstrap', 'cli'),
    from('bootstrap', 'node', 'cli'),
    {
      name: 'protocol is pure: no Node import',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'cli knows only the public APIs of node and bootstrap',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        path: '^src/(net|storage|crypto|node/.+|bootstrap/.+)',
        pathNot: '^src/(node|bootstrap)/index\\.ts$'
      }
    },
    {
      name: 'a package that is imported is declared',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { dependencyTypesNot: ['local', 'core', 'npm'] }
    },
    onlyIn('net', 'node_modules/(libp2p|@libp2p|@chainsafe)/'),
    onlyIn('storage', 'node_modules/(level|classic-level|abstract-level)/'),
    onlyIn('cli', 'node_modules/(ink|react|commander)/')
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] }
  }
}
