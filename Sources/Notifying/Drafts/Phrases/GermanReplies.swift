extension ReplyPhrases {
    static let german = ReplyPhrases(
        openings: [
            "Danke, dass Sie sich die Zeit genommen haben, uns davon zu schreiben.",
            "Danke für Ihre offenen Worte.",
            "Ihre Zeilen haben wir aufmerksam gelesen, und wir sind froh, dass Sie uns das sagen.",
        ],
        points: [
            .transparency: [
                "Preise und Bedingungen sollen für alle von Anfang an klar sein.",
                "Niemand soll danach suchen müssen, was etwas kostet oder welche Bedingungen gelten.",
            ],
            .reliability: [
                "Sie haben sich auf uns verlassen, und uns ist wichtig, dass man das kann.",
                "Auf das, was wir ankündigen, sollen Sie sich verlassen können.",
            ],
            .integrity: [
                "Sie fragen, ob man ehrlich mit Ihnen umgegangen ist, und das nehmen wir nicht leicht.",
                "An ehrlichem Umgang wollen wir gemessen werden, deshalb nehmen wir Ihre Worte ernst.",
            ],
            .authenticity: [
                "Sie möchten es mit Menschen zu tun haben, die meinen, was sie sagen. Das möchten wir "
                    + "auch.",
                "Was Sie darüber schreiben, wie echt wir auf Sie gewirkt haben, gibt uns zu denken.",
            ],
            .care: [
                "Wie Menschen bei uns behandelt werden, ist uns wichtig, und es tut uns leid, dass Sie "
                    + "sich nicht willkommen gefühlt haben.",
                "Wer zu uns kommt, soll Aufmerksamkeit und Respekt erfahren; es tut uns leid, dass Sie "
                    + "es anders empfunden haben.",
            ],
            .value: [
                "Was man bei uns bekommt, soll seinen Preis wert sein; es tut uns leid, dass es sich "
                    + "für Sie nicht so angefühlt hat.",
                "Sie haben abgewogen, was Sie bezahlt und was Sie bekommen haben, und wir möchten "
                    + "verstehen, was Ihnen gefehlt hat.",
            ],
            .privacy: [
                "Was mit persönlichen Daten geschieht, ist für uns eine ernste Sache.",
                "Ihre persönlichen Daten gehören Ihnen, und was Sie dazu schreiben, nehmen wir ernst.",
            ],
            .complaint: [
                "Es tut uns leid, dass es nicht so war, wie Sie es sich erhofft hatten.",
                "Es tut uns leid, dass Sie enttäuscht waren.",
            ],
        ],
        quotes: [
            "{{#words}} Sie nennen {{words}}; dort fangen wir an.{{/words}}",
            "{{#words}} Besonders vermerkt haben wir {{words}}.{{/words}}",
        ],
        promises: [
            "Wir gehen dem nach, was geschehen ist.",
            "Wir werden es mit allen besprechen, die es betrifft.",
            "Wir möchten herausfinden, was dahintersteckt.",
        ],
        invitations: [
            "Wenn Sie das lieber vertraulich fortsetzen möchten, "
                + "{{#contact}}schreiben Sie an {{contact}}{{/contact}}"
                + "{{^contact}}wenden Sie sich bitte direkt an uns{{/contact}}. "
                + "Ein Mensch liest es und antwortet Ihnen.",
            "Gern hören wir mehr von Ihnen, wo niemand sonst mitliest"
                + "{{#contact}}: Sie erreichen uns unter {{contact}}{{/contact}}"
                + "{{^contact}}: Melden Sie sich bitte direkt bei uns{{/contact}}.",
        ],
        privateOpenings: [
            "Am {{date}} haben Sie auf {{source}} über {{brand}} geschrieben, und wir möchten darauf "
                + "zurückkommen.",
            "Danke für das, was Sie am {{date}} auf {{source}} über {{brand}} geschrieben haben.",
            "Wir schreiben Ihnen zu Ihren Zeilen vom {{date}} auf {{source}}, in denen es um {{brand}} "
                + "ging.",
        ],
        questions: [
            "Würden Sie uns in Ihren Worten schildern, was geschehen ist, und was für Sie ein guter "
                + "Weg wäre?",
            "Es würde uns helfen zu wissen, wann es war und mit wem Sie gesprochen haben. Dann können "
                + "wir dem nachgehen und Ihnen sagen, was wir gefunden haben.",
            "Was sollten wir wissen, das nicht in Ihren Text passte, und welche Lösung wünschen Sie "
                + "sich?",
        ],
        answers: [
            "Antworten Sie einfach auf diese Nachricht"
                + "{{#contact}} oder schreiben Sie an {{contact}}{{/contact}}.",
            "{{#contact}}Unter {{contact}} erreichen Sie uns direkt; wenn {{/contact}}"
                + "{{^contact}}Wenn {{/contact}}Sie lieber sprechen möchten, sagen Sie uns, wann es "
                + "Ihnen passt.",
        ],
        mixed: [
            "Danke, dass Sie uns beides sagen: was Ihnen gefallen hat und was Sie sich anders gewünscht "
                + "hätten. Beides hilft uns.",
            "Danke, dass Sie sich die Zeit genommen haben. Jeden Punkt haben wir vermerkt, die guten "
                + "wie die anderen.",
            "Danke für Ihre fairen Worte. Was gut war, freut uns, und über das Übrige denken wir nach.",
        ],
        mixedPrivate: [
            "Danke für das, was Sie am {{date}} auf {{source}} über {{brand}} geschrieben haben. Was "
                + "ist das eine, das wir beim nächsten Mal anders machen sollten?",
            "Am {{date}} haben Sie auf {{source}} über {{brand}} geschrieben. Wir möchten besser "
                + "verstehen, was Sie sich anders gewünscht hätten.",
            "Ihre Zeilen vom {{date}} auf {{source}} über {{brand}} haben wir gelesen und würden gern "
                + "mehr dazu hören.",
        ],
        praise: [
            "Danke für Ihre freundlichen Worte.{{#words}} Sie schreiben {{words}}: Das liest man gern."
                + "{{/words}} Wir geben es an alle weiter, die daran Anteil haben.",
            "Schön zu lesen, dass Sie bei uns zufrieden waren. Danke, dass Sie es uns sagen"
                + "{{#words}}, besonders für {{words}}{{/words}}.",
            "Danke, dass Sie das geschrieben haben. Worte wie {{#words}}{{words}}{{/words}}"
                + "{{^words}}Ihre{{/words}} sind hier für alle eine Freude.",
        ],
        praisePrivate: [
            "Danke für das, was Sie am {{date}} auf {{source}} über {{brand}} geschrieben haben. Wir "
                + "haben es gern gelesen.",
            "Über Ihre Zeilen vom {{date}} auf {{source}} zu {{brand}} haben wir uns gefreut. Danke.",
            "Am {{date}} haben Sie auf {{source}} freundlich über {{brand}} geschrieben. Danke, dass "
                + "Sie sich die Zeit genommen haben.",
        ],
        signature: "Mit freundlichen Grüßen\n{{#owner}}{{owner}}, {{/owner}}{{business}}")
}
