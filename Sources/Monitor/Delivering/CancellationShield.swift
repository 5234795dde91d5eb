import Storage

/// Runs `body` to its end even if the task is cancelled meanwhile.
///
/// The world has already changed when this is used (a letter is out): forgetting that because of a
/// shutdown would tell the owner twice.
func shielded<Value: Sendable>(
    _ body: @escaping @Sendable () async throws(StorageError) -> Value
) async throws(StorageError) -> Value {
    let task = Task { () async -> Result<Value, StorageError> in
        do throws(StorageError) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
    return try await task.value.get()
}
