import type { Field } from './form.tsx'

export const name: Field = {
  label: 'Name',
  clean: (text) => text.toLowerCase().replaceAll(' ', '_'),
  check: ([text = '']) => ({ ok: /^[a-z0-9_]{3,20}$/.test(text), hint: nameHint(text) })
}

function nameHint(text: string): string {
  if (/[^a-z0-9_]/.test(text)) return 'only a-z, 0-9 and _'
  if (text.length > 20) return 'at most 20 characters'
  return text.length >= 3 ? '' : '3 to 20 of a-z, 0-9 and _'
}

/** `at` is the field's place in its form. */
export const password = (at: number, label: string, hint: string): Field => ({
  label,
  secret: true,
  check: (values) => ({ ok: (values[at] ?? '') !== '', hint })
})

/** The password at `at`, typed again in the next field. */
export const again = (at: number): Field => ({
  label: 'Once more',
  secret: true,
  check: (values) => {
    const [first = '', second = ''] = values.slice(at)
    const ok = first === second && second !== ''
    return { ok, hint: ok || second === '' ? '' : 'not the same yet' }
  }
})

export const code = (at: number): Field => ({
  label: 'Recovery code',
  check: (values) => {
    const words = (values[at] ?? '').split(' ').filter((word) => word !== '').length
    return { ok: words === 12, hint: words === 12 ? '' : `12 words; these are ${words}` }
  }
})
