/// The letter groups that tell languages apart in words that are no function words.
///
/// Three letters each, `_` for the edge of a word, in the order of their use. A group stands in the
/// row of its weight: 3 where it is more than 4 times as common as in the mean of these languages, 2
/// more than 2.7 times, 1 more than 1.6 times.
enum TrigramProfiles {
    static let byLanguage: [(language: String, rows: [(weight: Int, groups: String)])] = [
        (
            "en",
            [
                (
                    3,
                    """
                    _th the ed_ xsw sxs _sx sw_ ly_ thi eat _of of_ ry_ his th_ goo _wh ery tha \
                    you _ip ith my_ wit nk_ ink ght ot_ od_ ood igh _my ow_ hav but sea pad _ev \
                    pp_ _up lly ear fro ted uld ty_ oul oog ew_ gle eas oth ppl any up_ whe ugh \
                    ey_ ks_ lik som ful kin oug ork oun lov _if lea ely _ea own oom hey way whi \
                    sed fli now ead ny_ new tho hea wou gh_ nly if_ day _by ity _aw by_ see too \
                    _ye yin dow onl ys_ wha ked row wn_ ms_ low tly eep sy_ giv gai thr ned tak \
                    pop who boo omy iew asy yth wes try fte awe won oad bec _kn rth yea yon loa \
                    nks xt_ kes irs hro eop tay hy_ irc mea upd iou ep_ got nex pda buy kno
                    """
                ),
                (
                    2,
                    """
                    ing ng_ _an at_ he_ nd_ _to for _it ve_ _fo app ll_ rea lin ad_ _on ut_ _wo \
                    _yo _wi _ap not ts_ hat ple her ay_ _at tin use ipa wor hin pho _us ave gre \
                    out ld_ _fl _sh hon hou ck_ ogl get ack han ke_ iph ss_ _ph rom id_ cou ake \
                    _ou eal ree jus roo ds_ ike ic_ ook ps_ bou ul_ wil omf mfo eed ats rou ays \
                    tch ff_ loo bac ved oes ext aft abo rse mak hic ws_ gs_ oin cra oid fee usi \
                    sh_ rk_ cle old scr oo_ lso hes off owe fas xpe _sm ecl dy_ fir ick mov tle \
                    win doe elp led cau ish
                    """
                ),
                (
                    1,
                    """
                    is_ and _li st_ _is or_ in_ _go _st all eve it_ _wa _ha _fr one _bu was me_ \
                    ore tio _ar our ust ce_ rs_ ive _we ice ou_ ate be_ _as ome _fi _ex ain can \
                    _or abl _ju nce tor lig ee_ int ct_ _pl tur mor has how urs ure har ect ase \
                    pla nin had cre _ro red tab _cl act ong exp din _ov sel sho cti air _cr sin \
                    ard _rt bet
                    """
                ),
            ]
        ),
        (
            "de",
            [
                (
                    3,
                    """
                    ich ch_ ein sch _ei und die _zu ung das auf hr_ abe war gut ehr _ic seh wir \
                    mit eis zu_ _fü ür_ für nn_ hne lei lte wie uf_ chn wei eic mei kei hle übe \
                    imm nac bei chl _üb hal ufe run fen uns erh zei wen kau _wu llt ehe hre mpf \
                    tun eck sge chö hön ehl dli tet feh reu ück rha tzt kti _ih pfe rau ndl unk \
                    kli etz eun roß tli nfa jed zim nur ieb zt_ usg ahr ät_ chs zum äuf wür tät \
                    _kö zus ief eue meh rkl chw ihr _wü hl_ tol gef wur hst tz_ irk chm aub ürd \
                    itä ekt käu rkä eht ckt sst tt_ rbe neu ßen rsc äch kön nnt _nä ahl ird _zw \
                    önn mt_ ohn hme ße_ nsc ön_ atz uft öne ohl tze wun zur utz eim woh stü hli \
                    _wä rüc eka äre ält haf twa nz_ mmt ieh zwe kar bew ilf frü wah tsc hlt ehm \
                    aue rwe ßar oßa _ak
                    """
                ),
                (
                    2,
                    """
                    nd_ _wi ss_ cht ine _au der ht_ _sc lic ber den ach _gu rt_ nen hen aus nic \
                    eit rei _ka mme ben ges _ab uch oll isc ute lt_ hab ies lie rde hte sie iel \
                    bes auc kom sic ebe wer och ige _ke fer fre im_ tig cke ied von sei nke vor \
                    uss ege eru dem gt_ lau net geh enn ngs _kl rn_ efe tag eut ft_ nem mac hei \
                    kan lag erw nkt geg noc mus urd tik eid ube anz suc chr kle nun bis zen nig
                    """
                ),
                (
                    1,
                    """
                    ll_ ut_ st_ hat her in_ _wa _ha _fr ck_ _we be_ _rt en_ er_ _da ie_ ten _ge \
                    _un gen che _be _ni ert sen sse ier ist em_ nge _si ese _er ir_ lle ren ger \
                    tte alt _ko vie ann age um_ ede _im len ig_ ge_ _hi kt_ ind ass erk ner ech \
                    rte rst als ang ank _sp gel ls_ geb ler ei_ lec itt _je fon kel bar mal nst \
                    ses ise tau
                    """
                ),
            ]
        ),
        (
            "fr",
            [
                (
                    3,
                    """
                    our nt_ ur_ _et eme _l_ iqu _éc éco pou gie _ét ait onn ogi _dé eur log té_ \
                    une ux_ nou ous _d_ du_ ès_ éta _ré rès rai ouv au_ tiq tou tai uve ité sur \
                    trè bon ec_ jou eux ée_ _j_ élé eau _én ôte fai hôt _hô éne tél rgi vec ème \
                    _té lép éph _c_ oir _n_ aux plu rap ère lai mma _sé réc vou voi qu_ ivr stè \
                    éch rés tèm peu sys osy yst ix_ eçu éol çu_ _s_ urn été _éo aim pré moi déc \
                    éve rix éjo séj ême éri oya cet ule dév cem fem prè _ut pem mêm dui giq réa \
                    nct _mê roy llé aie oup jeu ymp sym ées ése nté né_ ièr soi lé_ vea vé_ _êt \
                    rné idé veu icl dé_ pui éci pér êtr rép tés gré _gé loi éga née ndé isé axe \
                    spè _ça oui riq éle yal tax rée xe_ _él toi arf ére éti ési elq eté eul nné \
                    lèm blè èce ssé déj
                    """
                ),
                (
                    2,
                    """
                    tio cou ain abl nce urs ure oin cti air enn _je ise _le les ns_ tp_ ttp htt \
                    _ht nne ais us_ _av _ce col ans olo ire cha _du ons omm _ai ez_ ui_ eil vra \
                    cli mat aut onc api és_ lim uti ois leu mbr iso lus uis hau lis deu rci uff \
                    lab liv gis reç ham teu nvi env ndr ieu otr lop vir ppe nts _sy roi sé_ sui \
                    _jo ils opp vai eti tif iro dre mbl sou bio
                    """
                ),
                (
                    1,
                    """
                    st_ ts_ pho ave it_ out hon ce_ rs_ _pl rou ect pla _cl _au ie_ mme lie auc \
                    lle age ner nem es_ le_ ent ne_ re_ men que on_ et_ ion ue_ ble un_ tre des \
                    ati ien _su pas _po son dan _tr _ch mai _bo eco erg tes _ra ues je_ ai_ bie \
                    bre _ec ill _ac vel _bi ima cel ci_ mpl via oli san anc avo ffe ace rop lac \
                    emb lem fra oit ili upe sup ron tit pid sit
                    """
                ),
            ]
        ),
        (
            "es",
            [
                (
                    3,
                    """
                    _el aci ón_ ión bue ció uen ía_ muy uy_ los oy_ aja pue ría ued odo léf elé \
                    aba ás_ éfo fue _ll nue jaj ya_ ejo más día cua ias uie yo_ _má hac mej muc \
                    _dí ño_ jor año uev ba_ _ya sí_ erí ién cac toy cib ías bié én_ aña hay ubi \
                    jo_ orq olv _añ _ub rqu bic ícu rtí gus dab ún_ cue ayu cta así eja tíc arí \
                    jar dej spu _ay baj ños hoy eño _sí aho tuv ení mañ ués mab pci aje oja ué_ \
                    loj quí án_ ueñ pué _cá uí_ esd soy qué nía sde lgo nid ñan ió_ áma ísi tán \
                    gún cám _có ueg reí ña_ tó_ cóm
                    """
                ),
                (
                    2,
                    """
                    hab noc ue_ otr os_ _es cio lo_ ero _mu ado una ida por mos ido dad eci tod \
                    cia ada nos _fu ici go_ nci las dos _cu rac esp mi_ stá _pu tac cto ena tam \
                    omo tad edo nas esa tos abi lid egu iem ápi uer ráp _rá ja_ nca tá_ rar asa \
                    ios alg bit uno ré_ ngo cul ulo seg gun mie nad alo uga eng uda _ah ibi igu \
                    poc eo_ nia sas fec rlo lve bid oco abr su_ rá_ mpi ea_ deb
                    """
                ),
                (
                    1,
                    """
                    ad_ _yo or_ _ha _bu me_ _ex can abl has ect tab _un uch _si fon que ble un_ \
                    des ien _po és_ ues bie ace ron pid sit do_ as_ _qu _la no_ el_ _en est la_ \
                    na_ ra_ _co nte ro_ _lo ara ta_ con rec _no da_ al_ _me _pa _pe _ca par sta \
                    ndo gra ona ene enc tra eno mpr nta nes qui nto ita omp dor _ta ono ica tar \
                    era _nu _ti ga_ mo_ reg ana ece ntr nda xce mbi ama exc osa amb co_ cal ega \
                    emo tan ces amo cho cer tie si_ lla dic gar cas ami nal ca_ emp ros eso dar \
                    rad eni unc lar imo ded sal spe oso ras alm sar sol mis vo_ cie esi nit dec \
                    ico aqu inc sab
                    """
                ),
            ]
        ),
        (
            "it",
            [
                (
                    3,
                    """
                    ti_ nti mon di_ rno gov _il ni_ ato gli tto zio non llo li_ tti tut utt ri_ \
                    ano lia azi iam gri ril gio pia pol tta più iù_ ggi azz igl ott tà_ uon zza \
                    buo orn lio enz izi far fat cco sia iat raz olt ità nza gia dal rà_ abb hi_ \
                    nno _io bbi sul iac occ ezz sce zzo cch uov gi_ mol agg ovr viz giu zi_ dop \
                    ngi ltr sì_ bbl nuo ogg zia ecc _og agl hia ubb ogn alc rlu dov cca egl iaz \
                    vi_ uol rò_ zzi mia fa_ uo_ erà reb nzi avv ius _pd hé_ iop vuo osì gna mio \
                    vve rza caz icc orz ibo arà suo pae vog osc aes iut erò fid hè_ iov _sv zap \
                    ucc
                    """
                ),
                (
                    2,
                    """
                    ved anz ci_ oli anc no_ lo_ ta_ mi_ ita ono mo_ uno co_ amo si_ lla ibi ca_ \
                    imo su_ ico _mo ont io_ ove ern il_ del _ri _pi ari rio _tu _ci oni ett mar \
                    ale nch za_ chi tic att _gi ata ian cor acc nat tat po_ ini ior sco ani ova \
                    cos hah ino aha opo nsi rov iar sci lto rim vit zie dei zo_ oro riv cci izz \
                    usc vat apo pub rla ppo egg cri oma ché nni ull asc ebb pot tip nap lav opr \
                    cit gaz uli gno cap uci pul dav opu cog
                    """
                ),
                (
                    1,
                    """
                    he_ _go _st ogl ore _or tor _cr _rt che ann _sp ei_ itt _l_ tp_ ttp htt _ht \
                    re_ un_ _ch ues ai_ ill via avo rop ili tit la_ na_ ra_ ro_ una con _pe nto \
                    ica era osa tan dic nal sar vo_ inc to_ _di ia_ ell are per ma_ _fa _gr lit \
                    ali sto tal ssi sa_ iti ora ost tro str ris sso ori pos va_ sim ha_ ina ile \
                    qua bil nis tri iss bia oss ola sig iva rna rag arl dir _ot ole imi aga fin \
                    nco rit nom osi nov oi_ rof lli pie isp sor vol rsi sio rri _gl
                    """
                ),
            ]
        ),
        (
            "pt",
            [
                (
                    3,
                    """
                    ão_ mas _um hef br_ efb fbr não _nã eu_ mui kkk ção inh uma nha lho açã voc \
                    bom ivo aco osh bem aov wao owa eos ço_ viv óti ocê _ót nho ões cê_ meu foi \
                    _os áve eir elh onv tão ém_ obr anh çõe noi ceb sac lha são ilh gad iza isv \
                    aaa boa fei svo ári raç eço ebi _só ao_ só_ _ao enh íve oa_ gos faz esm zaç \
                    olh já_ _já ixa aix bém áti mbé _sã oas tav hoj soa iço udo viç heg diç _kk \
                    _tá aze ênc oje uip cai nhe kk_ xa_ açõ içõ lá_ lhe nhã ós_ rív eio dut jud \
                    _tã até aça íci hã_ alh fiq epo aju _ví ntã iu_ _aj uas uem coi
                    """
                ),
                (
                    2,
                    """
                    ou_ how sho em_ um_ ei_ ais mai ois reç oit iro do_ ado ida ara ido da_ dad \
                    dos ndo tam omo dor tos ápi ráp _rá tá_ ece mbi ega bid oso ras vo_ aqu ma_ \
                    sa_ sso ha_ qua bia nco nov oi_ com erc ito rch om_ ast _em ria uit _eu hor \
                    pra ssa deo ho_ tem vid ovi lta ela omb fic nve rto rsa mel bri liz ram iga \
                    uar ava pel vam equ pes ça_ ira ash ooo sai oce pod igo lme fal _fá _eq _ob \
                    _aq ipe ua_ tud vei hos iri zer smo ovo ago uei usa sua poi lgu gor
                    """
                ),
                (
                    1,
                    """
                    _at _ou _as ome _fi im_ alt fon que ue_ _bo vel pid os_ as_ _qu cio ra_ _co \
                    nte ro_ _mu por mos con rec ada par nos go_ nci esp stá enc eno mpr qui nto \
                    omp tad edo ica tar lid uer ga_ rar mo_ reg ios ntr nda ama co_ amo gar ca_ \
                    rad unc imo alm sar ico to_ ia_ ora tro va_ sim iss oss _ma ste ter ar_ _do \
                    ess ele car pre so_ tim am_ sem _na dia ade ame ial ala imp tiv oca tas rig \
                    lef min efo elo isa mes omi mpo loc _ag ode fun ema
                    """
                ),
            ]
        ),
        (
            "nl",
            [
                (
                    3,
                    """
                    kt_ erk geb _he een het aar _ee lij oor aan van eer oed ijk goe ik_ eld _ik \
                    oon _aa ijn voo _ze maa ij_ _op dig jn_ op_ _zo jk_ eel wel nie gew ken ewe \
                    iet dat rij foo ldi _ui met ze_ _om eke hee kop sne mij heb _zi bij aat _sn \
                    vri kke _vr lev zij tva rg_ ntv ker mee waa bed _oo rui kam naa nee eze zee \
                    kwa taa rko rbl we_ aal gee vee ijd uik ebr raa eef lee hoo eb_ lek ek_ ijs \
                    doo dez uur uw_ oop jke oet bru tst ooi oud zou euw bev wij gev _kw dag laa \
                    zel js_ eft moe tek toe tij wat zek nog _za rkt ekk wal anb nbe tje euk hoe \
                    uk_ akt og_ dt_ ijf pak akk woo daa aag koo gaa oek zoa aam beh elf oen aak \
                    hij voe onz zal dde tbi zaa koc zeg oal tee enk ijv ehu moo jf_ ijt duu jd_ \
                    elk oel rug nra zic lge aad pza lpz anr ntb rdt hul ikt kee jve oos kaa dus \
                    uwe jes ulp roe ruk mda jde ijg oeg ouw wam eha omd
                    """
                ),
                (
                    2,
                    """
                    _on eve _wa was _we ook ee_ ct_ had _ov bet en_ cht den _ge _ka hte nge _er \
                    ige _ko ede ege ig_ _kl ft_ ech kan nkt als ang ank gel ls_ eid kle kel et_ \
                    erg je_ leu ieu tie ebb lef efo an_ _va eli ope dit rd_ ete erd erb wee ag_ \
                    ok_ ord tei eda bli hel gek eko bbe _sl rli lde its _kr vin _ku gez kun rke \
                    zon uct sle twe nze eg_ erp
                    """
                ),
                (
                    1,
                    """
                    ing ng_ ed_ at_ _is _go it_ ld_ ke_ ard ht_ ten gen _be _ni ben rde bes kom \
                    wer ren ger len ge_ _hi rst _je dan el_ _en zie vol uit ele _na ade ame de_ \
                    ver _ve _te tel _vo nde _ho ote ond ers ite nel hot mer eri rin pen rie bel \
                    ven ens cat erm gem hie gro
                    """
                ),
            ]
        ),
    ]
}
