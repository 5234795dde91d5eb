/// Whose names a text holds: those of the brand that it is scored for, and those of others.
///
/// With a target, what is said about others counts nothing. A clause (up to a comma, bracket, dash,
/// contrast word, "than" or the end of the sentence) is about the first name in it, or about two names
/// side by side; one without a name is about the last name that its sentence met before, else about
/// the brand.
public struct TextTarget: Sendable, Hashable {
    /// UTF-8 offsets of the brand's names in the text.
    public var brand: [Range<Int>]
    /// UTF-8 offsets of the names of others.
    public var others: [Range<Int>]

    /// A target; see the properties.
    public init(brand: [Range<Int>], others: [Range<Int>]) {
        self.brand = brand
        self.others = others
    }
}
