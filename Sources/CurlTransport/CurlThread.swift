import CCurl
import Glibc
import Synchronization

/// The one thread that touches libcurl, and the executor of the transport that it works for.
///
/// It owns one multi handle, with its connections, its cache of names and its parsed certificate
/// authorities, and loops: run the actor's jobs, drop what was cancelled, let libcurl work, hand over
/// what is done, sleep until a socket, a timer or `curl_multi_wakeup` (which may be called from any
/// thread) says otherwise. The thread starts with the first job. After `stop` it ends as soon as it
/// has nothing left to run; a job that still comes later starts it again for that job, so no task is
/// ever left waiting.
///
/// The thread loads libcurl and makes the multi handle before its first job. Where that fails it runs
/// the jobs it has, for whose exchanges `refusal` has the reason, and ends.
///
/// What other threads read and write is in `mailbox`; all else is the thread's own.
final class CurlThread: SerialExecutor, @unchecked Sendable {
    private struct Mailbox {
        var jobs: [UnownedJob] = []
        var cancellations: [UInt64] = []
        var thread: pthread_t?
        /// For wake-ups only; made by the first thread, kept until this object is gone.
        var multi: Multi?
        var isStopped = false
        var endWaiters: [CheckedContinuation<Void, Never>] = []
    }

    /// A multi handle, of which other threads use nothing but the wake-up.
    private struct Multi: @unchecked Sendable {
        let handle: UnsafeMutableRawPointer

        func wake() { ccurl_multi_wakeup(handle) }
    }

    private let settings: TransportSettings
    /// Why libcurl can't be used, as a sentence for the owner.
    private(set) var refusal: String?
    private var multi: UnsafeMutableRawPointer?
    private let mailbox = Mutex(Mailbox())
    private var transfers: [UInt64: any CurlExchange] = [:]
    private var nextNumber: UInt64 = 0

    /// A thread that has not started.
    init(settings: TransportSettings) { self.settings = settings }

    deinit { if let multi { ccurl_multi_cleanup(multi) } }

    // MARK: Executor

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        post { $0.jobs.append(job) }
    }

    func checkIsolated() {
        precondition(isCurrent, "not on the curl thread")
    }

    func isIsolatingCurrentContext() -> Bool? { isCurrent }

    private var isCurrent: Bool {
        let thread = mailbox.withLock(\.thread)
        return thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false
    }

    // MARK: From any thread

    /// Ends the transfer of this number if it still runs.
    func cancel(_ number: UInt64) { post { $0.cancellations.append(number) } }

    /// Fails all transfers and ends the thread; may be called twice.
    func stop() {
        mailbox.withLock { mailbox in
            mailbox.isStopped = true
            mailbox.multi?.wake()
        }
    }

    /// Returns when the thread has ended, at once if it never started.
    func end() async {
        await withCheckedContinuation { continuation in
            let isOver = mailbox.withLock { mailbox in
                guard mailbox.thread != nil else { return true }
                mailbox.endWaiters.append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    private func post(_ change: (inout sending Mailbox) -> Void) {
        mailbox.withLock { mailbox in
            change(&mailbox)
            if mailbox.thread == nil { mailbox.thread = spawn() }
            mailbox.multi?.wake()
        }
    }

    /// Starts the thread, which keeps this object alive until it ends.
    private func spawn() -> pthread_t {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<CurlThread>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(result == 0, "no thread could be started for libcurl: \(result)")
        return thread
    }

    // MARK: On the thread

    /// Whether `stop` was called.
    var isStopped: Bool { mailbox.withLock(\.isStopped) }

    /// The number for the next transfer.
    func reserveNumber() -> UInt64 {
        nextNumber += 1
        return nextNumber
    }

    /// Lets libcurl run `transfer`, which is told when it ends; one that `cancel` named before it is
    /// started is not ended by that.
    func start(_ transfer: any CurlExchange, number: UInt64) {
        checkIsolated()
        guard let multi, let name = UnsafeMutableRawPointer(bitPattern: UInt(number)),
            ccurl_set_context(transfer.easy, name) == CURLE_OK
        else { return transfer.fail(.outOfResources, text: "") }
        let result = ccurl_multi_add(multi, transfer.easy)
        guard result == CURLM_OK else {
            return transfer.fail(
                .outOfResources, text: String(cString: ccurl_multi_strerror(result)))
        }
        transfers[number] = transfer
    }

    private func run() {
        if multi == nil { prepare() }
        while let (jobs, cancellations) = takeMail() {
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            for number in cancellations { end(number, .cancelled) }
            guard let multi else { continue }
            ccurl_multi_perform(multi)
            handOver(multi)
            if isStopped {
                for number in transfers.keys { end(number, .closed) }
            } else if jobs.isEmpty {
                ccurl_multi_poll(multi, 60_000)
            }
        }
    }

    private static let exhausted =
        "libcurl could not be initialized; check memory and open files."

    /// Loads libcurl and makes the multi handle, or says why not.
    private func prepare() {
        refusal = ccurl_load().map {
            "libcurl can't be used (\(String(cString: $0))); install libcurl 7.87 or newer (Debian's "
                + "package libcurl4) and start again."
        }
        guard refusal == nil else { return }
        guard let multi = ccurl_multi_init() else {
            refusal = Self.exhausted
            return
        }
        // Without free descriptors libcurl makes a handle that nothing can wake.
        guard ccurl_multi_wakeup(multi) == CURLM_OK else {
            ccurl_multi_cleanup(multi)
            refusal = Self.exhausted
            return
        }
        let perHost = max(settings.maxConnectionsPerHost, 1)
        ccurl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, perHost)
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(settings.maxIdleConnections, 1))
        ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        self.multi = multi
        mailbox.withLock { [shared = Multi(handle: multi)] in $0.multi = shared }
    }

    /// What there is to do; nil if the thread has to end, which nothing can undo.
    private func takeMail() -> (jobs: [UnownedJob], cancellations: [UInt64])? {
        let isIdle = transfers.isEmpty
        let isUseless = multi == nil
        var waiters: [CheckedContinuation<Void, Never>] = []
        let mail = mailbox.withLock {
            mailbox -> (jobs: [UnownedJob], cancellations: [UInt64])? in
            if mailbox.isStopped || isUseless, isIdle, mailbox.jobs.isEmpty {
                mailbox.thread = nil
                swap(&waiters, &mailbox.endWaiters)
                return nil
            }
            defer {
                mailbox.jobs = []
                mailbox.cancellations = []
            }
            return (mailbox.jobs, mailbox.cancellations)
        }
        for waiter in waiters { waiter.resume() }
        return mail
    }

    private func handOver(_ multi: UnsafeMutableRawPointer) {
        var easy: UnsafeMutableRawPointer?
        var result = CURLE_OK
        while ccurl_multi_next_done(multi, &easy, &result) {
            guard let easy, let name = ccurl_context(easy) else { continue }
            ccurl_multi_remove(multi, easy)
            transfers.removeValue(forKey: UInt64(UInt(bitPattern: name)))?.finish(result)
        }
    }

    private func end(_ number: UInt64, _ reason: TransportError.Reason) {
        guard let multi, let transfer = transfers.removeValue(forKey: number) else { return }
        ccurl_multi_remove(multi, transfer.easy)
        transfer.fail(reason, text: "")
    }
}
