import Glibc

/// An IP address as a number.
enum IPAddress: Hashable {
    case v4(UInt32)
    case v6(UInt128)

    /// Takes 4 or 16 bytes in network order.
    init?(bytes: UnsafeBufferPointer<UInt8>) {
        switch bytes.count {
        case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16: self = .v6(bytes.reduce(0) { $0 << 8 | UInt128($1) })
        default: return nil
        }
    }

    /// Takes the usual spelling (RFC 4291 for IPv6, four decimal numbers for IPv4), no brackets.
    init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count =
            inet_pton(AF_INET, text, &bytes) == 1
            ? 4 : inet_pton(AF_INET6, text, &bytes) == 1 ? 16 : 0
        guard
            let address = bytes.withUnsafeBufferPointer({
                IPAddress(bytes: UnsafeBufferPointer(rebasing: $0.prefix(count)))
            })
        else { return nil }
        self = address
    }

    /// Whether the address is one of the public internet: not in the IANA special-purpose registries
    /// (RFC 6890 and its updates), not multicast, and, for IPv6, global unicast space.
    ///
    /// Addresses that stand for an IPv4 address (mapped, NAT64) are as public as that address; those of
    /// 6to4 and Teredo, which would reach it through a tunnel, never are.
    var isPublic: Bool {
        switch self {
        case .v4(let address):
            return !Self.special4.contains { $0.contains(address) }
        case .v6(let address):
            let high = address >> 32
            if high == 0xFFFF || high == 0x0064_FF9B_0000_0000_0000_0000 {
                return IPAddress.v4(UInt32(truncatingIfNeeded: address)).isPublic
            }
            return address >> 125 == 0b001 && !Self.special6.contains { $0.contains(address) }
        }
    }

    private static let special4: [IPBlock<UInt32>] = [
        IPBlock(0x0000_0000, 8),  // "this network" (RFC 791)
        IPBlock(0x0A00_0000, 8),  // private (RFC 1918)
        IPBlock(0x6440_0000, 10),  // shared by carriers (RFC 6598)
        IPBlock(0x7F00_0000, 8),  // loopback (RFC 1122)
        IPBlock(0xA9FE_0000, 16),  // link-local, cloud metadata (RFC 3927)
        IPBlock(0xA83F_8110, 32),  // Azure's host, which hands out a machine's settings
        IPBlock(0xAC10_0000, 12),  // private (RFC 1918)
        IPBlock(0xC000_0000, 24),  // protocol assignments (RFC 6890)
        IPBlock(0xC000_0200, 24),  // documentation (RFC 5737)
        IPBlock(0xC058_6300, 24),  // 6to4 relays, deprecated (RFC 7526)
        IPBlock(0xC0A8_0000, 16),  // private (RFC 1918)
        IPBlock(0xC612_0000, 15),  // benchmarking (RFC 2544)
        IPBlock(0xC633_6400, 24),  // documentation (RFC 5737)
        IPBlock(0xCB00_7100, 24),  // documentation (RFC 5737)
        IPBlock(0xE000_0000, 4),  // multicast (RFC 5771)
        IPBlock(0xF000_0000, 4),  // reserved and broadcast (RFC 1112, RFC 919)
    ]

    /// Only what lies in global unicast space, 2000::/3; all else is refused without a list.
    private static let special6: [IPBlock<UInt128>] = [
        IPBlock(0x2001_0000 << 96, 23),  // protocol assignments, Teredo (RFC 2928, RFC 4380)
        IPBlock(0x2001_0DB8 << 96, 32),  // documentation (RFC 3849)
        IPBlock(0x2002_0000 << 96, 16),  // 6to4 (RFC 3056)
        IPBlock(0x3FFF_0000 << 96, 20),  // documentation (RFC 9637)
    ]
}

/// All addresses that share their first `length` bits.
struct IPBlock<Address: FixedWidthInteger & UnsignedInteger & Sendable>: Hashable, Sendable {
    let prefix: Address
    let length: Int

    init(_ prefix: Address, _ length: Int) {
        self.prefix = prefix
        self.length = length
    }

    func contains(_ address: Address) -> Bool {
        length == 0 || (address ^ prefix) >> (Address.bitWidth - length) == 0
    }
}
