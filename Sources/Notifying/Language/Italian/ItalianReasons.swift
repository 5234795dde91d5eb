import Model

extension ItalianPhrases {
    func why(_ alert: AlertFacts) -> String {
        let rule = quoted(alert.rule.rawValue)
        return switch alert.event {
        case .mentions(_, worst: nil): "è scattata la regola \(rule)"
        case .mentions(1, let worst?): "\(worst); lo segnala la regola \(rule)"
        case .mentions(let count, let worst?):
            "la regola \(rule) segnala \(self.count(.mentions(count))); la peggiore: \(worst)"
        case .sources(let kind, let names): sources(kind, names)
        case .surge(let surge?, _): self.surge(surge)
        case .surge(nil, let brand):
            "più menzioni del solito" + (brand.map { " di \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .drop(let drop?, _): self.drop(drop)
        case .drop(nil, let brand):
            "la valutazione o il sentimento è in calo" + (brand.map { ": \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .reminder(let count, let isReviews, let oldest, let answered):
            reminder(count, isReviews, oldest)
                + (answered > 0
                    ? semicolon
                        + counted(
                            answered, "ha avuto risposta nel frattempo",
                            "hanno avuto risposta nel frattempo") : "")
        case .digest(let name): "è l’ora di \(quoted(name))"
        case .channel(let headline): headline
        case .test(let channel): "qualcuno ha chiesto una prova del canale \(channel)"
        }
    }

    private func reminder(_ count: Int, _ isReviews: Bool, _ oldest: String?) -> String {
        count == 1
            ? "una \(isReviews ? "recensione" : "menzione") attende ancora risposta"
                + (oldest.map { ", da \($0)" } ?? "")
            : "\(figures.count(count)) \(isReviews ? "recensioni" : "menzioni") attendono ancora "
                + "risposta" + (oldest.map { "; la più vecchia da \($0)" } ?? "")
    }

    private func sources(_ kind: SourceNotice.Kind, _ names: [String]) -> String {
        guard names.count > 1 else { return "\(names.first ?? "?") \(predicate(kind, count: 1))" }
        let rest = names.count - 3
        return "\(figures.count(names.count)) fonti \(predicate(kind, count: names.count)): "
            + names.prefix(3).joined(separator: ", ")
            + (rest > 0 ? " e \(counted(rest, "altra", "altre"))" : "")
    }

    private func surge(_ surge: SurgeTelling) -> String {
        let labels = surge.labels.map { surge.count == 1 ? label($0) : plural($0) }
        let what = labels.isEmpty ? "" : " " + labels.joined(separator: " o ")
        let window =
            switch surge.window {
            case .hours(let count): time(.duration(count, .hour))
            case .days(let count): time(.duration(count, .day))
            }
        let usual =
            surge.usual.lowerBound == surge.usual.upperBound
            ? figures.count(surge.usual.lowerBound)
            : "da \(figures.count(surge.usual.lowerBound)) a \(figures.count(surge.usual.upperBound))"
        let rarity =
            switch surge.rarity {
            case .never: "meno di una volta in 100 anni"
            case .years(let count): "una volta in \(counted(count, "anno", "anni"))"
            case .timesAYear(let count): "\(counted(count, "volta", "volte")) all’anno"
            }
        return
            "\(self.count(.mentions(surge.count)))\(what) di \(surge.name) in \(window); di solito sono "
            + "\(usual) (per caso ne arrivano tante \(rarity))"
    }

    private func plural(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "negative"
        case .neutral: "neutre"
        case .positive: "positive"
        case .unscored: "non valutate"
        }
    }

    private func drop(_ drop: DropTelling) -> String {
        let (before, recent) = (figures.localized(drop.before), figures.localized(drop.recent))
        let days = time(.duration(drop.days, .day))
        return switch drop.figure {
        case .rating:
            "la valutazione di \(drop.name) è scesa da \(before) a \(recent) stelle: "
                + "\(counted(drop.count, "valutazione", "valutazioni")) in \(days) contro "
                + "\(figures.count(drop.countBefore)) prima"
        case .sentiment:
            "il sentimento verso \(drop.name) è sceso da \(before) a \(recent): "
                + "\(counted(drop.count, "menzione valutata", "menzioni valutate")) in \(days) contro "
                + "\(figures.count(drop.countBefore)) prima"
        }
    }

    func fact(_ fact: Weighing.Fact) -> String {
        switch fact {
        case .rating(let value, let scale, nil):
            "\(figures.localized(value)) \(value == "1" ? "stella" : "stelle") su "
                + figures.localized(scale)
        case .rating(let value, let scale, let stars?):
            "\(figures.localized(value)) su \(figures.localized(scale)) "
                + "(\(figures.localized(stars)) \(stars == "1" ? "stella" : "stelle"))"
        case .label(let label): self.label(label)
        case .strongWords: "parole forti"
        case .unsure: "giudizio incerto"
        case .sites(let count): "su \(counted(count, "sito", "siti"))"
        case .survey: "risposta a un sondaggio"
        case .complaint(let number): "\(number)º reclamo di questo autore"
        }
    }

    func verdict(_ phrase: VerdictPhrase) -> String {
        switch phrase {
        case .noText: "Non valutata: non c’è testo."
        case .unknownLanguage:
            "Non valutata: la lingua non è nota, o il testo è troppo breve per giudicare."
        case .unreadLanguage(let code):
            "Non valutata: la lingua (\(code)) non è tra quelle che Repute legge."
        case .tooLittleText: "Non valutata: il testo dice troppo poco per giudicare."
        case .judged(let label): "Giudicata \(self.label(label)) da una persona. Il programma dice:"
        case .verdict(let label, let score, let sureness):
            "\(self.label(label).capitalizedFirst) (\(score), \(word(sureness)))"
        case .rated(let value, let scale): "valutata \(value) su \(scale)"
        case .textAlone(let label, let score):
            "il solo testo è "
                + (label == .negative ? "negativo" : label == .positive ? "positivo" : "neutro")
                + " (\(score))"
        case .textAloneSaysNothing: "il solo testo non permette un giudizio"
        case .nothingCounts: "nessuna delle sue parole conta"
        case .balance(let terms): "elogi e critiche si bilanciano: \(terms)"
        case .statement(let terms): "più una constatazione che un’opinione, nonostante \(terms)"
        case .tooLittle(let terms): "troppo poco parla per una parte o per l’altra: \(terms)"
        case .weakerWords(let count): counted(count, "parola più debole", "parole più deboli")
        case .fromOwnList: "(dal proprio elenco)"
        case .and: " e "
        case .disagreement:
            "Voto e testo si contraddicono: è bene che una persona dia un’occhiata."
        }
    }

    private func word(_ sureness: Sureness) -> String {
        switch sureness {
        case .sure: "sicuro"
        case .fairlySure: "abbastanza sicuro"
        case .guess: "una supposizione"
        }
    }

    func rule(_ clause: ScoringClause) -> String {
        switch clause {
        case .negated(let words): "capovolto da \(words)"
        case .stronger(let words): "rafforzato da \(words)"
        case .weaker(let words): "attenuato da \(words)"
        case .excessive(let words): "aggravato da \(words)"
        case .before(let words): "dimezzato prima di \(words)"
        case .after(let words): "più forte dopo \(words)"
        case .conceded(let words): "meno forte dopo \(words)"
        case .about(let words): "riguardo a \(words)"
        case .capitals: "accentuato dalle maiuscole"
        case .exclamation: "accentuato da \(quoted("!"))"
        case .longLetters: "accentuato dalle lettere allungate"
        case .other: ""
        }
    }
}
