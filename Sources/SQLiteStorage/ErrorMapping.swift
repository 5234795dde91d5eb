import GRDB
import Storage

extension StorageError {
    /// Puts an error of SQLite or GRDB into the words of the contract.
    init(_ error: any Error, path: String) {
        if let error = error as? StorageError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(reason: .other, detail: "the database call failed: \(error)")
            return
        }
        let file = "the database \(path)"
        let message = error.message ?? "no message"
        self = Self.named(error.resultCode, file: file, message: message)
    }

    private static func named(_ code: ResultCode, file: String, message: String) -> StorageError {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StorageError(
                reason: .busy,
                detail: "\(file) is locked by another process (\(message)); it is tried again")
        case .SQLITE_FULL:
            StorageError(
                reason: .diskFull, detail: "\(file) can't grow: the disk is full; free some space")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            StorageError(
                reason: .readOnly,
                detail: "\(file) can't be written (\(message)); check its owner and the mount")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            StorageError(
                reason: .corrupt,
                detail:
                    "\(file) is damaged or no SQLite file (\(message)); `repute db check` says more, "
                    + "and `repute restore` puts a backup in its place")
        case .SQLITE_CANTOPEN:
            StorageError(
                reason: .unavailable,
                detail: "\(file) can't be opened (\(message)); check the path and its owner")
        case .SQLITE_IOERR:
            StorageError(
                reason: .outcomeUnknown,
                detail: "reading or writing \(file) failed (\(message)); check the disk, and "
                    + "whether it is full")
        default:
            StorageError(
                reason: .other, detail: "\(file) refused a call (\(code.rawValue): \(message))")
        }
    }
}
