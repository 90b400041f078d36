"""Languages by what shows them: names, frequent little words, and letters.

The words are those that hardly a sentence does without, together with the verbs and nouns
that prompts begin with. Words that English has too may stand here: they help to tell
languages apart, and never to tell one from English.
"""

from __future__ import annotations

from typing import Final


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(words.split())


NAMES: Final[dict[str, str]] = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay",
    "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "or": "Odia",
    "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

WORDS: Final[dict[str, str]] = {
    "af": """die en het is nie van vir om te wat jy ek hy sy ons julle hulle met op aan by uit
        hierdie daardie kan sal moet was wees word nog ook maar want as dat hoe waar wanneer wie
        asseblief dankie geen baie meer hoekom skryf gee vertel alle 'n jou my hul deur oor na
        toe tot sonder lêer kon gekies gebruik nuwe bladsy een twee ander dit beskryf antwoord""",
    "az": """və bu bir üçün ilə da də ki nə olan olaraq hər çox daha mən sən siz biz onlar necə
        niyə harada kim var yox deyil edin yazın salam zəhmət olmasa sonra əgər ya amma lakin ola
        bilər edilir ildə tərəfindən kimi qədər görə haqqında artıq yalnız yeni şəkil fayl
        səhifə""",
    "ca": """el la els les un una uns unes de del dels al als i o que no és amb per a en són
        està estan aquest aquesta aquests aquestes hi ha com més però també molt quan on qui què
        si us plau hola bon dia meu meva seu seva tot tots totes fer ser pot puc vols vull escriu
        explica traduïu tradueix sobre entre fins des perquè doncs gràcies l d s n això heu hem
        han descriu respon imatge català resumeix""",
    "cs": """a i o u v ve na do za po pro se si je jsou byl byla bylo být jsem jsi jste jsme
        není nebo ale že jak co kdo kde kdy proč který která které z ze s od ten ta to tento tato
        tyto jeho její jejich také už ještě jen pouze musí může můžete prosím děkuji dobrý den
        ahoj napiš napište vysvětli přelož přeložte podle pokud při mezi všechny všech nová nový
        soubor nelze bez tak jako mi mě tě vám nám by až popiš řekni řekněte odpověz česky
        obrázek odpovídej""",
    "cy": """yr y a ac ar at am bod yn i o gan gyda ei eu ein eich mae oedd yw ydy ddim nid na
        neu hyn hwn hon hynny beth pwy pryd ble sut pam mewn heb wedi ond hefyd os gallwch ni chi
        fi dy fy roedd cael fod dros drwy yno bydd fel sydd dim ymlaen mwy un dau""",
    "da": """og i at det er en et den de til af på med for ikke der som har jeg du vi kan skal
        vil var blev bliver være om fra eller men så når hvor hvad hvem hvordan hvorfor hvilken
        disse dette denne din dit dine min mit mig dig os sig også kun alle mere meget mellem
        efter under over uden ved hej tak skriv forklar oversæt følgende bruger brug ud op ind nu
        her skulle kunne havde været man hun han hans hendes deres dansk fortæl beskriv svar
        billedet teksten""",
    "de": """der die das und ist in den von zu mit für auf nicht ein eine einen einem einer
        eines im dem des als auch es an werden wird aus er hat dass sie nach bei um am sind noch
        wie über so zum zur haben nur oder aber vor bis mehr durch man sein seine ihre ihr ich du
        wir mir mich dir dich uns euch was wer wo wann warum welche welcher welches wenn kann
        können soll sollen muss müssen bitte danke hallo guten schreibe schreib gib erkläre
        übersetze erstelle antworte folgende folgenden text diese dieser dieses diesen alle ohne
        unter kein keine keinen dann doch wurde wurden war waren deine dein deinen mein meine
        sich beim ob immer hier jetzt sehr gut zwischen gegen etwas bist bin beschreibe erzähl
        erzähle nenne analysiere fasse zusammen bild deutsch antworten erklären frage fragen ins
        deutsche möchte""",
    "eo": """la de kaj en estas al por ne kiu kiuj kun el ke oni li ŝi ĝi ni vi ili mi tiu tiuj
        ĉi sed aŭ se kiel kio kie kiam kial ĉar per pri da ĝis ankaŭ nur pli tre povas devas
        estis estos havas tio ĉiuj ĉiu iu neniu ties sen sub sur inter post antaŭ tra jam
        ankoraŭ""",
    "es": """el la los las un una unos unas de del al y e o u que no es en con por para se su
        sus lo le les me te nos mi mis tu tus como más pero muy ya si sí este esta estos estas
        ese esa eso esto hay son está están ser estar fue era han ha he tiene tienen puede puedes
        puedo quiero qué quién cómo cuándo dónde cuál cuáles favor porque cuando donde quien
        sobre entre hasta desde sin también todo toda todos todas cada otro otra hola gracias
        buenos días escribe dime dame explica traduce resume responde genera crea eres soy
        usuario siguiente siguientes texto hacer debe deben según solo sólo algo nada así cual
        aquí ahora ejemplo cuéntame describe analiza imagen español pregunta responder lista""",
    "et": """ja on ei see et ka mis kui oma ning või aga ta ma sa me te nad kes kus millal miks
        kuidas selle seda need nende kõik ainult veel väga siis nagu pole oli olid olla olen oled
        peab saab võib palun tere aitäh kirjuta selgita tõlgi järgmine pärast enne ilma koos
        kohta üks kaks juba mitte mida teie meie minu sinu tema neid ole läbi eest peale alla üle
        fail uus kirjelda vasta eesti keeles räägi tahan kuidas kokkuvõte lühike lugu""",
    "eu": """eta da ez bat du dira dute zen ziren izan baina ere hau hori edo nola zer nor non
        noiz zergatik dela duen den beste bere gure zure nire ni zu gu bai egin egiten daiteke
        behar batean batzuk guztiak oso gehiago hemen hala honen horren arte gabe ondoren mesedez
        kaixo eskerrik dago daude badago nahi dut duzu dezakezu gainean fitxategia""",
    "fi": """ja on ei se että en ole oli ovat olla olen olet kun niin mutta kuin myös hän minä
        sinä me te he tämä tämän nämä ne sen mitä mikä kuka missä milloin miksi miten jos joka
        jotka tai vain vielä nyt kaikki kanssa ennen jälkeen ilman voi voit voin pitää täytyy
        hyvä hei moi kiitos kirjoita kerro selitä käännä seuraava seuraavat anna tee vastaa
        käyttäjä sinun minun hänen heidän sekä eli kuten noin mukaan yksi kaksi jo sitten siitä
        tähän teksti tiedosto uusi ollut kuvaile tiivistä suomeksi kuva tekstiä haluan haluaisin
        kuuluu""",
    "fr": """le la les un une des de du au aux et ou où que qui ne pas est sont en dans avec
        pour par sur se sa son ses ce cet cette ces il elle ils elles on nous vous je tu mon ma
        mes ton ta tes votre vos notre nos leur leurs plus mais aussi comme si tout tous toute
        toutes être avoir fait faire peut peux doit sans sous entre chez vers très bien donc
        alors quand comment pourquoi quel quelle quels quelles quoi merci bonjour salut moi toi
        lui y a été était sera ont as ai suis es l d j n s c qu m t jusqu écris écrire donne
        explique traduis traduire réponds génère suivant suivante suivants texte utilisateur
        voici selon afin ainsi chaque deux aucune aucun rien cela ça ici raconte décris résume
        résumer réponse français répondre image question liste phrases""",
    "ga": """an na agus ar is i le go de do ag a tá bhí níl ní nach mar ach nó seo sin siad sé
        sí mé tú sinn sibh cad cé conas cathair cén cá faoi ó gan roimh idir leis chun bheith
        féidir freisin uile gach eile má dá aon dhá raibh beidh déan scríobh dia duit maith agat
        chuig comhad nua""",
    "gl": """o a os as un unha uns unhas de do da dos das ao á aos ás e ou que non é en no na
        nos nas con por para se seu súa meu miña teu túa máis pero moi xa si este esta isto hai
        son está están ser foi era ten teñen pode quero quen como cando onde tamén todo toda
        todos cada outro outra ola grazas escribe sobre entre ata desde sen lle lles ti eu
        vostede""",
    "hr": """i u na je da se za su od s sa o a ne ili ali što koji koja koje koju kako kada gdje
        zašto tko ovo ova ovaj to taj ta biti bio bila bilo sam si smo ste nije nisu može možete
        moraju mora samo već još vrlo sve svi molim hvala bok dobar dan napiši objasni prevedi
        prema ako nakon prije između bez kao po do iz te ga ih im mi ti vi njegov njezin njihov
        tekst korisnik datoteka datoteku nova novi nema ima uz pri tijekom također tjedan
        vrijednost vrijednosti primjer zahtjev umjesto uspješno riječ opiši reci odgovori slika
        hrvatski želim""",
    "hu": """a az és egy hogy nem is ez ezt azt van volt meg de ha csak már még mint vagy ki mi
        mit hol mikor miért hogyan amely ami aki ezek azok kell lehet lesz legyen szerint után
        előtt között alatt mert minden nagyon több kérem kérlek köszönöm szia jó nap írj írd
        magyarázd fordítsd következő szöveg felhasználó én te ő ti ők nekem neked be le fel el
        sem pedig fájl új nincs vannak való által mondj magyarul kép válaszolj foglald össze
        szöveget szeretnék mesélj tanulni""",
    "id": """yang dan di ke dari ini itu untuk dengan tidak pada adalah dalam akan atau juga
        saya anda kamu dia kami kita mereka bisa dapat harus sudah telah belum ada oleh sebagai
        karena jika kalau apa siapa kapan dimana bagaimana mengapa seperti lebih hanya semua
        bahwa tetapi tapi agar saat setelah sebelum antara tolong terima kasih halo selamat buat
        buatkan tulis tuliskan jelaskan terjemahkan berikut teks pengguna jangan baru bukan
        secara namun para tersebut banyak satu dua kepada berkas berdasarkan silakan ceritakan
        sebutkan buatlah gambar jawab bahasa sebuah""",
    "is": """og að er í á það sem ekki um en var til við með fyrir hann hún þeir þær þau ég þú
        þið eru af frá þetta þessi hver hvað hvar hvenær hvers hvernig eða því ef sé vera verður
        getur hefur hafa eftir áður undir yfir allt allir bara mjög líka þegar upp út inn skrá ný
        vinsamlegast takk góðan daginn""",
    "it": """il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai
        agli alle da dal dalla in nel nella nei nelle con su sul sulla per tra fra e ed o che non
        è sono si se come più ma anche molto già questo questa questi queste quello quella c'è ci
        ne mi ti vi lui lei noi voi loro io tu mio mia tuo tua suo sua essere avere ha hai ho
        hanno può puoi deve devi fare cosa chi quando dove perché quale quali tutto tutti tutte
        ogni altro ciao grazie buongiorno scrivi dimmi spiega traduci rispondi genera crea
        seguente seguenti testo utente sei solo senza dopo prima quindi oppure secondo ancora
        dell l un' nell raccontami descrivi analizza riassumi immagine italiano rispondere voglio
        rispondi grazie mille""",
    "lt": """ir yra kad į su iš ne tai ar bet kaip kas kur kada kodėl kuris kuri kurie aš tu jis
        ji mes jūs jie šis ši šie tas ta per prie nuo iki po prieš už be apie jau dar tik labai
        visi visos gali galite turi reikia buvo bus būti nėra arba jei jeigu prašau ačiū labas
        parašyk paaiškink išversk tekstas vartotojas šio šią savo jų jos jo mano tavo pagal
        failas nauja nepavyko aprašyk atsakyk lietuviškai tekstą trumpą papasakok apibendrink
        noriu""",
    "lv": """un ir ka uz no ar par lai kas vai bet kā tas tā šis šī šo tie kur kad kāpēc kurš
        kura es tu viņš viņa mēs jūs viņi nav bija būs būt var varat jums pie pēc pirms bez starp
        tikai vēl jau ļoti visi visas lūdzu paldies sveiki uzraksti paskaidro iztulko teksts
        lietotājs ja kamēr kopā savu tiek to šajā tiks jābūt nevar fails jauns mani tavs ko ne
        apraksti atbildi latviski apkopo gribu izstāsti""",
    "ms": """yang dan di ke dari ini itu untuk dengan tidak pada adalah dalam akan atau juga
        saya anda awak kamu dia kami kita mereka boleh dapat mesti sudah telah belum ada oleh
        sebagai kerana jika apa siapa bila bagaimana mengapa seperti lebih hanya semua bahawa
        tetapi agar selepas sebelum antara sila terima kasih bagi ialah iaitu tulis terangkan
        terjemahkan berikut teks pengguna jangan baru bukan secara namun para tersebut banyak
        satu dua kepada fail daripada nak tak hendaklah supaya ceritakan senaraikan gambar jawab
        bahasa sebuah""",
    "nl": """de het een en van in is dat op te zijn met voor niet aan er om ook als bij dan maar
        naar uit door over ze hij zij wij jij je ik u wat wie waar wanneer waarom hoe welke dit
        deze die was werd worden wordt kan kunnen moet moeten zal zou zouden heeft hebben heb had
        nog wel geen meer alle veel tot tussen onder zonder mijn jouw uw hun ons onze alsjeblieft
        alstublieft dank hallo goedendag schrijf leg vertaal volgende tekst gebruiker geef maak
        beantwoord bent ben mij hem haar hier nu al zich of omdat zoals bestand nieuwe gebruik
        vertel beschrijf antwoord afbeelding nederlands vat samen goedemorgen leren goedemiddag
        goedenavond""",
    "no": """og i at det er en et den de til av på med for ikke som har jeg du vi kan skal vil
        var ble blir være om fra eller men så når hvor hva hvem hvordan hvorfor hvilken hvilke
        disse dette denne din ditt dine min mitt meg deg oss seg også bare kun alle mer mye
        mellom etter under over uten ved hei takk skriv forklar oversett følgende bruker bruk ut
        opp inn nå her skulle kunne hadde vært man hun han hans hennes deres norsk noen ingen
        gjør gi ikkje eg kva ein frå fila filen fortell beskriv svar bildet teksten""",
    "pl": """i w na z do że się nie jest to o a jak co za po od ale czy dla przez przy lub są
        był była było być jestem jesteś może można które który która którzy tego tej tym ten ta
        te ich jego jej tak już tylko jeszcze bardzo wszystkie gdy gdzie kiedy dlaczego kto jaki
        jaka jakie proszę dziękuję cześć dzień dobry napisz wyjaśnij przetłumacz podaj odpowiedz
        następujący tekst użytkownik mi mnie ci cię ciebie mój twój nasz jeśli jeżeli oraz ze we
        pod nad między bez aby żeby pliku plik nowy nowa musi opowiedz powiedz opisz czym polsku
        zdjęcie obraz odpowiadaj""",
    "pt": """o a os as um uma uns umas de do da dos das ao aos à às e ou que não é em no na nos
        nas com por pelo pela para se seu sua seus suas meu minha meus minhas teu tua mais mas
        muito já também este esta isso isto esse essa estes estas há são está estão ser estar foi
        era tem têm pode posso podem quero você vocês eu ele ela eles elas nós lhe me te quem
        como quando onde qual quais porque sobre entre até desde sem todo toda todos todas cada
        outro outra olá oi tudo bem obrigado obrigada bom dia escreva diga explique traduza
        resuma responda gere crie faça usuário utilizador seguinte seguintes texto deve devem
        conforme apenas só algo nada assim aqui agora exemplo conte descreva analise imagem
        português responder liste fale""",
    "ro": """și şi de la în a cu pe nu este un o că se din pentru sunt ai ale al care ce mai sau
        dar ca cum când unde cine prin după fără între sub peste eu tu el ea noi voi ei ele meu
        mea său sa lui lor fi fost era are au am aș poate poți trebuie toate toți tot foarte doar
        numai această acest aceste acesta aceasta acea vă rog te mulțumesc bună ziua salut scrie
        explică tradu următorul următoarea text utilizator dacă decât atunci dintre despre către
        fișier nou nouă le îl îi ți își într spune descrie rezumă răspunde română imagine""",
    "sk": """a i o u v vo na do za po pre sa si je sú bol bola bolo byť som ste sme nie alebo
        ale že ako čo kto kde kedy prečo ktorý ktorá ktoré z zo s so od ten tá to tento táto
        tieto jeho jej ich tiež už ešte iba musí môže môžete prosím ďakujem dobrý deň ahoj napíš
        napíšte vysvetli prelož podľa ak pri medzi všetky všetkých nová nový súbor nemožno bez
        tak mi ma vám nám by až má popíš povedz odpovedz slovensky obrázok""",
    "sl": """in je v na da se za so ne ki z s pa po od o kot tudi ali če ko kaj kdo kje kdaj
        zakaj kako kateri katera to ta te ti biti bil bila bilo sem si smo ste ni niso lahko mora
        morate samo še že zelo vse vsi prosim hvala živjo dober dan napiši pojasni razloži
        prevedi pri pred med brez kar jih ga jo mu njegov njen njihov besedilo uporabnik nova nov
        datoteka datoteke datoteko nima ima iz do ob bo bodo bi mogoče opiši povej odgovori slika
        slovenščini katero katere koliko kje želim povzemi""",
    "so": """waa iyo in ka ku oo la u ee ah ayaa waxaa ma soo sida aan uu ay kale si aad wax
        hadii haddii ama laakiin ilaa kuwa markii dadka badan kasta qof waxay wuxuu isku leh
        yahay tahay ahaa mid waxa loo lagu laga magaalada sanadka dhexe kala noqon""",
    "sq": """dhe në e të i është për me nga që një si nuk ka janë ky kjo këto ata ai ajo ne ju
        unë ti por ose kur ku kush çfarë pse se do mund duhet më shumë vetëm gjitha pa mbi nën
        pas para deri ishte qenë tek ndër gjatë tij saj tyre edhe s'ka asnjë skedar faqe lutem
        përshëndetje faleminderit shkruaj""",
    "sr": """i u na je da se za su od s sa o a ne ili ali što šta koji koja koje koju kako kada
        gde zašto ko ovo ova ovaj to taj ta biti bio bila bilo sam si smo ste nije nisu može
        možete moraju mora samo već još veoma sve svi molim hvala zdravo dobar dan napiši objasni
        prevedi prema ako nakon posle pre između bez kao po do iz te ga ih im mi ti vi njegov
        njen njihov tekst korisnik datoteka fajl nova novi nema ima uz pri tokom takođe nedelja
        mesto čovek ovde uvek lepo treba vrednost vrednosti primer zahtev objekat objekata umesto
        poslednja uspešno opiši reci odgovori slika srpski želim""",
    "sv": """och i att det är en ett den de till av på med för inte som har jag du vi kan ska
        skall vill var blev blir vara om från eller men så när där vad vem hur varför vilken
        vilket vilka dessa detta denna din ditt dina min mitt mig dig oss sig också bara alla mer
        mycket mellan efter under över utan vid hej tack skriv förklara översätt följande
        användare använd ut upp in nu här skulle kunde hade varit man hon han hans hennes deras
        svenska någon ingen gör ge filen fil än åt berätta beskriv svara bilden texten""",
    "sw": """na ya wa kwa ni za la katika kuwa si hii hiyo huo huu hizi hilo cha vya pia au
        lakini kama nini nani wapi lini kwanini jinsi gani mimi wewe yeye sisi ninyi wao yake
        wake yao yako yangu ambayo ambao bila baada kabla kati tu sana zaidi wote yote tafadhali
        asante habari andika eleza tafsiri ili kila moja mbili hakuna kuna ana wana alikuwa
        ilikuwa watu mtu mwa kutoka hadi hapa ukurasa faili jibu picha kiswahili swali kuhusu
        niambie nataka hadithi fupi haya hilo nisaidie maandishi kujifunza hujambo simulia
        fupisha""",
    "tl": """ang ng sa mga na ay at para hindi ito iyon siya sila ako ikaw kami tayo kayo ko mo
        niya nila namin natin ninyi kung kapag dahil pero o may mayroon wala isang isa dalawa ano
        sino saan kailan bakit paano lahat lamang lang din rin naman po opo salamat kumusta
        magandang isulat ipaliwanag isalin upang mula hanggang tungkol kanyang kaniyang iyong
        aking ating maaari dapat nasa ni si nang pa ba ilarawan sagutin sumulat magsulat matuto""",
    "tr": """ve bir bu için ile de da ki ne mi mı çok daha gibi ama veya ya ben sen o biz siz
        onlar bana sana nasıl neden niçin nerede kim var yok değil olan olarak her şey kadar
        sonra önce eğer ise bunu şu göre hakkında üzerinde lütfen merhaba teşekkürler yaz yazın
        açıkla çevir aşağıdaki metin kullanıcı en hiç tüm bütün sadece yalnızca olduğunu olur
        oldu edin et yap ver verin cevap soru selam nasılsın dosya yeni edilemedi olmalıdır
        tarafından nedir anlat söyle açıklayın analiz görsel resim resmi
        misin mısın metni kaç kere eder""",
    "uz": """va bu bir uchun bilan ham emas yoki lekin men sen siz biz ular nima kim qayerda
        qachon qanday nega bor yo'q deb kerak mumkin agar yozing salom rahmat iltimos haqida
        keyin o'zbek tili har juda faqat boshqa yangi shu""",
    "vi": """và là của có không trong cho được các những một với này đó để người khi đã từ như
        về ra thì mà tôi bạn anh chị em nó họ chúng ta hãy gì ai đâu nào sao thế vì nên nếu hoặc
        cũng rất nhiều hơn chỉ tất cả bằng theo trên dưới sau trước xin chào cảm ơn viết giải
        thích dịch sang văn bản đây tiếng việt bị vào đến lại phải bởi tại hay nhưng cần""",
}

LETTERS: Final[dict[str, str]] = {
    "af": "êëïôû", "az": "əğışöüç", "ca": "àèéíïòóúüç·", "cs": "áčďéěíňóřšťúůýž", "cy": "âêîôûŵŷ",
    "da": "æøåé", "de": "äöüß", "eo": "ĉĝĥĵŝŭ", "es": "áéíóúñü¿¡", "et": "äõöüšž", "eu": "ñ",
    "fi": "äö", "fr": "àâæçéèêëîïôœùûü", "ga": "áéíóú", "gl": "áéíóúñ", "hr": "čćđšž",
    "hu": "áéíóöőúüű", "id": "", "is": "áéíóúýþæöð", "it": "àèéìòù", "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž", "ms": "", "nl": "ëïéè", "no": "æøå", "pl": "ąćęłńóśźż",
    "pt": "ãõáâàéêíóôúç", "ro": "ăâîșțşţ", "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž", "so": "",
    "sq": "ëç", "sr": "čćđšž", "sv": "åäö", "sw": "", "tl": "ñ", "tr": "çğıöşü", "uz": "ʻ",
    "vi": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip

# What words end in; it decides where no little word does.
ENDINGS: Final[dict[str, str]] = {
    "af": "heid ing like erde",
    "az": "lər ləri maq mək lıq lik dır ları",
    "ca": "ció cions ment ats ades tat",
    "cs": "ní ého ých ování ost ění ovat ůvodu ou ěné",
    "cy": "io au iad wyd",
    "da": "else erne hed ende eligt ede ning eret eres",
    "de": "ung ungen lich keit heit isch ieren tet",
    "eo": "ojn ajn oj aj iĝas ado",
    "es": "ción ciones mente ado ada ando dad",
    "et": "dud tud mine ud ige sse ks ab isi mise",
    "eu": "ak ren tzen tzea rik",
    "fi": "ssa ssä sta stä lla llä lta ksi inen nen tta ttä ään aan ien ille",
    "fr": "tion tions ment eux ée és ez eur age",
    "ga": "adh acht eacht",
    "gl": "ción cións mente dade ado ada",
    "hr": "nje ati iti ost anja ima enje ija",
    "hu": "ság ség ban ben nak nek ból ből val vel tás tés ható tott tett ása ése",
    "id": "kan nya an",
    "is": "inn um ir ið ur ar",
    "it": "zione zioni mente are ato ata ità ati oni",
    "lt": "imas ymas as is us ų ius iai ams oje inti ti",
    "lv": "šana īt āt umu iem ām ēt ums as",
    "ms": "kan nya an",
    "nl": "heid ing en lijk ijk eren tie",
    "no": "else ene het ende elig ing et ert",
    "pl": "ów ych ego anie enie ość ami ować nie ej",
    "pt": "ção ções mente ado ada ando dade ões",
    "ro": "ul ului ării lor ție ții ează ilor ele",
    "sk": "nie ého ých ovanie osť enie ovať ť iť ia",
    "sl": "nje ost ati anje ega ih iti jo ni ske",
    "so": "ka yo ta aha",
    "sq": "ve imi imit et ja ë",
    "sr": "nje ati iti ost anja ima enje ija",
    "sv": "ning arna het ande lig ningar ade",
    "sw": "isha ika wa ia eni",
    "tl": "ng",
    "tr": "lar ler dır dir yor mak mek lık lik ları leri ın ün",
}

# Where two languages fit equally well, one of these is the likelier.
WIDESPREAD: Final = frozenset(
    {"da", "de", "es", "fi", "fr", "hu", "id", "it", "nl", "no", "pl", "pt", "ro", "sv", "tr"}
)
