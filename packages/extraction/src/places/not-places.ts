/** Town names of the gazetteer that in news prose are nearly always another word, a name of a person or of a body. */
export const notPlaces: ReadonlySet<string> = new Set(
  'Union Republic Police Army Council March May Mary Victoria Nice Reading Bath Most Of Man Mobile Orange Independence Liberty Hope Price Bay Can Bar Best Board Same Sale Deal Along Along Over Or Are Bank Center Central City Clinton Bush Trump Lincoln Jackson Johnson Grant Carter Kennedy Martin George Charles David Anna Maria Santa San Male Gay Troy Marina Nelson Wilson Roman Young Lead Lens Angel Angeles Asia America Europe Media Street Normal Start Many Ten Split Green Brown White Black Field Fields Park Hill Forest Lake River Ocean Sun Star Sky Rose Enterprise Commerce Industry Progress Social Battle Fort Castle Church Bishop Temple Mission Page Post Paso Paradise Pace Peace Palm Harbor Beach Valley Spring Springs Summit Sunrise Sunset Imperial Royal National General Captain Sergeant Major President Minister Premier Ferdinand Marcos Isabel Marcelo Ahmed Mohammed Mahmoud Ali Hassan Hussein Ibrahim Omar Yusuf Salem Ahmad Hamad Khalid Rashid Saddam Taylor Stanley Gordon Murray Dudley Douglas Warren Howard Wayne Irving Kelly Perry Terry Henry Allen Franklin Jefferson Madison Monroe Washington Anderson Bell Ball Baker Cook Carson Collins Cooper Davis Dixon Edwards Evans Ford Foster Fox Gates Graham Hamilton Hampton Harrison Harvey Hays Homer Hudson Hunter Irvine Kent King Kirk Lee Lewis Logan Long Marshall Mason Melville Mitchell Morgan Morris Morton Moses Newton Norman Norris Oliver Owen Parker Phillips Pierce Porter Powell Ramsey Randolph Raymond Reed Roberts Rogers Roy Russell Ryan Scott Seymour Sherman Sidney Simpson Smith Spencer Stephens Stewart Stone Stuart Sullivan Thomas Thompson Tyler Walker Wallace Ward Warner Watson Webster Wells Wesley West East North South Williams Woods Wright Moore Burke Byron Cary Chester Clark Clay Clayton Cleveland Wood Says Wed Sat Mon Sun Thu Tue Fri Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec Un Us It Is In At On To As We Him He She No Not Yes Any All But And The For From With This That These Those There Here Where When Who What Why How Which Both Each Every Other Another Some Such Few Less More Much Very Too Also Only Just Even Still Yet Now Then Than Because While Though Since Until Before After During Between Among Against About Above Below Under Through Around Across Behind Beyond Near Far Left Right High Low New Old Big Small Great Little First Second Third Last Next Monday Tuesday Wednesday Thursday Friday Saturday Sunday Guerrero Salvador Leon Cross Mar Cotes Pau Pop Bor Waterloo Home Along Pasha Novi Koch Kara Sha Sharon Eden Ash Rice Sand Wien Alpha Delta Omega Une Dos Tres Bello Colon Colombo Santiago'
    .split(' ')
    .filter(
      (word) =>
        ![
          'Washington',
          'Colombo',
          'Santiago',
          'Cleveland',
          'Salvador',
          'Madison',
          'Split',
          'Nice',
          'Leon',
          'Hamilton',
        ].includes(word),
    ),
);
