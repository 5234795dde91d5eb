import Model

extension SpanishPhrases {
    func chat(_ phrase: ChatPhrase) -> String {
        switch phrase {
        case .alerts(let count, let mentions):
            "\(self.count(.alerts(count))), \(self.count(.mentions(mentions)))"
        case .surge(let brand):
            "Más menciones de lo habitual" + (brand.map { " de \($0)" } ?? "")
        case .drop(let brand):
            "La valoración o el sentimiento ha bajado" + (brand.map { ": \($0)" } ?? "")
        case .waiting(1): "Una mención sigue esperando respuesta"
        case .waiting(let count):
            counted(count, "mención sigue", "menciones siguen") + " esperando respuesta"
        case .labelled(let count, .negative):
            counted(count, "mención negativa", "menciones negativas")
        case .labelled(let count, .positive):
            counted(count, "mención positiva", "menciones positivas")
        case .labelled(let count, _): self.count(.mentions(count))
        case .mixed(let count, let negative):
            self.count(.mentions(count))
                + (negative > 0 ? ", \(self.count(.negative(negative)))" : "")
        case .verdictOn(let verdict, let source): "\(verdict) en \(source)"
        case .channelTrouble(let channel): "\(name(channel)) tiene problemas"
        case .channelTakesNoMore(let channel): "\(name(channel)) no acepta más cartas"
        case .channelFails(let channel): "\(name(channel)) no puede entregar"
        case .channelWorks(let channel): "\(name(channel)) vuelve a funcionar"
        case .test: "Una prueba de este canal"
        case .channelHeading(let channel): "Canal \(channel)"
        case .channelSince(let time): "Desde el \(time)"
        case .lastAttempt(let error): "El último intento: \(error)"
        case .lastDelivered(let time): "Última entrega: \(time)"
        case .lettersWait(let count): counted(count, "carta espera", "cartas esperan")
        case .more(let count, let command): "… y \(figures.count(count)) más: \(command)"
        case .removed(let count):
            "\(counted(count, "mención eliminada", "menciones eliminadas")) desde entonces."
        case .moreCharacters(let count, let id):
            "\(mention(.moreCharacters(count))): repute show \(id)"
        case .footer(let alert, let rule, let severity):
            "Repute · aviso \(alert) · regla \(rule) · \(self.severity(severity))"
        case .footerOfSeveral(let alert, let count, let severity):
            "Repute · aviso \(alert) · el primero de \(figures.count(count)) · "
                + self.severity(severity)
        case .advice(let advice): self.advice(advice)
        }
    }

    private func name(_ channel: ChannelID?) -> String {
        channel.map { "El canal \($0)" } ?? "Un canal"
    }

    private func advice(_ advice: ChatAdvice) -> String {
        switch advice {
        case .worstFirst: "Mire primero las peores; las demás pueden esperar: repute alerts."
        case .nothing: "No hay nada que hacer."
        case .lookAtSource: "Mire qué se dice de la fuente: repute source show NAME."
        case .surge: "Mire qué tienen en común: repute mentions."
        case .drop: "Mire qué menciones bajan la media: repute mentions --label negative."
        case .answerOrMark: "Responda donde está, o mírela: repute show NUMBER."
        case .digest: "Aquí nada corre prisa; el informe completo: repute report."
        case .test: "No hay nada que hacer: quien lee esto recibe los avisos de este canal."
        case .answer: "Léala y responda donde está: con calma, de forma personal y pronto."
        case .decide: "Léala y decida después si necesita respuesta."
        case .thank: "Unas palabras de agradecimiento son bienvenidas."
        case .mendChannel(let name):
            "Arréglelo y envíe una prueba; lo que espera se envía solo. Los ajustes: \(name)."
        case .readdressChannel(let name): "Dé otra dirección a \(name), o elimínelo."
        }
    }
}
