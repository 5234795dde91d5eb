import CCurl

extension TransportError.Reason {
    /// What a result of libcurl means for the caller; the one table of these.
    init(_ result: CURLcode) {
        self =
            switch result {
            case CURLE_URL_MALFORMAT: .badURL
            case CURLE_UNSUPPORTED_PROTOCOL: .unsupportedProtocol
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .dns
            case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_INTERFACE_FAILED: .connect
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER,
                CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
                CURLE_SSL_CRL_BADFILE, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_INITFAILED,
                CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_USE_SSL_FAILED, CURLE_SSL_CLIENTCERT:
                .tls
            case CURLE_OPERATION_TIMEDOUT: .timeout
            case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
                CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SSL_SHUTDOWN_FAILED, CURLE_AGAIN:
                .interrupted
            case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_CHUNK_FAILED:
                .badResponse
            case CURLE_FILESIZE_EXCEEDED: .tooLarge
            case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects
            case CURLE_ABORTED_BY_CALLBACK: .cancelled
            default: .outOfResources
            }
    }
}

extension TransportError {
    /// The error of an exchange with `origin`; `text` is what libcurl says of it, without a URL.
    init(_ reason: Reason, origin: Origin?, text: String) {
        let place = origin?.description ?? "the server"
        let cause = text.isEmpty ? "" : " (\(text))"
        self.init(reason: reason, detail: Self.sentence(reason, place, cause))
    }

    private static func sentence(_ reason: Reason, _ place: String, _ cause: String) -> String {
        switch reason {
        case .badURL: "The address is not a valid URL\(cause); check its spelling."
        case .unsupportedProtocol:
            "The address is neither http nor https\(cause); only these two are fetched."
        case .blockedAddress:
            "\(place) is not on the public internet, and the settings don't allow it; if it is yours, "
                + "add it to the allowed private networks."
        case .dns:
            "The name of \(place) could not be resolved\(cause); check the address and this machine's DNS."
        case .connect:
            "No connection to \(place)\(cause); check that the server is up and the port is right."
        case .tls:
            "No trustworthy TLS connection to \(place)\(cause); check the server's certificate and this "
                + "machine's certificate authorities."
        case .timeout: "\(place) was too slow\(cause); check it with a browser or raise the limits."
        case .interrupted:
            "\(place) ended the connection before its answer was whole\(cause); it is tried again."
        case .badResponse: "\(place) answered with something that is not proper HTTP\(cause)."
        case .tooLarge: "The answer of \(place) is larger than allowed\(cause)."
        case .tooManyRedirects:
            "\(place) redirects again and again\(cause); open the address in a browser and configure "
                + "where it ends."
        case .cancelled: "The exchange with \(place) was cancelled."
        case .closed: "The transport is shut down."
        case .outOfResources:
            "libcurl could not make the exchange with \(place)\(cause); check memory and open files."
        }
    }
}
