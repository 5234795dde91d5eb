/// The release that this is built from.
public enum Version {
    /// By Semantic Versioning 2.0.
    public static let current = "0.1.0"
}
