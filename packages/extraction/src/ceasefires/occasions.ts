/** Feasts and other occasions, which a truce is called by. Two of them make one: "Orthodox Easter". */
export const occasions: ReadonlySet<string> = new Set(
  'christmas xmas easter orthodox catholic ramadan eid eid-al-fitr eid-al-adha al-fitr al-adha fitr adha bayram nowruz newroz passover hanukkah diwali vesak thadingyut songkran tet epiphany pentecost lent holiday feast festival victory olympic pilgrimage hajj arbaeen election referendum census exam funeral vaccination polio ebola pandemic coronavirus covid harvest sowing planting winter flood earthquake quake cyclone typhoon hurricane tsunami drought'.split(
    ' ',
  ),
);
