export { nativeCrypto } from './native.ts'
