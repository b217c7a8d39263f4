/** The address as it is opened and shown, or undefined where it is not plain http or https. */
export function httpUrl(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  const { protocol, hostname, href } = new URL(address)
  // The URL parser leaves ASCII only, so names in look-alike letters show as xn--.
  return /^https?:$/.test(protocol) && hostname !== '' && /^[!-~]+$/.test(href) ? href : undefined
}

/** OSC 8: a link that the terminal opens. `id` joins the pieces of one that was wrapped. */
export const hyperlink = (text: string, url: string): string =>
  `\x1b]8;id=${linkId(url)};${url}\x1b\\${text}\x1b]8;;\x1b\\`

function linkId(url: string): string {
  let hash = 0
  for (let index = 0; index < url.length; index++) hash = (Math.imul(hash, 31) + url.charCodeAt(index)) | 0
  return (hash >>> 0).toString(36)
}
