/** A record on its way, whole. Gossip, streams and mailboxes carry nothing larger. */
export const maxPacket = 64 * 1024
/** Text of one message, UTF-8 bytes: leaves room in a packet for header, entry and certificate. */
export const maxText = 16 * 1024
/** Content of an op. */
export const maxOp = 4 * 1024
/** Closes by one account that count in a conversation: of more, those with the smallest ids. */
export const maxCloses = 256
/** Entries that anybody reads of an account's log: far more than a person's devices and passwords ever make. */
export const maxLog = 1024
/** Op ids a record may name. */
export const maxHeads = 8
/** A clock may be this far ahead before its records are held back, ms. */
export const maxClockAhead = 10 * 60_000
/** Devices of one account. */
export const maxDevices = 16
/** A signed account-log entry: 16 devices, keys, hashes and signatures take about 900 bytes. */
export const maxEntry = 2 * 1024
/** A signed certificate takes about 300 bytes. */
export const maxCertificate = 1024
/** A registry's servers and keys, as an invite tells them: 16 successors of its key take about 4 kB. */
export const maxInvite = 8 * 1024
/** Keys that may follow a registry's first one. */
export const maxSuccessors = 16
/** A checkpoint of the log of names takes about 300 bytes. */
export const maxNote = 512
/** Leaves of the log of names, so that a number can hold any size. */
export const maxLeaves = 2 ** 40
/** Leaves, and checkpoints, that one request may ask proofs for: with 40 hashes each they fit an answer. */
export const maxProofs = 4
/** Leaves in one answer. */
export const maxLeavesPage = 256
/** An account backup as the registry keeps it. */
export const maxBackup = 4 * 1024
/** A part of a vault; its sealed bytes are so many whole ones, so that their length says little. */
export const vaultPart = 8 * 1024
/** Parts of a vault: some 800 registers. */
export const maxVaultParts = 32
/** A signed head of a vault takes about 220 bytes. */
export const maxVaultHead = 512
/** One frame of a stream: registry, presence, sync. */
export const maxFrame = 256 * 1024
/** How long the operator's reset or release of a name waits until it counts, ms: 30 days in which the holder may cancel it. */
export const resetDelay = 30 * 24 * 3_600_000
/** How long a name rests that its holder gave up, ms: a year. */
export const restTime = 365 * 24 * 3_600_000
/** Events that may lie in `rateWindow`; docs/protocol.md, "Rate". */
export const rateEvents = 120
/** ms. */
export const rateWindow = 24_000
/** Signals older than this are dropped, ms. */
export const maxSignalAge = 60_000
/** How long a certificate speaks for a name, ms. */
export const certificateLife = 72 * 3_600_000
/** Addresses of one device or server that anybody stores. */
export const maxAddresses = 16
/** One of them in binary: a relayed address by the longest DNS name takes about 350 bytes. */
export const maxAddressBytes = 512
/** The last millisecond that a `Date` can tell; a later one in a signed time would throw wherever it is shown. */
export const maxTime = 8.64e15
/** Public rooms of one device. */
export const maxRooms = 200
/** Accounts whose presence one device follows. */
export const maxWatched = 5000
/** Bytes of a register's key: a word and an id in base32. */
export const maxRegisterKey = 128
/** Bytes of a register's value: a small picture is the largest. */
export const maxRegisterValue = 20 * 1024
/** Registers of one account in one conversation: their lines fit one frame. */
export const maxRegisters = 2048
/** Characters of the name that a profile shows. */
export const maxDisplayName = 40
/** Characters of the status that a profile shows. */
export const maxStatusText = 140
/** A profile's picture, bytes: what an avatar of 64 x 64 takes. */
export const maxPicture = 8 * 1024
/** Pixels. */
export const maxPictureSide = 256
/** Profiles asked for in one request. */
export const maxProfiles = 1000
/** Mentions in one message. */
export const maxMentions = 50
/** Devices of one account that an op cuts off: those of one entry, and as many that it dropped. */
export const maxCuts = 32
/** Characters of a room's topic, and of the reason for a ban. */
export const maxTopic = 250
/** Characters of a room's description, which may have several lines. */
export const maxDescription = 1000
/** Seconds between two messages of one account in slow mode: six hours. */
export const maxSlow = 21_600
/** Ops that wait for their parents, in one room. */
export const maxWaitingOps = 1000
