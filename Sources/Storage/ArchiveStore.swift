/// Copies of everything.
public protocol ArchiveStore: Sendable {
    /// Writes everything that is stored, as it is at one moment, to `path`: a file, for `.csv` a folder
    /// with one file a table. Others go on reading and writing meanwhile.
    ///
    /// What is written is readable by its owner alone, and stands there under its name only when it is
    /// whole. The memory that this takes does not depend on how much is stored.
    ///
    /// - Throws: `.unavailable` if something stands at `path` and `replacing` is false, or it can't be
    ///   written; `.diskFull`; nothing new stands there then.
    func export(
        as format: ArchiveFormat, to path: String, replacing: Bool,
        progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(StorageError) -> ArchiveSummary

    /// Writes a copy of the database file, as it is at one moment, to `path`, and looks the copy over;
    /// otherwise as `export`.
    func backup(
        to path: String, replacing: Bool, progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(StorageError) -> BackupSummary
}

/// The form of an archive.
public enum ArchiveFormat: String, Sendable, Hashable, CaseIterable {
    /// One JSON object a line; can be imported.
    case jsonl
    /// A folder of comma-separated values, for spreadsheets.
    case csv
    /// A copy of the database file.
    case sqlite
}

/// How far a long copy is.
public struct CopyProgress: Sendable, Hashable {
    /// What is being copied, such as the name of a table.
    public var subject: String
    /// How much was copied.
    public var done: Int
    /// How much there is.
    public var total: Int

    /// A state of things.
    public init(subject: String, done: Int, total: Int) {
        self.subject = subject
        self.done = done
        self.total = total
    }
}

/// What an archive holds.
public struct ArchiveSummary: Sendable, Hashable {
    /// One table of the store.
    public struct Table: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// How many rows of it are there.
        public var rows: Int

        /// A table.
        public init(name: String, rows: Int) {
            self.name = name
            self.rows = rows
        }
    }

    /// In the order of the archive.
    public var tables: [Table]
    /// The size of all files, in bytes.
    public var bytes: Int

    /// A summary.
    public init(tables: [Table], bytes: Int) {
        self.tables = tables
        self.bytes = bytes
    }

    /// How many rows of a table are there; 0 for a table that is not.
    public func rows(of table: String) -> Int {
        tables.first { $0.name == table }?.rows ?? 0
    }
}

/// What a backup holds.
public struct BackupSummary: Sendable, Hashable {
    /// The size of the file, in bytes.
    public var bytes: Int
    /// How many mentions are in it.
    public var mentions: Int
    /// The schema of the store that was copied, such as `005 answers`.
    public var schema: String

    /// A summary.
    public init(bytes: Int, mentions: Int, schema: String) {
        self.bytes = bytes
        self.mentions = mentions
        self.schema = schema
    }
}

/// What a store was replaced with.
public struct RestoreSummary: Sendable, Hashable {
    /// What it holds now.
    public var store: BackupSummary
    /// Where what was there is kept; nil where nothing was.
    public var keptAside: String?

    /// A summary.
    public init(store: BackupSummary, keptAside: String?) {
        self.store = store
        self.keptAside = keptAside
    }
}
