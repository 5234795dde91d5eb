import Model

extension SpanishPhrases {
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String {
        let isOne = count == 1
        return switch kind {
        case .unreachable: isOne ? "no responde" : "no responden"
        case .unreadable: isOne ? "ya no se puede leer" : "ya no se pueden leer"
        case .quiet:
            isOne ? "está inusualmente callada" : "están inusualmente calladas"
        case .gone: isOne ? "ha dejado de existir" : "han dejado de existir"
        case .recovered: isOne ? "vuelve a funcionar" : "vuelven a funcionar"
        case .moved: isOne ? "se ha mudado" : "se han mudado"
        case .gap:
            isOne
                ? "pudo tener entradas que se perdieron"
                : "pudieron tener entradas que se perdieron"
        case .churn:
            isOne
                ? "dio nuevos identificadores a entradas conocidas"
                : "dieron nuevos identificadores a entradas conocidas"
        case .delisted:
            isOne ? "ya no muestra lo que mostraba" : "ya no muestran lo que mostraban"
        }
    }

    func meaning(of kind: SourceNotice.Kind) -> String {
        switch kind {
        case .unreachable:
            "Repute sigue intentándolo y le avisará en cuanto la fuente responda. Si afecta a varias fuentes "
                + "a la vez, compruebe su conexión a internet."
        case .unreadable:
            "La fuente responde, pero no de un modo que Repute sepa leer. Compruebe la fuente o su receta."
        case .quiet:
            "La fuente responde, pero no trae nada nuevo desde hace un tiempo inusualmente largo. Mírela en "
                + "un navegador: su dirección o su búsqueda pueden haber cambiado."
        case .gone:
            "El servidor dice que la fuente ya no existe. Repute solo la consulta una vez al día."
        case .recovered: "La fuente vuelve a leerse como antes."
        case .moved:
            "La fuente tiene una dirección nueva y desde ahora se lee allí. Anote la nueva dirección en la "
                + "configuración."
        case .gap:
            "Entre dos consultas pueden haber aparecido y desaparecido entradas."
        case .churn:
            "Entradas conocidas volvieron con otros identificadores; no se comunican otra vez."
        case .delisted: "Estas menciones ya no están donde estaban."
        }
    }

    func source(_ phrase: SourcePhrase) -> String {
        switch phrase {
        case .since(let time): "Desde el \(time)"
        case .noticed(let time): "Observado el \(time)"
        case .lastRead(let time): "Última lectura correcta el \(time)"
        case .neverRead: "Nunca se ha leído correctamente"
        case .serverSaid(let words): "Según el registro (en inglés): \(quoted(words))"
        }
    }

    func channel(_ phrase: ChannelPhrase) -> String {
        switch phrase {
        case .deliversAgain(let name): "El canal \(name) vuelve a entregar"
        case .couldNotDeliver(let name): "El canal \(name) no pudo entregar"
        case .takesNoMore(let name): "El canal \(name) no acepta más cartas"
        case .cantDeliver(let name, let since):
            "El canal \(name) no puede entregar" + (since.map { " desde \($0)" } ?? "")
        case .nothingLost(waiting: 0): "No se perdió nada: lo que esperaba se ha enviado."
        case .nothingLost(let count):
            "No se perdió nada: \(wait(count)) todavía y "
                + "\(form(count, "se enviará", "se enviarán una tras otra"))."
        case .worksMeanwhile: "Entretanto vuelve a funcionar; no se perdió nada."
        case .switchedOffMeaning:
            "Su destinatario ha respondido que no quiere más cartas, así que no se le envía nada hasta que "
                + "usted lo pida. Los avisos siguen por sus otros canales."
        case .waitMeaning:
            "Los avisos que debían ir allí esperan y se enviarán cuando vuelva a funcionar. Este correo ha "
                + "llegado por otro canal."
        case .failingSince(let time): "Falla desde el \(time)"
        case .switchedOff(let time): "Desconectado por su destinatario el \(time)"
        case .failedAttempts(let count): "Intentos fallidos: \(figures.count(count))"
        case .lastError(let error): "Último error (en inglés): \(quoted(error))"
        case .lastDelivered(let time): "Última carta entregada el \(time)"
        case .neverDelivered: "Todavía no ha entregado ninguna carta"
        case .waitFor(let count): wait(count)
        case .nextTry(let time): "Próximo intento el \(time)"
        case .tryIt: "Cuando esté arreglado, pruébelo"
        case .sendNow: "Enviar ahora lo que espera"
        }
    }

    private func wait(_ count: Int) -> String {
        counted(count, "carta espera", "cartas esperan")
    }
}
