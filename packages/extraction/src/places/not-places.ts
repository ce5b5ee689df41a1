/** Names of towns and provinces, folded, that in news prose are nearly always another word, a person's name or a body's. */
export const notPlaces: ReadonlySet<string> = new Set(
  (
    'metro a about above across after against ahmad ahmed ali all allen alliance along alpha also amazon ' +
    'america among and anderson angel angeles anna another any apple apr arab are army around as ash ' +
    'asia at aug august baker ball bank bar barça bath battle bay beach because before behind bell ' +
    'bello below best between beyond big bishop black board body bor both brown burke bush but byron ' +
    'campus can canadian capital captain carson carter cary castle center central centre charles ' +
    'chester christmas church city clark clay clayton clinton coast coastal college collins colon ' +
    'commerce congress conrad cook cooper cotes council cross crystal david davis deal dec delta ' +
    'district dixon dole dos douglas dudley duncan durango during each east eastern eat eden edwards ' +
    'enterprise era est este europe evans even ever every far feb federal ferdinand fern few field ' +
    'fields fine first fish flag for ford forest fort foster four fox franklin fri friday from fun ' +
    'game gap gates gay gem general george giant god goes gold good google gordon graham grant great ' +
    'green guerrero ham hamad hampton harbor harrison harvey hassan hays he henry here hero high ' +
    'highlands hill him home homer honda hope hour house how howard hudson hunter hussein hut ' +
    'ibrahim imperial in independence industry iron irvine irving is isabel island islands it itâ ' +
    'jackson jan jefferson jobs johnson join judge jul jun just justice juventus kara kelly kennedy ' +
    'kent keys khalid king kirk koch lake lance last late law lead lee left legend lens less lewis ' +
    'liberal liberty lincoln lions little littoral log logan long love low lower lowlands mahmoud ' +
    'major male man many map mar marcelo march marcos maria marina marine maritime mars marshall ' +
    'mart martin mary mason may media melville mercury mexican middle mine minister mission mitchell ' +
    'mobile mohammed mon monday monroe moon moore more morgan morris morton moses most mountain ' +
    'mountains much murray name national near need nelson new news newton next nike no nord normal ' +
    'norman norris norte north northeast northeastern northern northwest northwestern not nov novi ' +
    'now obama occidental ocean oct oeste of oil old oliver omar omega on once only open opp or ' +
    'orange oriental other ouest over owen pace page palm paradise park parker pasha paso pau peace ' +
    'pearl perry phillips pic pierce pilot pine plan plateau plum pole police pop porter post powell ' +
    'premier president price prior pro progress quest race rain ramsey randolph rashid raymond ' +
    'reading real reed republic rice rich right rim ring river rivera roberts rock rogers roma roman ' +
    'roosevelt root rose roy royal rule russell ryan s saddam safe sale salem same san sand santa ' +
    'sat saturday say says scott sea second see self senate sep sept sergeant service seven seymour ' +
    'sha shaping sharon she sherman sidney silver simpson since sit six sky small smith social soda ' +
    'sole some south southeast southeastern southern southwest southwestern sow spencer spring ' +
    'springs stanley star start stephens stewart still stone stop street stuart such sud sugar ' +
    'sullivan summit sun sunday sunrise sunset superior sur sure tall taylor tell temple ten ' +
    'territory terry tesla than that the then there these thing third this thomas thompson those ' +
    'though through thu thursday tide time tin tiny to too top tor trade tram tres trinity troy ' +
    'trump tue tuesday turn tusk tyler un under une union university until upper us valley van very ' +
    'via victoria view vote wait wake walker wallace want ward warner warren waterloo watson wave ' +
    'way wayne we webb webster wed wednesday weed welch wells wesley west western wet what when ' +
    'where which while white who why wide wien williams wilson wind wing with wolf wood woods work ' +
    'wright yes yet young your yusuf zip zone'
  ).split(' '),
);
