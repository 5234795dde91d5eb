import Crypto

extension SHA256.Digest {
    /// Two lower-case hexadecimal digits for each of the first `count` bytes.
    func hexadecimalDigits(ofFirst count: Int = SHA256.byteCount) -> String {
        prefix(count).map { ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
