import Model
import Scoring
import Testing

struct `A text in another language` {
    private static let scorer = SentimentScorer(lexicon: .embedded)

    @Test(arguments: [
        ("de", "- Das Essen war [kalt:-] und der Kellner [unfreundlich:-]."),
        ("de", "- Das war leider nicht [lecker:-]."),
        ("de", "- [Nie wieder:-], das ist [Abzocke:-]."),
        ("de", "+ Wir waren [sehr zufrieden:+] und [kommen wieder:+]."),
        ("de", "+ Nicht nur [lecker:+], sondern auch [günstig:+]."),
        ("de", "- Das Zimmer war [schön:+], aber das Personal [unverschämt:-]."),
        ("fr", "- Le service était [lent:-] et la chambre [sale:-]."),
        ("fr", "- Ce n’est [pas bon:-], quelle [déception:-]."),
        ("fr", "- La chambre n’était pas [propre:-]."),
        ("es", "- El camarero no fue nada [amable:-]."),
        ("it", "- Il cameriere non è mai [gentile:-]."),
        ("fr", "- C’est une [arnaque:-], [à fuir:-]."),
        ("fr", "+ Accueil très [chaleureux:+], je [recommande:+]."),
        ("fr", "+ [Aucun problème:+], un vrai [plaisir:+]."),
        ("fr", "- Le cadre est [joli:+] mais le personnel est [désagréable:-]."),
        ("es", "- La comida estaba [fría:-] y el camarero [grosero:-]."),
        ("es", "- [No lo recomiendo:-], una [estafa:-]."),
        ("es", "+ Todo [excelente:+], [volveremos:+] seguro."),
        ("es", "+ [Sin problemas:+], muy [amables:+]."),
        ("es", "- El sitio es [bonito:+] pero el trato es [pésimo:-]."),
        ("it", "- Personale [maleducato:-] e camera [sporca:-]."),
        ("it", "- [Mai più:-], una [vergogna:-]."),
        ("it", "+ Cena [squisita:+] e personale [gentile:+], [torneremo:+]."),
        ("it", "- Il posto è [bello:+] ma il servizio è [pessimo:-]."),
        ("pt", "- O atendimento foi [péssimo:-] e o quarto estava [sujo:-]."),
        ("pt", "- [Não funciona:-] e [ninguém responde:-]."),
        ("pt", "+ Comida [deliciosa:+], eu [recomendo:+] muito."),
        ("pt", "- O lugar é [lindo:+], mas a comida é [horrível:-]."),
        ("nl", "- Het personeel was [onvriendelijk:-] en de kamer [vies:-]."),
        ("nl", "- [Nooit meer:-], wat een [oplichting:-]."),
        ("nl", "+ [Heerlijk:+] gegeten, zeker een [aanrader:+]."),
        ("nl", "- De kamer was [mooi:+] maar het ontbijt was [slecht:-]."),
    ])
    func `is recognised and felt as marked`(_ language: String, _ marked: String) {
        let text = MarkedText(marked)
        let sentiment = Self.scorer.score(text: text.plain, language: nil)
        #expect(sentiment.language == language)
        #expect(sentiment.lexicon.hasPrefix(language + "-"))
        #expect(sentiment.label.rawValue == text.label, "\(sentiment)")
        for mark in text.marks {
            let met = sentiment.contributions.first { $0.span.overlaps(mark.span) }
            #expect(met != nil, "nothing counted at \(mark.span): \(sentiment.contributions)")
            #expect(((met?.weight ?? 0) > 0) == mark.isPositive, "\(sentiment.contributions)")
        }
    }

    @Test func `goes before what the source declares`() {
        let text = "Das Essen war kalt und der Kellner war sehr unfreundlich zu uns."
        let sentiment = Self.scorer.score(text: text, language: "en-GB")
        #expect(sentiment.language == "de")
        #expect(sentiment.label == .negative)
    }

    @Test func `is read as declared where it does not tell`() {
        #expect(Self.scorer.score(text: "Super!", language: "de-AT").language == "de")
        #expect(Self.scorer.score(text: "Super!", language: "DE_at").language == "de")
    }
}
