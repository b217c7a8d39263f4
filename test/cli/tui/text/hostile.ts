import fc from 'fast-check'

/** Characters that do something to a terminal, or to the eye. Joiners may stand inside words of some scripts. */
export const forbidden = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

const nasty = [
  ...[
    '\x1b[31m',
    '\x1b]8;;http://evil\x1b\\',
    '\x1b]0;title\x07',
    '\x9b2J',
    '\x90q\x9c',
    '\x07',
    '\r',
    '\n',
    '\t'
  ],
  ...['\u202e', '\u2066', '\u2069', '\u061c', '\u200b', '\u200d', '\u200c', '\ufeff', '\u00ad', '\u2028'],
  ...['👍🏽', '👩‍💻', '👨‍👩‍👧‍👦', '❤️', '1️⃣', '🇫🇷', '🇫', '🫨', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\ud83d', '\udc4d', '🏽'],
  ...[
    'e\u0301\u0301\u0301\u0301\u0301\u0301',
    '\u0301',
    '日本語',
    'ｱﾞ',
    '한국어',
    'ᄀᄀ가',
    'हिन्दी',
    'ไทยก็',
    'می‌خواهم'
  ],
  ...[
    '**',
    '*',
    '~~',
    '`',
    '```\n',
    '> ',
    '- ',
    '1. ',
    '||',
    '[a](http://b.c)',
    '<b>',
    '&#27;',
    '\\',
    '@alice',
    '#lobby'
  ],
  ...[
    'https://example.org/%1b%5b31m%e2%80%ae',
    '<https://x.y/%07>',
    '[x](<https://e.v/\u202e>)',
    '!',
    ' ',
    '  ',
    'word'
  ]
]

/** Texts as somebody would write them who wants to break the screen. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 6 }), fc.string()), {
    maxLength: 30
  })
  .map((parts) => parts.join(''))
