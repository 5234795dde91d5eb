import CurlTransport
import Testing

@testable import Assembly

struct `The transport` {
    @Test func `stays the same while its settings do`() throws {
        let pool = TransportPool()
        let first = pool.transport(for: .init(userAgent: "a"))
        #expect(pool.transport(for: .init(userAgent: "a")) === first)
        #expect(pool.transport(for: .init(userAgent: "b")) !== first)
    }
}
