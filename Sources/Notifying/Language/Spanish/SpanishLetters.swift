import Model

extension SpanishPhrases {
    func mention(_ phrase: MentionPhrase) -> String {
        switch phrase {
        case .readOn(let source): "Leer en \(source)"
        case .answerOn(let source): "Responder en \(source)"
        case .read, .readIt: "Leer"
        case .answer: "Responder"
        case .more: "Más:"
        case .words: "Palabras:"
        case .hasNoText: "No tiene texto."
        case .noText: "sin texto"
        case .about(let names): "Sobre \(names)"
        case .beforeEdit: "Antes del cambio"
        case .saidBeforeEdit: "Antes del cambio decía:"
        case .hadNoTextBeforeEdit: "Antes del cambio no tenía texto."
        case .hadNoText: "No tenía texto."
        case .moreCharacters(let count): counted(count, "carácter más", "caracteres más")
        case .wordsThatCounted: "Las palabras que contaron:"
        case .weaker(let count): "… y \(counted(count, "más débil", "más débiles"))"
        case .andMore(let count): "… y \(counted(count, "más", "más"))"
        case .editedStars(let before, let now): "Cambiada de \(before) a \(now)"
        case .editedLabels(let before, let now): "Cambiada de \(label(before)) a \(label(now))"
        case .editedWorse: "Cambiada a peor"
        case .delisted(let time): "No aparece desde \(time)"
        case .rating(let value, let scale, let stars):
            "\(value) de \(scale), "
                + ["muy mala", "mala", "regular", "buena", "muy buena"][min(max(stars, 1), 5) - 1]
        case .starsOfFive(let count): "\(count) de 5 estrellas"
        case .storyOnThisSite(let count):
            "La misma historia \(figures.count(count)) veces en este sitio"
        case .storyOnSites(let count):
            "La misma historia en \(counted(count, "sitio", "sitios"))"
        case .unanswered(let wait, let since):
            "Sin respuesta desde hace \(wait), es decir, desde el \(since)."
        case .answeredMeanwhile(let wait): "Respondida entretanto, tras \(wait)."
        case .closedMeanwhile(let wait): "Cerrada entretanto, tras \(wait)."
        case .reminder(let count): count <= 1 ? "Primer recordatorio." : "Recordatorio \(count)."
        case .waits(let since, let count):
            "Espera desde \(since); recordatorio \(figures.count(count))."
        case .kind(.negative): "Mención negativa"
        case .kind(.positive): "Mención positiva"
        case .kind(.neutral), .kind(.unscored): "Mención"
        }
    }

    func title(_ phrase: TitlePhrase) -> String {
        switch phrase {
        case .surge(let gist): "Aumento: \(gist)"
        case .drop(let gist): "Caída: \(gist)"
        case .digest: "Resumen"
        case .test(let channel): "Prueba del canal \(channel)"
        case .mentionsRemoved: "Un aviso cuyas menciones se eliminaron"
        case .reminderRemoved: "Un recordatorio cuyas menciones se eliminaron"
        case .quoteAndMore(let quote, let count): ": \(quote) y \(counted(count, "más", "más"))"
        case .mention(let kind, let place, let quote):
            "\(kind) en \(place)\(quote.map { ": \($0)" } ?? ", sin texto")"
        case .placeAndSites(let source, let count):
            "\(source) y \(counted(count, "sitio más", "sitios más"))"
        case .unanswered(let mention): "Sin respuesta: \(mention)"
        case .wait(let count, let isReviews, let longest):
            (isReviews
                ? counted(count, "reseña espera respuesta", "reseñas esperan respuesta")
                : counted(count, "mención espera respuesta", "menciones esperan respuesta"))
                + (longest.map { ", la más antigua desde hace \($0)" } ?? "")
        case .alertsSince(let count, let time): "\(self.count(.alerts(count))) desde \(time)"
        case .isQuiet: "todo tranquilo"
        case .moreThanUsual: "Más de lo habitual"
        case .isDrop: "Una caída"
        case .ofThisTime(let count, let topic):
            "\(self.count(.mentions(count))) de este periodo" + (topic.map { ", \($0)" } ?? "")
        case .stillUnanswered(let wait):
            "Sigue sin respuesta" + (wait.map { " tras \($0)" } ?? "")
        case .waiting(let count):
            counted(count, "mención espera respuesta", "menciones esperan respuesta")
        case .oldestWaits(let wait): "La más antigua desde hace \(wait)."
        case .oldestFirst: "Las más antiguas primero."
        case .severity(.critical): "Crítico"
        case .severity(.warning): "Advertencias"
        case .severity(.info): "A título informativo"
        case .furtherMentions: "Otras menciones"
        case .lead(let kind, let channel): lead(kind, channel)
        case .removedSince: "Eliminada desde entonces:"
        case .since(let time): "(desde \(time))"
        }
    }

    private func lead(_ kind: Alert.Kind, _ channel: ChannelID?) -> String {
        switch kind {
        case .surge: "Más de lo habitual:"
        case .drop: "Una caída:"
        case .channel: "Canal \(channel?.rawValue ?? "?"):"
        case .test: "Una prueba:"
        case .digest: "Un resumen:"
        case .mentions, .sources, .reminder: ""
        }
    }

    func note(_ phrase: NotePhrase) -> String {
        switch phrase {
        case .whyOneMail:
            "Por qué un solo correo: estos avisos llegaron a la vez o tuvieron que esperar (horas de "
                + "silencio, límite por hora, una avería), y por eso se cuentan juntos."
        case .why(let reason): "Por qué recibe este correo: \(reason)"
        case .urgency(let urgency): "Urgencia: \(urgency)"
        case .alsoPart(let alert, let rule): "También parte del aviso \(alert), regla \(rule)."
        case .whyAlert(let alert, let rule, let said, let urgency):
            "Por qué (aviso \(alert), regla \(rule)): \(said)\(urgency.map { " " + $0 } ?? "")"
        case .allForgotten(let count):
            count == 1
                ? "La mención de este aviso se ha eliminado desde entonces."
                : "Las \(figures.count(count)) menciones de este aviso se han eliminado desde entonces."
        case .someForgotten(let count):
            counted(
                count, "mención más se ha eliminado", "menciones más se han eliminado")
                + " desde entonces."
        case .restByID(let count, let low, let high):
            "… y \(figures.count(count)) más, con números del \(low) al \(high): repute mentions"
        case .furtherNotices(let count): "… y \(figures.count(count)) más: repute status"
        case .signature(let business, let alert, let rule, let severity):
            "Repute, pendiente de \(business). Aviso \(alert), regla \(rule), \(self.severity(severity))."
        case .digestSignature(let business, let alert, let digest):
            "Repute, pendiente de \(business). Aviso \(alert), resumen \(digest)."
        case .signatureOfSeveral(let business, let alerts):
            "Repute, pendiente de \(business). Avisos \(alerts)."
        case .idRange(let low, let high): "\(low) a \(high)"
        case .noAnswerNeeded: "No necesita respuesta"
        case .isTest: "Esto es una prueba"
        case .nothingHappened: "No ha pasado nada y no tiene que hacer nada."
        case .channelWorks(let channel):
            "El canal \(channel) funciona: esta carta ha seguido el camino de todos los avisos, por la cola "
                + "de salida y con los ajustes propios del canal."
        case .askedFor(let time): "Solicitada el \(time)"
        case .weighed(let severity, let count):
            self.severity(severity)
                + (count.map { " por la peor de \(figures.count($0))" } ?? "")
        case .inEnglish(let text): "en inglés: \(text)"
        case .weighing(let severity, let stored): weighing(severity, stored: stored)
        }
    }
}
