/// A name that an owner gives to a thing in the configuration, such as `google-reviews`.
///
/// An identifier has 1 to 64 characters out of `a–z`, `0–9`, `-` and `_` and starts with a letter
/// or a digit, so that it is safe in a file name, a mail header, a metric label and on a command
/// line. `Subject` only keeps a brand's identifier from being taken for a source's.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable,
    CustomStringConvertible
{
    /// The name as the owner wrote it; it keeps the rules above.
    public let rawValue: String

    /// Takes `rawValue` if it keeps the rules above; nil otherwise.
    public init?(rawValue: String) {
        let bytes = rawValue.utf8
        guard let first = bytes.first, bytes.count <= 64 else { return nil }
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        }
        guard isAlphanumeric(first),
            bytes.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F })
        else { return nil }
        self.rawValue = rawValue
    }

    /// Takes a name that is known to keep the rules: read back from the store, or written in code.
    ///
    /// - Precondition: `rawValue` keeps the rules of an identifier.
    public init(trusted rawValue: String) {
        guard let identifier = Self(rawValue: rawValue) else {
            preconditionFailure("not an identifier: \(rawValue)")
        }
        self = identifier
    }

    /// The name itself, without the type.
    public var description: String { rawValue }

    /// Sorts by the bytes of the names.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The name of a source in the configuration.
public typealias SourceID = Identifier<Source>
/// The name of a brand in the configuration.
public typealias BrandID = Identifier<Brand>
/// The name of an alert rule in the configuration.
public typealias RuleID = Identifier<Alert>
/// The name of a channel in the configuration.
public typealias ChannelID = Identifier<Delivery>

/// The number of a mention in the store: positive, never used twice.
public typealias MentionID = Int64
/// The number of an alert in the store: positive, never used twice.
public typealias AlertID = Int64
/// The number of a delivery in the store: positive, never used twice.
public typealias DeliveryID = Int64
/// The number of a notice about a source in the store: positive, never used twice.
public typealias SourceNoticeID = Int64
/// The number of a silence in the store: positive, never used twice.
public typealias SilenceID = Int64
