/** Short codes: one code point each, old enough that terminals agree on its width. */
const table = `
smile 😄  grin 😁  joy 😂  wink 😉  blush 😊  heart_eyes 😍  kiss 😘  tongue 😛  cool 😎  thinking 🤔
neutral 😐  smirk 😏  unamused 😒  sweat 😅  relieved 😌  sleepy 😴  sad 😢  sob 😭  angry 😠  rage 😡
scream 😱  flushed 😳  shrug 🤷  facepalm 🤦  hug 🤗  party 🎉  confetti 🎊  cake 🎂  gift 🎁  heart ❤
broken_heart 💔  star ⭐  sparkles ✨  fire 🔥  boom 💥  zap ⚡  rainbow 🌈  sun 🌞  moon 🌙  snow ❄
ok 👌  thumbsup 👍  thumbsdown 👎  clap 👏  wave 👋  pray 🙏  muscle 💪  raised_hands 🙌  point_up ☝
eyes 👀  brain 🧠  robot 🤖  ghost 👻  skull 💀  poop 💩  cat 🐱  dog 🐶  bird 🐦  penguin 🐧  bug 🐛
snake 🐍  crab 🦀  coffee ☕  beer 🍺  wine 🍷  pizza 🍕  taco 🌮  apple 🍎  rocket 🚀  car 🚗  bike 🚲
house 🏠  clock 🕐  hourglass ⏳  bulb 💡  memo 📝  book 📖  link 🔗  lock 🔒  key 🔑  bell 🔔  mag 🔍
wrench 🔧  hammer 🔨  package 📦  computer 💻  phone 📱  warning ⚠  check ✅  cross ❌  question ❓
exclamation ❗  hundred 💯  music 🎵  trophy 🏆  dart 🎯  dice 🎲  earth 🌍
`

/** By short code. */
export const emoji: ReadonlyMap<string, string> = new Map(
  Array.from(table.matchAll(/(\w+) (\S+)/g), ([, code, picture]) => [code!, picture!])
)
