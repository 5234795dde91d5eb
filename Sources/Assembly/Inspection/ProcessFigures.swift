import Foundation
import Reporting

extension MetricsFacts.Process {
    /// What the system says of this process, which began at `start`.
    ///
    /// Only `/proc/self` is asked, which the unit's `ProcSubset=pid` leaves.
    static func current(start: Date) -> Self {
        var process = Self(start: start)
        if let pages = words(of: "/proc/self/statm").dropFirst().first.flatMap(Int.init) {
            process.residentBytes = pages * sysconf(Int32(_SC_PAGESIZE))
        }
        var usage = rusage()
        if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
            process.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        }
        // The listing itself has one open.
        process.descriptors =
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))
            .map { max(0, $0.count - 1) }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            process.descriptorLimit = Int(clamping: limit.rlim_cur)
        }
        return process
    }

    private static func words(of path: String) -> [String] {
        guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
}

extension MetricsFacts.Files {
    /// What the system says of the store at `path`.
    static func current(storePath path: String) -> Self {
        var files = Self()
        files.store = size(of: path)
        files.log = size(of: path + "-wal")
        var system = statvfs()
        if statvfs(path, &system) == 0 {
            files.free =
                Int(clamping: system.f_bavail)
                .multipliedReportingOverflow(by: Int(clamping: system.f_frsize)).partialValue
        }
        return files
    }

    private static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
}
