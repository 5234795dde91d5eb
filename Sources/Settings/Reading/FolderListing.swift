import Foundation

/// What folders hold.
enum FolderListing {
    /// The names in the folder, sorted by their bytes; nil if it can't be read.
    static func names(_ path: String) -> [String]? {
        (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted(by: precedes)
    }

    /// The paths of all files below the folder, relative to it, sorted by their bytes.
    ///
    /// Hidden files and folders are left out, links to folders not followed; empty if there is no such
    /// folder.
    static func files(below path: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return paths.filter { path in
            !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted(by: precedes)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
