/// Texts with the aspects that a careful person sees in them.
///
/// A line begins with the language; `!aspect` behind it names one that must not be found. A bracket
/// holds words that name an aspect, the aspect and how it is felt: `-`, `0` or `+`. Several readings
/// of the same words are divided by commas.
enum AspectCases {
    static let all = (english + negated + mixed + other).split(separator: "\n").map(String.init)

    private static let english = """
        en There were [hidden fees:transparency-] on top of the price.
        en The [fine print:transparency-] says something else, very misleading.
        en Pure [bait and switch:transparency-], avoid them.
        en They were [upfront:transparency+] about everything, which I loved.
        en The parcel was three days [late:reliability-].
        en It arrived [broken:reliability-] and useless.
        en They sent the [wrong item:reliability-], terrible.
        en My booking was [cancelled:reliability-] without a reason, awful.
        en The plumber was a [no show:reliability-].
        en Always [on time:reliability+], great company.
        en They [kept their promise:reliability+] and finished early.
        en This is a total [scam:integrity-].
        en The salesman [lied:integrity-] to me.
        en [Fake:integrity-] products, do not buy.
        en An [honest:integrity+] mechanic, I recommend him.
        en Got a [copy paste:authenticity-] reply, so frustrating.
        en I only ever talked to a [bot:authenticity-], horrible.
        en [Genuine:authenticity+] people who love what they do.
        en The agent sounded [scripted:authenticity-] and bored.
        en The receptionist was [rude:care-].
        en I was [ignored:care-] for an hour, terrible.
        en She [listened:care+] and solved everything, wonderful.
        en The manager [apologised:care+] and was very kind.
        en They never even [replied:care-] to my complaint, awful.
        en Well [worth:value+] it.
        en [Overpriced:value-,price-] for what you get.
        en Excellent [value for money:value+].
        en A complete [waste of money:value-].
        en I get [spam:privacy-] every day since I signed up.
        en My data was [leaked:privacy-], shocking.
        en [Unsolicited calls:privacy-] all day long, very annoying.
        en The [food:product+] was delicious.
        en The [battery:product-] is terrible.
        en Our [room:product-] was awful and the bed horrible.
        en The [waiter:staff+] was lovely.
        en Awful [staff:staff-].
        en The [courier:delivery-] was terrible and threw the box.
        en [Fast shipping:delivery+], thank you.
        en The [lounge:place-] was dirty and crowded.
        en Great [location:place+] and a beautiful view.
        en The [prices:price+] are very good.
        en [Expensive:price-] and disappointing.
        en The [website:website-] is a nightmare.
        en The new [update:website-] is terrible, it ruined everything.
        en I was [charged twice:billing-].
        en Still no [refund:billing-] after a month, disgusting.
        en The [invoice:billing-] was wrong again, awful.
        """

    private static let negated = """

        en There were no [hidden fees:transparency+].
        en The staff were not [rude:care+] at all.
        en The delivery was never [late:reliability+].
        en Not a [scam:integrity+].
        en The driver was not [helpful:care-].
        en Not [worth:value-] the money.
        en They are not [honest:integrity-].
        """

    private static let mixed = """

        en The [food:product+] was delicious, but the [waiter:staff-] was [rude:care-].
        en Great [location:place+] but the [price:price-] is ridiculous.
        en Lovely [staff:staff+], terrible [food:product-].
        en The [delivery:delivery-] was a disaster. The [phone:product+] itself is fantastic.
        en Although the [room:product-] was awful, the [receptionist:staff+] was wonderful.
        en Great [app:website+], however the [refund:billing-] was a nightmare.
        en !reliability We came for a late night snack.
        en !care To be honest it arrived in a van.
        en !integrity To be honest I prefer tea.
        """

    private static let other = """

        de Das [Personal:staff-] war sehr [unfreundlich:care-].
        de Die [Lieferung:delivery+] war super und der [Preis:price+] ist gut.
        de Leider nur [versteckte Kosten:transparency-] und schlechte Beratung.
        de Das [Essen:product+] war ausgezeichnet, aber die [Bedienung:staff-] war schrecklich.
        de Es gab keine [versteckten Kosten:transparency+].
        de Reine [Abzocke:integrity-], nie wieder.
        fr Le [serveur:staff-] était vraiment [désagréable:care-].
        fr Une [arnaque:integrity-], à éviter absolument.
        fr La [chambre:product+] était magnifique et très [propre:place+].
        fr Les [plats:product+] sont excellents mais le [service:staff-] est horrible.
        fr Toujours pas [remboursé:billing-], une honte.
        es La [comida:product+] estaba deliciosa.
        es El [camarero:staff-] fue muy [maleducado:care-].
        es Una [estafa:integrity-], no compren aquí.
        es La [habitación:product-] era horrible y estaba [sucia:place-].
        es El [envío:delivery+] fue excelente.
        it Il [cameriere:staff-] era [scortese:care-] e terribile.
        it Una [truffa:integrity-], pessima esperienza.
        it La [posizione:place+] è ottima.
        it La [pizza:product+] era buonissima.
        pt Os [funcionários:staff+] são muito [simpáticos:care+].
        pt Uma [fraude:integrity-], péssimo.
        pt A [comida:product+] estava deliciosa.
        pt O [aplicativo:website-] é horrível.
        nl Het [personeel:staff+] was erg [vriendelijk:care+].
        nl Pure [oplichting:integrity-], verschrikkelijk.
        nl De [kamer:product-] was vreselijk en [vies:place-].
        nl De [bezorging:delivery-] was slecht.
        """
}
