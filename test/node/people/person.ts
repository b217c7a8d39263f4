import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  accountIdOf,
  certificateLife,
  concatBytes,
  domain,
  readEntry,
  signCertificate,
  signEntry
} from '../../../src/protocol/index.ts'
import { Entry, SignedEntry } from '../../../src/protocol/pb/account.ts'
import type { AccountEntry, EntryFields, NameCertificate } from '../../../src/protocol/index.ts'
import type { TestRegistry } from '../support/accounts.ts'

const newKey = (): Uint8Array => crypto.publicKey(crypto.randomBytes(32))

/** An account with its log, and a registry that certifies whatever it is asked to. */
export class Person {
  readonly name: string
  readonly #registry: TestRegistry
  readonly #seed: Uint8Array
  /** The newest. */
  entry: AccountEntry

  static async make(registry: TestRegistry, name: string, devices = [newKey()]): Promise<Person> {
    const seed = crypto.randomBytes(32)
    const accountKey = crypto.publicKey(seed)
    const entry = await signEntry(crypto, seed, {
      account: accountIdOf(crypto, accountKey),
      number: 1,
      previous: new Uint8Array(),
      time: Date.now(),
      accountKey,
      devices,
      backup: crypto.randomBytes(32)
    })
    return new Person(registry, name, seed, (await readEntry(crypto, entry))!)
  }

  private constructor(registry: TestRegistry, name: string, seed: Uint8Array, entry: AccountEntry) {
    this.#registry = registry
    this.name = name
    this.#seed = seed
    this.entry = entry
  }

  get id(): Uint8Array {
    return this.entry.account
  }

  get devices(): Uint8Array[] {
    return this.entry.devices
  }

  /** The next entry; with one device more, unless said otherwise. */
  async append(changed: Partial<EntryFields> = {}): Promise<AccountEntry> {
    this.entry = await this.#sign({ ...this.#next(), ...changed })
    return this.entry
  }

  /** Another entry of the newest one's number. */
  fork(changed: Partial<EntryFields>): Promise<AccountEntry> {
    return this.#sign({ ...this.entry, ...changed })
  }

  /** The same account in a world where another entry is its newest. */
  forkedBy(entry: AccountEntry): Person {
    return new Person(this.#registry, this.name, this.#seed, entry)
  }

  /** The account after an entry with a new account key. This one goes on with the old key, as a thief would. */
  async rotated({ without }: { without?: 'the old signature' } = {}): Promise<Person> {
    const seed = crypto.randomBytes(32)
    const entry = Entry.encode({ ...this.#next(), accountKey: crypto.publicKey(seed) })
    const input = concatBytes(domain('entry'), entry)
    const signature = await crypto.sign(seed, input)
    const previousSignature = await crypto.sign(this.#seed, input)
    const bytes = SignedEntry.encode({
      entry,
      signature,
      ...(without === undefined && { previousSignature })
    })
    return new Person(this.#registry, this.name, seed, (await readEntry(crypto, bytes))!)
  }

  /** The registry's word, now and over the newest entry unless said otherwise. */
  certificate(changed: Partial<NameCertificate> = {}): Promise<Uint8Array> {
    const issued = changed.issued ?? Date.now()
    return signCertificate(crypto, this.#registry.seed, {
      registry: this.#registry.id,
      username: this.name,
      account: this.id,
      entryNumber: this.entry.number,
      entryHash: this.entry.hash,
      issued,
      expires: issued + certificateLife,
      leaf: 0,
      ...changed
    })
  }

  #next(): EntryFields {
    const { account, number, hash, time, accountKey, devices, backup } = this.entry
    const fields = { account, number: number + 1, previous: hash, time: time + 1, accountKey, backup }
    return { ...fields, devices: [...devices, newKey()] }
  }

  async #sign(fields: EntryFields): Promise<AccountEntry> {
    return (await readEntry(crypto, await signEntry(crypto, this.#seed, fields)))!
  }
}
