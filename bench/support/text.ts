const words = (
  'starling flock dusk roost reed wind hawk turn wave thousand neighbour seven follow close river cloud evening ' +
  'winter north berry worm grass roof wire tower whistle mimic speckle iridescent purple green feather nest egg'
).split(' ')

/** So many bytes of words, different each time: text that is always the same is compressed to nothing. */
export function someText(size: number): string {
  let text = ''
  while (text.length < size) text += `${words[Math.floor(Math.random() * words.length)]} `
  return text.slice(0, size)
}
