/// Works on `inputs`, at most `limit` at once, and hands every result to `receive` in the order of the
/// inputs, each as soon as those before it are there.
func inOrder<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], limit: Int, work: @escaping @Sendable (Input) async -> Output,
    receive: (Output) async throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var waiting: [Int: Output] = [:]
        var next = 0
        var started = 0
        while next < inputs.count {
            while started < inputs.count, started < next + max(1, limit) {
                let (index, input) = (started, inputs[started])
                group.addTask { (index, await work(input)) }
                started += 1
            }
            guard let (index, output) = try await group.next() else { break }
            waiting[index] = output
            while let output = waiting.removeValue(forKey: next) {
                try await receive(output)
                next += 1
            }
        }
    }
}
