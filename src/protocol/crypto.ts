/** A value now, or a promise of it: native code answers at once, WebCrypto later. Callers always `await`. */
export type Awaitable<T> = T | Promise<T>

/**
 * The primitives that Starling is built on, handed to whatever needs them: native on Node (`src/crypto`), pure
 * JavaScript where there is nothing native (`noble.ts`). Keys are raw bytes; an Ed25519 private key is its 32-byte seed.
 */
export interface Crypto {
  /** From a source fit for keys. */
  randomBytes(length: number): Uint8Array
  /** SHA-256 over the parts, one after the other: 32 bytes. */
  sha256(...parts: Uint8Array[]): Uint8Array
  /** SHA-512 over the parts: 64 bytes. */
  sha512(...parts: Uint8Array[]): Uint8Array
  /** HMAC-SHA-256: 32 bytes. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array
  /** HKDF-SHA-256 without salt; `info` is the domain, as in `starling/backup/v1`. 32 bytes. */
  hkdf(secret: Uint8Array, info: string): Uint8Array
  /** The Ed25519 public key of a seed. */
  publicKey(seed: Uint8Array): Uint8Array
  /** Ed25519: 64 bytes. */
  sign(seed: Uint8Array, message: Uint8Array): Awaitable<Uint8Array>
  /**
   * RFC 8032 without cofactor: S < L, A encoded canonically, and the bytes of [S]B - [k]A equal R; neither A nor R of
   * small order. test/vectors/ed25519.json has the odd cases. Never throws.
   */
  verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Awaitable<boolean>
  /** Whether the bytes are a point of the prime-order subgroup. Any other account or device key is refused. */
  isSoundKey(key: Uint8Array): boolean
  /** XChaCha20-Poly1305 under a fresh nonce: nonce (24) || ciphertext. */
  seal(key: Uint8Array, data: Uint8Array, associated: Uint8Array): Uint8Array
  /** The data, or undefined where key, bytes or associated data are not those of `seal`. */
  open(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined
}
