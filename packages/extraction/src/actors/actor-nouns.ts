/** Heads of phrases that stand for the side that qualifies them: "the Armenian army", "the ministry of …". */
export const actorNouns: ReadonlySet<string> = new Set(
  (
    'forces army troops military side government governments ministry ministries minister ministers president presidents leader leaders leadership authorities officials official spokesman spokeswoman spokesperson ' +
    'soldiers soldier servicemen units unit armies administration adviser advisor aide ambassador ambassadors diplomat diplomats diplomacy envoy envoys chief chiefs commander commanders ' +
    'office prosecutor prosecutors service services department parliament lawmakers delegation delegations counterpart counterparts negotiators negotiator coalition alliance militia militias navy airforce police peacekeepers peacekeeper border guards ' +
    'countries country nations nation states state republics republic sides parties party neighbors neighbours foes rivals separatists rebels fighters militants insurgents mercenaries terrorists guerrillas militiamen militaries ' +
    'premier pm chancellor king prince emir sultan general secretary-general representative representatives head heads co-chairs chairs mission observers people gunners snipers invaders occupiers aggressor aggressors enemy leaderships ministry-s capital capitals movement group groups council agency embassy court courts judge judges tribunal cabinet congress senate assembly commission committee forum bloc union association organisation organization members hackers settlers deputies deputy secretary secretaries governor governors mayor mayors senator senators community unions associations organisations organizations committees officer officers generals prosecutor investigators navies fleets junta regime'
  ).split(' '),
);

/** Weapons stand for the side that is named with them, "Azerbaijani drones", and for nobody without it. */
export const weapons: ReadonlySet<string> = new Set(
  'artillery aviation aircraft jets warplanes drones tanks planes helicopters missiles rockets shelling guns batteries howitzers mortars gunships warships'.split(
    ' ',
  ),
);

/** Actors that a text leaves unnamed. */
export const genericActors: ReadonlySet<string> = new Set(
  'gunmen gunman militants militant rebels rebel insurgents fighters attackers attacker assailants terrorists terrorist bomber bombers protesters demonstrators crowd crowds police troops soldiers army separatists militiamen mercenaries refugees residents civilians villagers families thousands hundreds tribesmen jihadists extremists opposition activists guerrillas mediators peacekeepers observers authorities government supporters workers students farmers settlers youths cadres cadre rangers warlords commandos clerics miners teachers drivers'.split(
    ' ',
  ),
);
