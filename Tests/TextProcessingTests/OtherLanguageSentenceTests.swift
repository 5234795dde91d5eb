import Testing
import TextProcessing

/// Short sentences of languages that no lexicon is for: they must not be read in one of those that have one.
struct `A sentence of another language` {
    private static let read: Set<String> = ["en", "de", "fr", "es", "it", "pt", "nl"]

    @Test(arguments: Self.sentences)
    func `is not taken for one that has a lexicon`(_ language: String, _ sentences: String) {
        let taken = sentences.split(separator: "\n").filter {
            LanguageDetector.guess(String($0)).map { Self.read.contains($0.language) } ?? false
        }
        #expect(taken.count <= 1, "\(language): \(taken)")
    }

    private static let sentences: [(String, String)] = [
        (
            "sv",
            """
            Maten var kall
            Mycket bra bemötande
            Jag väntade i tre veckor
            Personalen var otrevlig
            Vi kommer gärna tillbaka
            Paketet kom aldrig fram
            Fint läge men dyrt
            Appen fungerar inte längre
            Tack för hjälpen idag
            Rummet var smutsigt och litet
            Köp inte här
            Snabb leverans och bra pris
            Ingen svarar i telefonen
            Det smakade väldigt gott
            Jag vill ha pengarna tillbaka
            Bilen gick sönder efter två dagar
            Den här butiken har öppet till klockan sex
            Utsikten från balkongen var underbar
            Min beställning blev avbokad utan förklaring
            Barnen älskade poolen
            """
        ),
        (
            "pl",
            """
            Jedzenie było zimne
            Bardzo miła obsługa
            Czekałem trzy tygodnie
            Nie polecam nikomu
            Na pewno wrócimy
            Paczka nigdy nie dotarła
            Ładne miejsce ale drogo
            Aplikacja przestała działać
            Dziękuję za pomoc
            Pokój był brudny i mały
            Szybka dostawa i dobra cena
            Nikt nie odbiera telefonu
            Wszystko smakowało świetnie
            Chcę zwrotu pieniędzy
            Kelner był niegrzeczny
            Samochód zepsuł się po dwóch dniach
            Sklep jest otwarty do osiemnastej
            Widok z balkonu był cudowny
            Moje zamówienie zostało anulowane
            Dzieci uwielbiały basen
            """
        ),
        (
            "tr",
            """
            Yemekler soğuktu
            Çok güzel bir yer
            Üç hafta bekledim
            Kimseye tavsiye etmem
            Kesinlikle tekrar geleceğiz
            Kargo hiç gelmedi
            Konumu iyi ama pahalı
            Uygulama artık çalışmıyor
            Yardımınız için teşekkürler
            Oda kirli ve küçüktü
            Hızlı teslimat ve uygun fiyat
            Telefona kimse bakmıyor
            Her şey çok lezzetliydi
            Paramı geri istiyorum
            Garson çok kabaydı
            Araba iki gün sonra bozuldu
            Mağaza saat altıya kadar açık
            Balkon manzarası harikaydı
            Siparişim açıklama yapılmadan iptal edildi
            Çocuklar havuza bayıldı
            """
        ),
        (
            "ro",
            """
            Mâncarea a fost rece
            Personal foarte amabil
            Am așteptat trei săptămâni
            Nu recomand nimănui
            Sigur vom reveni
            Coletul nu a ajuns niciodată
            Loc frumos dar scump
            Aplicația nu mai merge
            Mulțumesc pentru ajutor
            Camera era murdară și mică
            Livrare rapidă și preț bun
            Nimeni nu răspunde la telefon
            Totul a fost delicios
            Vreau banii înapoi
            Chelnerul a fost nepoliticos
            Mașina s-a stricat după două zile
            Magazinul este deschis până la șase
            Vederea de pe balcon era minunată
            Comanda mea a fost anulată fără explicații
            Copiii au adorat piscina
            """
        ),
        (
            "da",
            """
            Maden var kold
            Meget venligt personale
            Jeg ventede i tre uger
            Kan ikke anbefales
            Vi kommer gerne igen
            Pakken kom aldrig frem
            Flot sted men dyrt
            Appen virker ikke mere
            Tak for hjælpen
            Værelset var beskidt og lille
            Hurtig levering og god pris
            Ingen tager telefonen
            Det smagte rigtig godt
            Jeg vil have pengene tilbage
            Tjeneren var uhøflig
            Bilen gik i stykker efter to dage
            Butikken har åbent til klokken seks
            Udsigten fra altanen var vidunderlig
            Min bestilling blev annulleret uden forklaring
            Børnene elskede poolen
            """
        ),
        (
            "cs",
            """
            Jídlo bylo studené
            Velmi milá obsluha
            Čekal jsem tři týdny
            Nedoporučuji nikomu
            Určitě se vrátíme
            Balík nikdy nepřišel
            Hezké místo ale drahé
            Aplikace přestala fungovat
            Děkuji za pomoc
            Pokoj byl špinavý a malý
            Rychlé dodání a dobrá cena
            Nikdo nezvedá telefon
            Všechno nám chutnalo
            Chci vrátit peníze
            Číšník byl nepříjemný
            Auto se po dvou dnech porouchalo
            Obchod má otevřeno do šesti hodin
            Výhled z balkonu byl nádherný
            Moje objednávka byla zrušena bez vysvětlení
            Děti milovaly bazén
            """
        ),
        (
            "id",
            """
            Makanannya sudah dingin
            Pelayanan sangat ramah
            Saya menunggu tiga minggu
            Tidak saya rekomendasikan
            Pasti akan kembali lagi
            Paket tidak pernah sampai
            Tempat bagus tapi mahal
            Aplikasi tidak bisa dibuka
            Terima kasih atas bantuannya
            Kamar kotor dan sempit
            Pengiriman cepat dan harga murah
            Tidak ada yang menjawab telepon
            Semua rasanya enak sekali
            Saya mau uang saya kembali
            Pelayannya tidak sopan
            Mobil itu rusak setelah dua hari
            Toko buka sampai jam enam
            Pemandangan dari balkon indah
            Pesanan dibatalkan tanpa penjelasan
            Anak-anak menyukai kolam renang
            """
        ),
        (
            "ca",
            """
            El menjar era fred
            Personal molt amable
            Vaig esperar tres setmanes
            No ho recomano a ningú
            Segur que hi tornarem
            El paquet no va arribar mai
            Lloc bonic però car
            L'aplicació ja no funciona
            Gràcies per l'ajuda
            L'habitació era bruta i petita
            Entrega ràpida i bon preu
            Ningú respon al telèfon
            Tot estava boníssim
            Vull que em tornin els diners
            El cambrer va ser mal educat
            El cotxe es va espatllar dos dies després
            La botiga obre fins a les sis
            La vista des del balcó era meravellosa
            Van cancel·lar la comanda sense cap explicació
            Els nens van gaudir de la piscina
            """
        ),
        (
            "hu",
            """
            Az étel hideg volt
            Nagyon kedves kiszolgálás
            Három hetet vártam
            Senkinek sem ajánlom
            Biztosan visszajövünk még
            A csomag soha nem érkezett meg
            Szép hely de drága
            Az alkalmazás nem működik
            Köszönöm a segítséget
            A szoba koszos és kicsi volt
            Gyors szállítás és jó ár
            Senki sem veszi fel a telefont
            Minden nagyon finom volt
            Kérem vissza a pénzemet
            A pincér udvariatlan volt
            Az autó két nap után elromlott
            A bolt hat óráig van nyitva
            A kilátás az erkélyről csodálatos
            A rendelésemet magyarázat nélkül törölték
            A gyerekek imádták a medencét
            """
        ),
        (
            "fi",
            """
            Ruoka oli kylmää
            Todella ystävällinen palvelu
            Odotin kolme viikkoa
            En suosittele kenellekään
            Tulemme varmasti uudestaan
            Paketti ei koskaan saapunut
            Kaunis paikka mutta kallis
            Sovellus ei enää toimi
            Kiitos avusta
            Huone oli likainen ja pieni
            Nopea toimitus ja hyvä hinta
            Kukaan ei vastaa puhelimeen
            Kaikki maistui hyvältä
            Haluan rahani takaisin
            Tarjoilija oli töykeä
            Auto hajosi kahden päivän jälkeen
            Kauppa on auki kuuteen asti
            Näkymä parvekkeelta oli upea
            Tilaukseni peruttiin ilman selitystä
            Lapset rakastivat uima-allasta
            """
        ),
        (
            "no",
            """
            Maten var kald
            Veldig hyggelig betjening
            Jeg ventet i tre uker
            Kan ikke anbefales
            Vi kommer gjerne tilbake
            Pakken kom aldri frem
            Fint sted men dyrt
            Appen virker ikke lenger
            Takk for hjelpen
            Rommet var skittent og lite
            Rask levering og god pris
            Ingen tar telefonen
            Alt smakte veldig godt
            Jeg vil ha pengene tilbake
            Kelneren var uhøflig
            Bilen gikk i stykker etter to dager
            Butikken er åpen til klokka seks
            Utsikten fra balkongen var nydelig
            Bestillingen min ble avlyst uten forklaring
            Barna elsket bassenget
            """
        ),
        (
            "hr",
            """
            Hrana je bila hladna
            Vrlo ljubazno osoblje
            Čekao sam tri tjedna
            Ne preporučujem nikome
            Sigurno ćemo se vratiti
            Paket nikada nije stigao
            Lijepo mjesto ali skupo
            Aplikacija više ne radi
            Hvala na pomoći
            Soba je bila prljava i mala
            Brza dostava i dobra cijena
            Nitko se ne javlja na telefon
            Sve je bilo jako ukusno
            Želim natrag svoj novac
            Konobar je bio neljubazan
            Auto se pokvario nakon dva dana
            Trgovina je otvorena do šest sati
            Pogled s balkona bio je predivan
            Moja narudžba je otkazana bez objašnjenja
            Djeca su obožavala bazen
            """
        ),
    ]
}
