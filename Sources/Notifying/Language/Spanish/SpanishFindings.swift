import Model

extension SpanishPhrases {
    func finding(_ telling: NoticeTelling) -> String {
        switch telling {
        case .failing(let fault): finding(fault)
        case .gone, .delisted: ""
        case .reshaped(let command):
            "A las entradas les falta algo que tenían hasta ahora. Se guardan tal como son, pero quizá se lean mal."
                + " Si debe ser así: \(command)."
        case .emptied(let command):
            "La fuente ya no muestra nada, aunque hasta ahora siempre mostraba algo."
                + " Si debe ser así: \(command)."
        case .silent(let days): "No hay nada nuevo desde hace \(counted(days, "día", "días"))."
        case .recovered(.history):
            "Lo que muestra ahora cuenta como historial y no genera avisos."
        case .recovered(.nothing): "No falta nada: todo lo que mostraba sigue allí."
        case .recovered(.perhaps):
            "Pueden faltar entradas de ese tiempo: ya no queda nada de lo que mostraba."
        case .speaking: "Vuelve a traer novedades."
        case .moved(let address): "La nueva dirección: \(address)"
        case .returned(let address): "Vuelve a valer la dirección de la configuración: \(address)"
        case .gap(let entries, let remedy):
            "La fuente muestra \(counted(entries, "entrada", "entradas")), y ninguna era conocida."
                + " " + advice(remedy)
        case .churned(let entries, heldBack: 0):
            counted(entries, "entrada conocida tiene", "entradas conocidas tienen")
                + " otros identificadores."
        case .churned(let entries, let heldBack):
            counted(entries, "entrada conocida tiene", "entradas conocidas tienen")
                + " otros identificadores." + " "
                + counted(
                    heldBack, "otra entrada sin fecha se guardó",
                    "otras entradas sin fecha se guardaron") + " sin aviso."
        }
    }

    private func finding(_ fault: NoticeTelling.Fault) -> String {
        switch fault {
        case .unreachable: ""
        case .tooManyRequests:
            "La fuente rechaza a Repute porque se le pregunta con demasiada frecuencia."
        case .noAccess: "La fuente deniega el acceso."
        case .notFound: "La fuente no se encuentra en su dirección."
        case .requestRefused: "La fuente no acepta la petición."
        case .serverFault: "El servidor de la fuente tiene un fallo."
        case .tooLarge: "La respuesta de la fuente es demasiado grande para leerla."
        case .empty: "La respuesta de la fuente está vacía."
        case .notAFeed: "La respuesta de la fuente no es un feed."
        case .malformed: "La respuesta de la fuente está mal formada."
        }
    }

    private func advice(_ remedy: NoticeTelling.Remedy) -> String {
        switch remedy {
        case .shorterInterval: "Consulte la fuente más a menudo."
        case .none: "La fuente llevaba mucho tiempo sin leerse."
        case .longerFeed:
            "Consultarla más a menudo no serviría: busque un feed de la fuente que muestre más."
        }
    }
}
