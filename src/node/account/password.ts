import { WeakPasswordError } from '../../errors.ts'

/** zxcvbn's scale: 3 withstands an offline guesser with the registry's secret for a long while. */
const leastScore = 3
/** Longer passwords are as strong as their beginning, and take longer to judge. */
const judgedLength = 100

/** @throws WeakPasswordError, with what makes it weak and what would help */
export async function checkPassword(password: string, username: string): Promise<void> {
  loading ??= loadJudge()
  const judge = await loading
  const { score, feedback } = await judge.checkAsync(password.slice(0, judgedLength), [username, 'starling'])
  if (score >= leastScore) return
  const advice = [feedback.warning, ...feedback.suggestions].filter((text) => text).join(' ')
  throw new WeakPasswordError(
    `This password is too easy to guess. ${advice || 'Use four or more unrelated words.'}`
  )
}

let loading: ReturnType<typeof loadJudge> | undefined

/** The word lists take a while to load, and only a registration needs them. */
async function loadJudge() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en')
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations
  })
}
