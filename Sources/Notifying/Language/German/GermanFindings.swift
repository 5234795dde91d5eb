import Model

extension GermanPhrases {
    func finding(_ telling: NoticeTelling) -> String {
        switch telling {
        case .failing(let fault): finding(fault)
        case .gone, .delisted: ""
        case .reshaped(let command):
            "Den Einträgen fehlt etwas, das sie bisher hatten. Sie werden gespeichert, wie sie sind, aber vielleicht falsch gelesen."
                + " Wenn das so sein soll: \(command)."
        case .emptied(let command):
            "Die Quelle listet nichts mehr, obwohl dort bisher immer etwas stand."
                + " Wenn das so sein soll: \(command)."
        case .silent(let days): "Seit \(counted(days, "Tag", "Tagen")) kam nichts Neues."
        case .recovered(.history):
            "Was dort jetzt steht, gilt als Vorgeschichte und löst keinen Alarm aus."
        case .recovered(.nothing): "Es fehlt nichts: Alles Bisherige steht noch dort."
        case .recovered(.perhaps):
            "Einträge aus der Zwischenzeit können fehlen: Nichts vom Bisherigen steht noch dort."
        case .speaking: "Es kommt wieder Neues."
        case .moved(let address): "Die neue Adresse: \(address)"
        case .returned(let address): "Die Adresse aus der Konfiguration gilt wieder: \(address)"
        case .gap(let entries, let remedy):
            counted(entries, "Eintrag steht", "Einträge stehen")
                + " dort, keiner davon war schon bekannt." + " " + advice(remedy)
        case .churned(let entries, heldBack: 0):
            counted(entries, "bekannter Eintrag hat", "bekannte Einträge haben")
                + " neue Kennungen."
        case .churned(let entries, let heldBack):
            counted(entries, "bekannter Eintrag hat", "bekannte Einträge haben")
                + " neue Kennungen." + " "
                + counted(
                    heldBack, "weiterer Eintrag ohne Datum wurde",
                    "weitere Einträge ohne Datum wurden") + " ohne Alarm gespeichert."
        }
    }

    private func finding(_ fault: NoticeTelling.Fault) -> String {
        switch fault {
        case .unreachable: ""
        case .tooManyRequests: "Die Quelle weist Repute ab, weil zu oft gefragt wurde."
        case .noAccess: "Die Quelle verweigert den Zugriff."
        case .notFound: "Die Quelle ist unter ihrer Adresse nicht zu finden."
        case .requestRefused: "Die Quelle nimmt die Anfrage nicht an."
        case .serverFault: "Auf dem Server der Quelle gibt es einen Fehler."
        case .tooLarge: "Die Antwort der Quelle ist zu groß zum Lesen."
        case .empty: "Die Antwort der Quelle ist leer."
        case .notAFeed: "Die Antwort der Quelle ist kein Feed."
        case .malformed: "Die Antwort der Quelle ist fehlerhaft."
        }
    }

    private func advice(_ remedy: NoticeTelling.Remedy) -> String {
        switch remedy {
        case .shorterInterval: "Fragen Sie die Quelle öfter ab."
        case .none: "Die Quelle war lange nicht gelesen worden."
        case .longerFeed:
            "Häufiger abzufragen hülfe nicht: Suchen Sie einen Feed der Quelle, der mehr listet."
        }
    }
}
