import Model

extension GermanPhrases {
    func why(_ alert: AlertFacts) -> String {
        switch alert.event {
        case .mentions(_, worst: nil): "Die Regel \(quoted(alert.rule.rawValue)) hat angeschlagen"
        case .mentions(1, let worst?):
            "\(worst); das meldet die Regel \(quoted(alert.rule.rawValue))"
        case .mentions(let count, let worst?):
            "Die Regel \(quoted(alert.rule.rawValue)) meldet \(figures.count(count)) Erwähnungen; die "
                + "schlimmste ist \(worst)"
        case .sources(let kind, let names): sources(kind, names)
        case .surge(let surge?, _): self.surge(surge)
        case .surge(nil, let brand):
            "mehr Erwähnungen als üblich" + (brand.map { " von \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .drop(let drop?, _): self.drop(drop)
        case .drop(nil, let brand):
            "Bewertung oder Stimmung" + (brand.map { " von \($0)" } ?? "") + " ist gefallen; "
                + note(.inEnglish(alert.stored))
        case .reminder(let count, let isReviews, let oldest, let answered):
            reminder(count, isReviews, oldest)
                + (answered > 0
                    ? semicolon
                        + counted(
                            answered, "wurde inzwischen beantwortet",
                            "wurden inzwischen beantwortet") : "")
        case .digest(let name): "\(quoted(name)) ist fällig"
        case .channel(let headline): headline
        case .test(let channel): "jemand hat den Kanal \(channel) testen lassen"
        }
    }

    private func reminder(_ count: Int, _ isReviews: Bool, _ oldest: String?) -> String {
        count == 1
            ? "\(isReviews ? "eine Bewertung" : "eine Erwähnung") wartet noch auf Antwort"
                + (oldest.map { ", seit \($0)" } ?? "")
            : "\(figures.count(count)) \(isReviews ? "Bewertungen" : "Erwähnungen") warten noch auf "
                + "Antwort" + (oldest.map { "; die älteste seit \($0)" } ?? "")
    }

    private func sources(_ kind: SourceNotice.Kind, _ names: [String]) -> String {
        guard names.count > 1 else { return "\(names.first ?? "?") \(predicate(kind, count: 1))" }
        let rest = names.count - 3
        return "\(figures.count(names.count)) Quellen \(predicate(kind, count: names.count)): "
            + names.prefix(3).joined(separator: ", ")
            + (rest > 0 ? " und \(counted(rest, "weitere", "weitere"))" : "")
    }

    private func surge(_ surge: SurgeTelling) -> String {
        let labels = surge.labels.map { label($0) + "e" }
        let what = labels.isEmpty ? "" : labels.joined(separator: " oder ") + " "
        let window =
            switch surge.window {
            case .hours(1): "einer Stunde"
            case .hours(let count): time(.duration(count, .hour))
            case .days(let count): time(.duration(count, .day))
            }
        let usual =
            surge.usual.lowerBound == surge.usual.upperBound
            ? figures.count(surge.usual.lowerBound)
            : "\(figures.count(surge.usual.lowerBound)) bis \(figures.count(surge.usual.upperBound))"
        let rarity =
            switch surge.rarity {
            case .never: "seltener als einmal in 100 Jahren"
            case .years(let count): "einmal in \(figures.count(count)) Jahren"
            case .timesAYear(1): "einmal im Jahr"
            case .timesAYear(let count): "\(figures.count(count))-mal im Jahr"
            }
        return
            "\(figures.count(surge.count)) \(what)Erwähnungen von \(surge.name) in \(window); üblich "
            + "sind \(usual) (so viele kommen zufällig \(rarity) vor)"
    }

    private func drop(_ drop: DropTelling) -> String {
        let (before, recent) = (figures.localized(drop.before), figures.localized(drop.recent))
        let days = time(.duration(drop.days, .day))
        return switch drop.figure {
        case .rating:
            "die Bewertung von \(drop.name) fiel von \(before) auf \(recent) Sterne: "
                + "\(figures.count(drop.count)) Bewertungen in \(days) gegenüber "
                + "\(figures.count(drop.countBefore)) davor"
        case .sentiment:
            "die Stimmung über \(drop.name) fiel von \(before) auf \(recent): "
                + "\(figures.count(drop.count)) beurteilte Erwähnungen in \(days) gegenüber "
                + "\(figures.count(drop.countBefore)) davor"
        }
    }

    func fact(_ fact: Weighing.Fact) -> String {
        switch fact {
        case .rating(let value, let scale, nil):
            "\(figures.localized(value)) von \(figures.localized(scale)) Sternen"
        case .rating(let value, let scale, let stars?):
            "\(figures.localized(value)) von \(figures.localized(scale)) "
                + "(\(figures.localized(stars)) \(stars == "1" ? "Stern" : "Sterne"))"
        case .label(let label): self.label(label)
        case .strongWords: "starke Worte"
        case .unsure: "Urteil nicht sicher"
        case .sites(let count): "auf \(counted(count, "Seite", "Seiten"))"
        case .survey: "eine Umfrageantwort"
        case .complaint(let number): "\(number). Beschwerde dieses Verfassers"
        }
    }

    func verdict(_ phrase: VerdictPhrase) -> String {
        switch phrase {
        case .noText: "Unbewertet: Es gibt keinen Text."
        case .unknownLanguage:
            "Unbewertet: Die Sprache ist nicht bekannt, oder der Text ist zu kurz für ein Urteil."
        case .unreadLanguage(let code):
            "Unbewertet: Die Sprache (\(code)) gehört nicht zu denen, die Repute liest."
        case .tooLittleText: "Unbewertet: Der Text gibt zu wenig für ein Urteil her."
        case .judged(let label):
            "Von einem Menschen als \(self.label(label)) beurteilt. Das Programm sagt:"
        case .verdict(let label, let score, let sureness):
            "\(self.label(label).capitalizedFirst) (\(score), \(word(sureness)))"
        case .rated(let value, let scale): "Bewertung \(value) von \(scale)"
        case .textAlone(let label, let score):
            "der Text allein ist \(self.label(label)) (\(score))"
        case .textAloneSaysNothing: "der Text allein ergibt kein Urteil"
        case .nothingCounts: "kein Wort darin zählt"
        case .balance(let terms): "Lob und Klage halten sich die Waage: \(terms)"
        case .statement(let terms):
            "eher eine Feststellung als eine Meinung, trotz \(terms)"
        case .tooLittle(let terms): "für keine Seite spricht genug: \(terms)"
        case .weakerWords(let count): counted(count, "schwächeres Wort", "schwächere Wörter")
        case .fromOwnList: "(aus Ihrer eigenen Liste)"
        case .and: " und "
        case .disagreement:
            "Bewertung und Text widersprechen sich: Das sollte sich ein Mensch ansehen."
        }
    }

    private func word(_ sureness: Sureness) -> String {
        switch sureness {
        case .sure: "sicher"
        case .fairlySure: "ziemlich sicher"
        case .guess: "eine Vermutung"
        }
    }

    func rule(_ clause: ScoringClause) -> String {
        switch clause {
        case .negated(let words): "umgekehrt durch \(words)"
        case .stronger(let words): "verstärkt durch \(words)"
        case .weaker(let words): "abgeschwächt durch \(words)"
        case .excessive(let words): "verschlimmert durch \(words)"
        case .before(let words): "halbiert vor \(words)"
        case .after(let words): "stärker nach \(words)"
        case .conceded(let words): "schwächer nach \(words)"
        case .about(let words): "über \(words)"
        case .capitals: "lauter durch Großbuchstaben"
        case .exclamation: "lauter durch \(quoted("!"))"
        case .longLetters: "lauter durch gedehnte Buchstaben"
        case .other: ""
        }
    }
}
