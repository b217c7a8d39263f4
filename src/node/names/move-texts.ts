import type { Leaving, Move } from './moves.ts'

const day = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** What the person is told of a name that leaves its account. */
export function leavingText(name: string, isOwn: boolean, { from, isByOperator }: Leaving): string {
  if (!isByOperator) return `${name} gave that name up. Whoever has it from ${day(from)} on is somebody else.`
  return isOwn
    ? `The registry’s operator takes the name ${name} from your account on ${day(from)}: somebody says that it was lost. ` +
        'Keep it: /cancel-reset, or "starling cancel-reset".'
    : `The registry’s operator takes the name ${name} from its account on ${day(from)}: somebody says that ${name} lost it. ` +
        'Ask them on another way whether that is so.'
}

/** What the person is told of the other moves. */
export function moveText(
  name: string,
  isOwn: boolean,
  move: Exclude<Move, 'taken-away' | 'given-up'>
): string {
  switch (move) {
    case 'kept':
      return `${isOwn ? 'You keep the name' : 'The account that you know keeps the name'} ${name}: one of its devices said so.`
    case 'gone':
      return isOwn
        ? `The name ${name} belongs to another account now, as was announced.`
        : `The name ${name} belongs to another account now, as was announced: take it for somebody else until you know ` +
            `better. The one whom you knew is shown as "${name} (former)".`
    case 'stolen':
      return (
        `The registry gave ${isOwn ? 'your name' : 'the name'} ${name} to another account: whoever uses it from ` +
        `now on is not ${isOwn ? 'you' : 'the person whom you know'}. Ask the registry’s operator, and tell the others.`
      )
  }
}

/** What the person of an account is told whose name has gone. */
export const namelessText = (name: string): string =>
  `This account has no name any more: it gave up ${name}, or lost it. What is stored here can still be read; nothing is ` +
  'sent or received. To go on, register in a new profile: "starling register NAME --profile DIR".'
