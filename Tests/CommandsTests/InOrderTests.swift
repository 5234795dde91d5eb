import Testing

@testable import Commands

struct `Work in order` {
    @Test(arguments: [1, 3, 100])
    func `hands over all results in the order of the inputs`(limit: Int) async throws {
        let inputs = Array(0..<50)
        var received: [Int] = []
        try await inOrder(inputs, limit: limit) { input in
            for _ in 0..<(50 - input) { await Task.yield() }
            return input * 2
        } receive: {
            received.append($0)
        }
        #expect(received == inputs.map { $0 * 2 })
    }

    @Test func `of nothing is nothing`() async throws {
        try await inOrder([Int](), limit: 4, work: { $0 }, receive: { _ in Issue.record("called") })
    }
}
