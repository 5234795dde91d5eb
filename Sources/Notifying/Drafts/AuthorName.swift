/// Names of authors as sources show them.
public enum AuthorName {
    /// Words that services and people put where a name would be, and forms of address.
    private static let noNames: Set<String> = [
        "a", "an", "the", "ein", "eine", "der", "die", "das", "un", "une", "una", "uno", "el", "la",
        "le", "il", "een", "de", "het", "google", "trustpilot", "facebook", "amazon", "verified",
        "anonymous", "anonym", "anonymer", "anonyme", "anónimo", "anónima", "anonimo", "anonima",
        "anoniem", "unknown", "unbekannt", "guest", "gast", "customer", "client", "cliente",
        "clienta", "kunde", "kundin", "klant", "user", "nutzer", "nutzerin", "utilisateur",
        "usuario", "usuaria", "utente", "gebruiker", "visitor", "reviewer", "local", "mr", "mrs",
        "ms", "miss", "dr", "prof", "herr", "frau", "familie", "family", "famille", "familia",
        "famiglia", "monsieur", "madame", "mme", "señor", "señora", "sr", "sra", "signor",
        "signora",
        "sig", "mijnheer", "meneer", "mevrouw", "team", "admin",
    ]

    /// The name, unless it is one that many go by, such as `A Google user` or `Anonymous`.
    public static func ofSomebody(_ author: String?) -> String? {
        guard let author, author.utf8.count <= 60 else { return author }
        let words = author.lowercased().split { !$0.isLetter }
        return !words.isEmpty && words.allSatisfy { noNames.contains(String($0)) } ? nil : author
    }

    /// The first word of `author` if it is written like a first name: 2 to 20 letters, first a capital.
    ///
    /// Nil for nicknames, initials, forms of address, and whatever is more than a plain name.
    static func first(of author: String?) -> String? {
        guard let author, author.utf8.count <= 120, author.unicodeScalars.allSatisfy(isPlain),
            let word = author.split(separator: " ").first.map(String.init),
            (2...20).contains(word.count),
            word.unicodeScalars.first?.properties.isUppercase == true,
            word.unicodeScalars.allSatisfy(isLetter), !noNames.contains(word.lowercased())
        else { return nil }
        return word
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || " .,()".unicodeScalars.contains(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || "-'’".unicodeScalars.contains(scalar)
    }
}
