import Crypto
import FoundationEssentials

/// A short name for where a channel leads, so that a changed address is seen and none is shown.
public enum AddressDigest {
    /// The first 16 hexadecimal digits of SHA-256 over `parts`, which may be secrets.
    ///
    /// The same parts give the same digest on every machine; other parts, and the same ones divided
    /// otherwise, practically never do.
    public static func digest(of parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Data("\(part.utf8.count):\(part)".utf8))
        }
        return hash.finalize().hexadecimalDigits(ofFirst: 8)
    }
}
