extension ReplyPhrases {
    static let spanish = ReplyPhrases(
        openings: [
            "Gracias por tomarse el tiempo de contarnos cómo le fue.",
            "Gracias por escribirnos con tanta franqueza.",
            "Hemos leído con atención lo que escribe, y nos alegra que nos lo haya dicho.",
        ],
        points: [
            .transparency: [
                "Los precios y las condiciones deben estar claros para todos desde el principio.",
                "Nadie debería tener que buscar cuánto cuesta algo o qué condiciones se aplican.",
            ],
            .reliability: [
                "Usted confió en nosotros, y para nosotros es importante que se pueda confiar.",
                "Lo que anunciamos debe ser algo con lo que usted pueda contar.",
            ],
            .integrity: [
                "Usted se pregunta si le trataron con honradez, y no lo tomamos a la ligera.",
                "Queremos que se nos juzgue por nuestra honradez; por eso tomamos en serio lo que dice.",
            ],
            .authenticity: [
                "Usted quiere tratar con personas sinceras, y nosotros también.",
                "Lo que dice sobre nuestra sinceridad nos hace pensar.",
            ],
            .care: [
                "Nos importa cómo se trata a las personas aquí, y lamentamos que el trato no le haya "
                    + "resultado agradable.",
                "Quien acude a nosotros debe encontrar atención y respeto, y lamentamos que usted lo "
                    + "haya sentido de otro modo.",
            ],
            .value: [
                "Lo que se recibe debe valer lo que se paga, y lamentamos que a usted no le haya "
                    + "parecido así.",
                "Usted comparó lo que pagó con lo que recibió, y queremos entender qué echó en falta.",
            ],
            .privacy: [
                "Lo que ocurre con los datos personales es para nosotros un asunto serio.",
                "Sus datos personales son suyos, y tomamos en serio lo que escribe sobre ellos.",
            ],
            .complaint: [
                "Lamentamos que no haya sido lo que usted esperaba.",
                "Lamentamos su decepción.",
            ],
        ],
        quotes: [
            "{{#words}} Usted menciona {{words}}, y por ahí empezamos.{{/words}}",
            "{{#words}} Hemos anotado en especial {{words}}.{{/words}}",
        ],
        promises: [
            "Estamos averiguando qué ocurrió.",
            "Lo hablaremos con todas las personas a las que concierne.",
            "Queremos saber qué hay detrás.",
        ],
        invitations: [
            "Si prefiere seguir en privado, "
                + "{{#contact}}escriba a {{contact}}{{/contact}}"
                + "{{^contact}}póngase en contacto directamente con nosotros{{/contact}}. "
                + "Una persona lo leerá y le responderá.",
            "Nos gustaría saber más, donde nadie más lo lea"
                + "{{#contact}}: nos encuentra en {{contact}}{{/contact}}"
                + "{{^contact}}: póngase en contacto directamente con nosotros{{/contact}}.",
        ],
        privateOpenings: [
            "El {{date}} escribió sobre {{brand}} en {{source}}, y nos gustaría volver sobre ello.",
            "Gracias por lo que escribió sobre {{brand}} en {{source}} el {{date}}.",
            "Le escribimos a propósito de sus palabras del {{date}} en {{source}}, en las que hablaba de "
                + "{{brand}}.",
        ],
        questions: [
            "¿Podría contarnos con sus palabras qué ocurrió, y qué salida le parecería buena?",
            "Nos ayudaría saber cuándo fue y con quién habló. Así podremos comprobarlo y decirle qué "
                + "hemos encontrado.",
            "¿Qué deberíamos saber además de lo que escribió, y qué solución desearía?",
        ],
        answers: [
            "Basta con responder a este mensaje{{#contact}} o escribir a {{contact}}{{/contact}}.",
            "{{#contact}}En {{contact}} nos encuentra directamente; si {{/contact}}"
                + "{{^contact}}Si {{/contact}}prefiere hablar, díganos cuándo le viene bien.",
        ],
        mixed: [
            "Gracias por decirnos tanto lo que le gustó como lo que habría preferido de otro modo. Lo "
                + "uno y lo otro nos ayuda.",
            "Gracias por tomarse el tiempo de escribir. Hemos anotado cada punto, los buenos y los "
                + "demás.",
            "Gracias por sus palabras equilibradas. Nos alegra lo que fue bien, y pensaremos en lo "
                + "demás.",
        ],
        mixedPrivate: [
            "Gracias por lo que escribió sobre {{brand}} en {{source}} el {{date}}. ¿Qué es lo que "
                + "deberíamos hacer de otro modo la próxima vez?",
            "El {{date}} escribió sobre {{brand}} en {{source}}. Nos gustaría entender mejor qué "
                + "habría preferido de otro modo.",
            "Hemos leído sus palabras del {{date}} en {{source}} sobre {{brand}}, y nos gustaría saber "
                + "más.",
        ],
        praise: [
            "Gracias por sus amables palabras.{{#words}} Usted escribe {{words}}: da gusto leerlo."
                + "{{/words}} Se lo haremos saber a todos los que han contribuido a ello.",
            "Nos alegra leer que todo fue bien. Gracias por decírnoslo"
                + "{{#words}}, y en especial por {{words}}{{/words}}.",
            "Gracias por escribir esto. Palabras como {{#words}}{{words}}{{/words}}"
                + "{{^words}}las suyas{{/words}} son una alegría para todos aquí.",
        ],
        praisePrivate: [
            "Gracias por lo que escribió sobre {{brand}} en {{source}} el {{date}}. Nos ha gustado "
                + "leerlo.",
            "Nos han alegrado sus palabras del {{date}} en {{source}} sobre {{brand}}. Gracias.",
            "El {{date}} escribió con amabilidad sobre {{brand}} en {{source}}. Gracias por tomarse el "
                + "tiempo.",
        ],
        signature: "Un saludo\n{{#owner}}{{owner}}, {{/owner}}{{business}}")
}
