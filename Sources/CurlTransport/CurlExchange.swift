import CCurl

/// What the curl thread runs: a handle of libcurl, and who is told how its exchange ended.
protocol CurlExchange: AnyObject {
    var easy: UnsafeMutableRawPointer { get }

    /// Takes libcurl's result; libcurl no longer runs the handle.
    func finish(_ result: CURLcode)

    /// Ends the exchange without libcurl's word; libcurl no longer runs the handle.
    func fail(_ reason: TransportError.Reason, text: String)
}
