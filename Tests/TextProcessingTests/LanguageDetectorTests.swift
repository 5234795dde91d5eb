import Testing
import TextProcessing

struct `A language detector` {
    @Test(arguments: [
        ("en", "The staff was rude"), ("en", "I waited for my order and it was cold"),
        ("en", "Not worth the money"), ("en", "Terrible food and nobody was friendly"),
        ("de", "Das Essen war kalt"), ("de", "Leider sehr unfreundliches Personal"),
        ("de", "Wir kommen gerne wieder"), ("fr", "Le service était trop lent"),
        ("fr", "Personnel très désagréable, nous ne reviendrons pas"), ("fr", "C'est une honte"),
        ("es", "La comida estaba fría"), ("es", "Muy mala atención, no vuelvo"),
        ("it", "Il servizio è pessimo"), ("it", "Personale molto gentile e cordiale"),
        ("pt", "O atendimento foi péssimo"), ("pt", "Não recomendo a ninguém"),
        ("nl", "Het eten was koud"), ("nl", "Zeer onvriendelijk personeel, nooit meer"),
        ("sv", "Maten var kall och det var inte bra"), ("pl", "Jedzenie było zimne i nie polecam"),
        ("ru", "Очень плохой сервис"), ("el", "Πολύ κακή εξυπηρέτηση"), ("ja", "とても美味しかった料理です"),
        ("ko", "서비스가 정말 나빴어요"), ("zh", "服务很差"), ("ar", "خدمة سيئة جدا"), ("he", "שירות גרוע מאוד"),
        ("th", "บริการแย่มาก"), ("hi", "बहुत खराब सेवा"),
    ])
    func `knows a short text`(_ language: String, _ text: String) {
        #expect(LanguageDetector.guess(text)?.language == language)
    }

    @Test(arguments: ["", "12345", "😡", "xyz", "ok", "Kraków", "https://example.com/der/die/das"])
    func `says nothing where nothing tells`(_ text: String) {
        #expect(LanguageDetector.guess(text) == nil)
    }

    @Test func `takes a hint between close languages and never against the text`() {
        func guess(_ text: String, _ hint: String) -> String? {
            let bytes = Array(text.utf8)
            return bytes.withUnsafeBufferPointer { bytes in
                var tokens: [Token] = []
                Tokenizer.append(tokensOf: bytes, to: &tokens)
                return LanguageDetector.guess(tokens, in: bytes, hint: hint)?.language
            }
        }
        let close = "det var kaldt og en god mat for oss"
        #expect(guess(close, "no") == "no")
        #expect(guess("Das Essen war leider kalt und nicht gut", "en") == "de")
    }

    @Test func `looks at the beginning of a long text only`() {
        let text = String(repeating: "the staff was rude and ", count: 10_000)
        let guess = LanguageDetector.guess(text)
        #expect(guess?.language == "en")
        #expect((0...1).contains(guess?.margin ?? -1))
    }
}
