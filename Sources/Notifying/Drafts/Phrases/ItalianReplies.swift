extension ReplyPhrases {
    static let italian = ReplyPhrases(
        openings: [
            "Grazie per aver trovato il tempo di raccontarci com’è andata.",
            "Grazie per averci scritto con tanta franchezza.",
            "Abbiamo letto con attenzione le Sue parole, e siamo contenti che ce lo abbia detto.",
        ],
        points: [
            .transparency: [
                "Prezzi e condizioni devono essere chiari per tutti fin dall’inizio.",
                "Nessuno dovrebbe dover cercare quanto costa qualcosa o quali condizioni valgono.",
            ],
            .reliability: [
                "Lei ha fatto affidamento su di noi, e per noi è importante che si possa farlo.",
                "Ciò che annunciamo deve essere qualcosa su cui Lei può contare.",
            ],
            .integrity: [
                "Lei si chiede se siamo stati onesti, e non lo prendiamo alla leggera.",
                "Vogliamo essere giudicati per la nostra onestà; per questo prendiamo sul serio le Sue "
                    + "parole.",
            ],
            .authenticity: [
                "Lei desidera avere a che fare con persone sincere, e lo desideriamo anche noi.",
                "Ciò che dice della nostra sincerità ci fa riflettere.",
            ],
            .care: [
                "Come le persone vengono trattate da noi ci sta a cuore, e ci dispiace che l’accoglienza "
                    + "non Le sia sembrata buona.",
                "Chi viene da noi deve trovare attenzione e rispetto, e ci dispiace che la Sua "
                    + "impressione sia stata diversa.",
            ],
            .value: [
                "Ciò che si riceve da noi deve valere quanto si paga, e ci dispiace che a Lei non sia "
                    + "sembrato così.",
                "Lei ha confrontato ciò che ha pagato con ciò che ha ricevuto, e vogliamo capire che "
                    + "cosa Le è mancato.",
            ],
            .privacy: [
                "Che cosa accade con i dati personali è per noi una questione seria.",
                "I Suoi dati personali appartengono a Lei, e prendiamo sul serio ciò che ne scrive.",
            ],
            .complaint: [
                "Ci dispiace che non sia stato come sperava.",
                "Ci dispiace per la Sua delusione.",
            ],
        ],
        quotes: [
            "{{#words}} Lei menziona {{words}}, e da lì cominciamo.{{/words}}",
            "{{#words}} Abbiamo annotato in particolare {{words}}.{{/words}}",
        ],
        promises: [
            "Stiamo cercando di capire che cosa è successo.",
            "Ne parleremo con tutte le persone che riguarda.",
            "Vogliamo scoprire che cosa c’è dietro.",
        ],
        invitations: [
            "Se preferisce continuare in privato, "
                + "{{#contact}}scriva a {{contact}}{{/contact}}"
                + "{{^contact}}si rivolga direttamente a noi{{/contact}}. "
                + "Una persona leggerà e Le risponderà.",
            "Ci piacerebbe sapere di più, dove nessun altro legge"
                + "{{#contact}}: ci trova a {{contact}}{{/contact}}"
                + "{{^contact}}: si metta in contatto direttamente con noi{{/contact}}.",
        ],
        privateOpenings: [
            "In data {{date}} ha scritto di {{brand}} su {{source}}, e vorremmo tornare su questo.",
            "Grazie per quanto ha scritto di {{brand}} su {{source}} in data {{date}}.",
            "Le scriviamo a proposito del Suo testo del {{date}} su {{source}}, in cui parlava di "
                + "{{brand}}.",
        ],
        questions: [
            "Vorrebbe raccontarci con parole Sue che cosa è successo, e quale seguito Le sembrerebbe "
                + "buono?",
            "Ci aiuterebbe sapere quando è stato e con chi ha parlato. Così potremo verificare e dirLe "
                + "che cosa abbiamo trovato.",
            "Che cosa dovremmo sapere oltre a ciò che ha scritto, e quale soluzione desidererebbe?",
        ],
        answers: [
            "Basta rispondere a questo messaggio{{#contact}} o scrivere a {{contact}}{{/contact}}.",
            "{{#contact}}A {{contact}} ci raggiunge direttamente; se {{/contact}}"
                + "{{^contact}}Se {{/contact}}preferisce parlarne a voce, ci dica quando Le va bene.",
        ],
        mixed: [
            "Grazie per averci detto sia ciò che Le è piaciuto sia ciò che avrebbe voluto diverso. "
                + "Entrambe le cose ci aiutano.",
            "Grazie per aver trovato il tempo di scrivere. Abbiamo annotato ogni punto, quelli buoni e "
                + "gli altri.",
            "Grazie per le Sue parole equilibrate. Siamo contenti di ciò che è andato bene, e "
                + "rifletteremo sul resto.",
        ],
        mixedPrivate: [
            "Grazie per quanto ha scritto di {{brand}} su {{source}} in data {{date}}. Qual è la cosa "
                + "che dovremmo fare diversamente la prossima volta?",
            "In data {{date}} ha scritto di {{brand}} su {{source}}. Vorremmo capire meglio che cosa "
                + "avrebbe voluto diverso.",
            "Abbiamo letto il Suo testo del {{date}} su {{source}} a proposito di {{brand}}, e ci "
                + "piacerebbe sapere di più.",
        ],
        praise: [
            "Grazie per le Sue parole gentili.{{#words}} Lei scrive {{words}}: fa piacere leggerlo."
                + "{{/words}} Lo faremo sapere a tutti quelli che vi hanno contribuito.",
            "Ci fa piacere leggere che è andato tutto bene. Grazie per avercelo detto"
                + "{{#words}}, e in particolare per {{words}}{{/words}}.",
            "Grazie per aver scritto questo. Parole come {{#words}}{{words}}{{/words}}"
                + "{{^words}}le Sue{{/words}} sono una gioia per tutti qui.",
        ],
        praisePrivate: [
            "Grazie per quanto ha scritto di {{brand}} su {{source}} in data {{date}}. Lo abbiamo letto "
                + "con piacere.",
            "Il Suo testo del {{date}} su {{source}} a proposito di {{brand}} ci ha fatto piacere. "
                + "Grazie.",
            "In data {{date}} ha scritto con gentilezza di {{brand}} su {{source}}. Grazie per il tempo "
                + "che ci ha dedicato.",
        ],
        signature: "Cordiali saluti\n{{#owner}}{{owner}}, {{/owner}}{{business}}")
}
