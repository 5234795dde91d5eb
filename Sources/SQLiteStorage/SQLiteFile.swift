public import Storage

/// The door to a store that is kept in one SQLite file.
public enum SQLiteFile {
    /// Opens the file at `path` and brings its schema up to date, creating file and folder (mode
    /// 0600 and 0700) if `create` asks for it.
    ///
    /// What a call of the store has returned from survives a power cut, and a reader never blocks
    /// the writer; several processes may open the same file, each once for its whole life.
    ///
    /// - Throws: `.unavailable` if the file is missing or can't be opened, `.corrupt` if it is not a
    ///   database of ours, `.newerSchema` if a newer Repute wrote it; the file is left as it was.
    public static func open(at path: String, create: Bool) async throws(StorageError) -> any Store {
        try await SQLiteStore.open(at: path, create: create)
    }

    /// A store in memory that is gone with its last reference; for tests and trials.
    public static func inMemory() throws(StorageError) -> any Store {
        try SQLiteStore.inMemory()
    }
}
