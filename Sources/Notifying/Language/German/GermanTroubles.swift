import Model

extension GermanPhrases {
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String {
        let isOne = count == 1
        return switch kind {
        case .unreachable: isOne ? "ist nicht erreichbar" : "sind nicht erreichbar"
        case .unreadable: isOne ? "ist nicht mehr lesbar" : "sind nicht mehr lesbar"
        case .quiet: isOne ? "ist ungewöhnlich still" : "sind ungewöhnlich still"
        case .gone: isOne ? "gibt es nicht mehr" : "gibt es nicht mehr"
        case .recovered: isOne ? "funktioniert wieder" : "funktionieren wieder"
        case .moved: isOne ? "ist umgezogen" : "sind umgezogen"
        case .gap:
            isOne
                ? "hatte vielleicht Einträge, die fehlen" : "hatten vielleicht Einträge, die fehlen"
        case .churn:
            isOne
                ? "hat bekannten Einträgen neue Kennungen gegeben"
                : "haben bekannten Einträgen neue Kennungen gegeben"
        case .delisted:
            isOne
                ? "listet manches nicht mehr, was dort stand"
                : "listen manches nicht mehr, was dort stand"
        }
    }

    func meaning(of kind: SourceNotice.Kind) -> String {
        switch kind {
        case .unreachable:
            "Repute versucht es weiter und meldet sich, sobald die Quelle wieder antwortet. Sind mehrere "
                + "Quellen zugleich betroffen, prüfen Sie Ihre Internetverbindung."
        case .unreadable:
            "Die Quelle antwortet, aber nicht so, dass Repute sie lesen kann. Prüfen Sie die Quelle "
                + "oder ihr Rezept."
        case .quiet:
            "Die Quelle antwortet, bringt aber seit ungewöhnlich langer Zeit nichts Neues. Sehen Sie sie "
                + "sich im Browser an: Adresse oder Suche können sich geändert haben."
        case .gone:
            "Der Server sagt, dass es die Quelle nicht mehr gibt. Repute fragt nur noch einmal am Tag "
                + "nach."
        case .recovered: "Die Quelle wird wieder gelesen wie zuvor."
        case .moved:
            "Die Quelle hat eine neue Adresse und wird ab jetzt dort gelesen. Tragen Sie die neue Adresse "
                + "in die Konfiguration ein."
        case .gap:
            "Zwischen zwei Abfragen können Einträge gekommen und verschwunden sein."
        case .churn:
            "Bekannte Einträge kamen unter neuen Kennungen zurück; sie werden nicht noch einmal gemeldet."
        case .delisted: "Diese Erwähnungen stehen dort nicht mehr, wo sie standen."
        }
    }

    func source(_ phrase: SourcePhrase) -> String {
        switch phrase {
        case .since(let time): "Seit \(time)"
        case .noticed(let time): "Bemerkt am \(time)"
        case .lastRead(let time): "Zuletzt richtig gelesen am \(time)"
        case .neverRead: "Noch nie richtig gelesen"
        case .serverSaid(let words): "Laut Protokoll (englisch): \(quoted(words))"
        }
    }

    func channel(_ phrase: ChannelPhrase) -> String {
        switch phrase {
        case .deliversAgain(let name): "Der Kanal \(name) stellt wieder zu"
        case .couldNotDeliver(let name): "Der Kanal \(name) konnte nicht zustellen"
        case .takesNoMore(let name): "Der Kanal \(name) nimmt keine Briefe mehr an"
        case .cantDeliver(let name, let since):
            "Der Kanal \(name) kann\(since.map { " seit \($0)" } ?? "") nicht zustellen"
        case .nothingLost(waiting: 0):
            "Nichts ging verloren: Was gewartet hat, wurde verschickt."
        case .nothingLost(let count):
            "Nichts ging verloren: \(counted(count, "Brief wartet", "Briefe warten")) dort noch und "
                + "\(form(count, "wird", "werden nacheinander")) verschickt."
        case .worksMeanwhile: "Er funktioniert inzwischen wieder; nichts ging verloren."
        case .switchedOffMeaning:
            "Sein Empfänger hat geantwortet, dass er keine Briefe mehr will. Deshalb wird dorthin nichts "
                + "geschickt, bis Sie es verlangen. Alarme gehen weiter über Ihre anderen Kanäle."
        case .waitMeaning:
            "Alarme, die dorthin gehen sollten, warten und werden verschickt, sobald er wieder "
                + "funktioniert. Diese Mail kam über einen anderen Kanal."
        case .failingSince(let time): "Gestört seit \(time)"
        case .switchedOff(let time): "Vom Empfänger abgeschaltet am \(time)"
        case .failedAttempts(let count): "Fehlversuche: \(figures.count(count))"
        case .lastError(let error): "Letzter Fehler (englisch): \(quoted(error))"
        case .lastDelivered(let time): "Letzter Brief zugestellt am \(time)"
        case .neverDelivered: "Er hat noch nie einen Brief zugestellt"
        case .waitFor(let count): "\(counted(count, "Brief wartet", "Briefe warten")) auf ihn"
        case .nextTry(let time): "Nächster Versuch am \(time)"
        case .tryIt: "Wenn er wieder geht, testen Sie ihn"
        case .sendNow: "Was wartet, sofort verschicken"
        }
    }
}
