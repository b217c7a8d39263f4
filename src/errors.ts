/**
 * Every error that Starling throws on purpose. `name` and `code` are stable; the message is a sentence that says what
 * is wrong and what to do next. docs/troubleshooting.md lists them.
 */
export class StarlingError extends Error {
  readonly code: string = 'STARLING'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

// ---- Network

/** Nobody answered at any address of a peer or server. */
export class UnreachableError extends StarlingError {
  override readonly code = 'UNREACHABLE'
}

/** Somebody answered, but with another peer id than the address promised. */
export class WrongPeerError extends StarlingError {
  override readonly code = 'WRONG_PEER'
}

/** The other side does not speak the protocol that was asked for. */
export class UnsupportedError extends StarlingError {
  override readonly code = 'UNSUPPORTED'
}

/** The stream ended or was reset before the work was done. */
export class ClosedError extends StarlingError {
  override readonly code = 'CLOSED'
}

/** The other side sent bytes that break the protocol. */
export class FrameError extends StarlingError {
  override readonly code = 'FRAME'
}
