extension ReplyPhrases {
    static let french = ReplyPhrases(
        openings: [
            "Merci d’avoir pris le temps de nous raconter comment cela s’est passé.",
            "Merci de nous avoir écrit avec autant de franchise.",
            "Nous avons lu votre message avec attention, et nous sommes contents que vous nous l’ayez "
                + "dit.",
        ],
        points: [
            .transparency: [
                "Les prix et les conditions doivent être clairs pour tout le monde dès le départ.",
                "Personne ne devrait avoir à chercher un prix ou les conditions qui s’appliquent.",
            ],
            .reliability: [
                "Vous avez compté sur nous, et il est important pour nous qu’on puisse le faire.",
                "Ce que nous annonçons doit être quelque chose sur quoi vous pouvez compter.",
            ],
            .integrity: [
                "Vous vous demandez si l’on a été honnête avec vous, et nous ne le prenons pas à la "
                    + "légère.",
                "C’est à notre honnêteté que nous voulons être jugés ; nous prenons donc vos mots au "
                    + "sérieux.",
            ],
            .authenticity: [
                "Vous souhaitez avoir affaire à des personnes sincères, et nous aussi.",
                "Ce que vous dites de notre sincérité nous donne à réfléchir.",
            ],
            .care: [
                "La manière dont chacun est traité chez nous compte beaucoup, et nous regrettons que "
                    + "l’accueil ne vous ait pas convenu.",
                "Toute personne qui vient chez nous doit trouver attention et respect, et nous "
                    + "regrettons que votre ressenti ait été différent.",
            ],
            .value: [
                "Ce que l’on reçoit chez nous doit valoir ce que l’on paie, et nous regrettons que ce "
                    + "n’ait pas été votre impression.",
                "Vous avez comparé ce que vous avez payé et ce que vous avez reçu, et nous voulons "
                    + "comprendre ce qui vous a manqué.",
            ],
            .privacy: [
                "L’usage qui est fait des données personnelles est pour nous un sujet sérieux.",
                "Vos données personnelles vous appartiennent, et nous prenons au sérieux ce que vous en "
                    + "dites.",
            ],
            .complaint: [
                "Nous regrettons que cela n’ait pas été ce que vous espériez.",
                "Nous regrettons votre déception.",
            ],
        ],
        quotes: [
            "{{#words}} Vous parlez de {{words}}, et c’est par là que nous commençons.{{/words}}",
            "{{#words}} Nous avons noté en particulier {{words}}.{{/words}}",
        ],
        promises: [
            "Nous cherchons à savoir ce qui s’est passé.",
            "Nous en parlerons avec toutes les personnes concernées.",
            "Nous voulons comprendre ce qu’il y a derrière.",
        ],
        invitations: [
            "Si vous préférez continuer en privé, "
                + "{{#contact}}écrivez à {{contact}}{{/contact}}"
                + "{{^contact}}contactez-nous directement{{/contact}}. "
                + "Une personne vous lira et vous répondra.",
            "Nous aimerions en savoir plus, là où personne d’autre ne nous lit"
                + "{{#contact}} : vous pouvez nous joindre à {{contact}}{{/contact}}"
                + "{{^contact}} : n’hésitez pas à nous contacter directement{{/contact}}.",
        ],
        privateOpenings: [
            "Le {{date}}, vous avez écrit au sujet de {{brand}} sur {{source}}, et nous aimerions y "
                + "revenir.",
            "Merci pour ce que vous avez écrit le {{date}} sur {{source}} au sujet de {{brand}}.",
            "Nous vous écrivons au sujet de votre message du {{date}} sur {{source}}, qui portait sur "
                + "{{brand}}.",
        ],
        questions: [
            "Pourriez-vous nous dire avec vos mots ce qui s’est passé, et quelle suite vous "
                + "conviendrait ?",
            "Il nous serait utile de savoir quand c’était et à qui vous avez parlé. Nous pourrons "
                + "alors vérifier et vous dire ce que nous avons trouvé.",
            "Que devrions-nous savoir de plus que ce que vous avez écrit, et quelle solution "
                + "souhaiteriez-vous ?",
        ],
        answers: [
            "Il suffit de répondre à ce message{{#contact}} ou d’écrire à {{contact}}{{/contact}}.",
            "{{#contact}}Vous nous joignez directement à {{contact}} ; si {{/contact}}"
                + "{{^contact}}Si {{/contact}}vous préférez en parler de vive voix, dites-nous quand "
                + "cela vous convient.",
        ],
        mixed: [
            "Merci de nous dire à la fois ce qui vous a plu et ce que vous auriez souhaité autrement. "
                + "L’un et l’autre nous aident.",
            "Merci d’avoir pris le temps d’écrire. Nous avons noté chaque point, les bons comme les "
                + "autres.",
            "Merci pour vos mots équilibrés. Nous sommes heureux de ce qui s’est bien passé, et nous "
                + "réfléchirons au reste.",
        ],
        mixedPrivate: [
            "Merci pour ce que vous avez écrit le {{date}} sur {{source}} au sujet de {{brand}}. Quelle "
                + "est la chose que nous devrions faire autrement la prochaine fois ?",
            "Le {{date}}, vous avez écrit au sujet de {{brand}} sur {{source}}. Nous aimerions mieux "
                + "comprendre ce que vous auriez souhaité autrement.",
            "Nous avons lu votre message du {{date}} sur {{source}} au sujet de {{brand}}, et nous "
                + "aimerions en savoir plus.",
        ],
        praise: [
            "Merci pour vos mots chaleureux.{{#words}} Vous écrivez {{words}} : cela fait plaisir à "
                + "lire.{{/words}} Nous les transmettrons à tous ceux qui y ont contribué.",
            "Nous sommes heureux de lire que tout s’est bien passé pour vous. Merci de nous l’avoir dit"
                + "{{#words}}, et merci en particulier pour {{words}}{{/words}}.",
            "Merci d’avoir écrit cela. Des mots comme {{#words}}{{words}}{{/words}}"
                + "{{^words}}les vôtres{{/words}} font plaisir à tout le monde ici.",
        ],
        praisePrivate: [
            "Merci pour ce que vous avez écrit le {{date}} sur {{source}} au sujet de {{brand}}. Nous "
                + "avons eu plaisir à le lire.",
            "Votre message du {{date}} sur {{source}} au sujet de {{brand}} nous a fait plaisir. Merci.",
            "Le {{date}}, vous avez écrit avec bienveillance au sujet de {{brand}} sur {{source}}. "
                + "Merci d’avoir pris ce temps.",
        ],
        signature: "Cordialement\n{{#owner}}{{owner}}, {{/owner}}{{business}}")
}
