import { describe, expect, it } from 'vitest';
import { foldedText } from '../names/folded-text.ts';
import { actorNames } from './directory.ts';

/** Conflicts, and two or more names of each with the actor that a reader would expect. */
const conflicts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Gaza: { Hamas: 'group:hamas', 'Qassam Brigades': 'group:hamas', IDF: 'country:IL', Ramallah: 'country:PS' },
  Lebanon: {
    Hizbullah: 'group:hezbollah',
    Hezbollah: 'group:hezbollah',
    'Naim Qassem': 'group:hezbollah',
    UNIFIL: 'org:unifil',
  },
  'Israel and Iran': { IRGC: 'country:IR', Tehran: 'country:IR', 'Quds Force': 'country:IR' },
  Ukraine: {
    Kyiv: 'country:UA',
    Kiev: 'country:UA',
    DPR: 'group:dpr',
    'the Kremlin': 'country:RU',
    Wagner: 'group:wagner',
  },
  Syria: { HTS: 'group:hts', YPG: 'group:sdf', 'Free Syrian Army': 'group:free-syrian-army' },
  Yemen: {
    Houthis: 'group:houthis',
    Huthis: 'group:houthis',
    'Ansar Allah': 'group:houthis',
    STC: 'group:stc',
  },
  Sudan: { RSF: 'group:rsf', Hemedti: 'group:rsf', SAF: 'country:SD', Burhan: 'country:SD' },
  'South Sudan': { 'SPLM-IO': 'group:splm-io', 'Salva Kiir': 'country:SS', UNMISS: 'org:unmiss' },
  Tigray: {
    TPLF: 'group:tplf',
    'Tigray Defence Forces': 'group:tplf',
    ENDF: 'country:ET',
    Fano: 'group:fano',
  },
  Libya: { 'Libyan National Army': 'group:lna', Haftar: 'group:lna', Dbeibah: 'country:LY' },
  Myanmar: {
    Tatmadaw: 'country:MM',
    Naypyidaw: 'country:MM',
    KIA: 'group:kia',
    'Three Brotherhood Alliance': 'group:three-brotherhood',
  },
  Kashmir: { 'Lashkar-e-Taiba': 'group:lashkar-e-taiba', 'New Delhi': 'country:IN', Islamabad: 'country:PK' },
  Colombia: { FARC: 'group:farc', ELN: 'group:eln', 'Gustavo Petro': 'country:CO' },
  Mindanao: { MILF: 'group:milf', MNLF: 'group:mnlf', 'Abu Sayyaf': 'group:abu-sayyaf' },
  'DR Congo': { M23: 'group:m23', FARDC: 'country:CD', ADF: 'group:adf', MONUSCO: 'org:monusco' },
  Mali: { JNIM: 'group:jnim', 'Ansar Dine': 'group:ansar-dine', Bamako: 'country:ML' },
  'Burkina Faso': { 'Ibrahim Traore': 'country:BF', Ouagadougou: 'country:BF' },
  Niger: { Niamey: 'country:NE', 'Alliance of Sahel States': 'org:aes' },
  Nigeria: { 'Boko Haram': 'group:boko-haram', ISWAP: 'group:iswap', Abuja: 'country:NG' },
  Kosovo: { KLA: 'group:kla', Pristina: 'country:XK', Belgrade: 'country:RS' },
  Cyprus: {
    'Turkish Cypriots': 'group:turkish-cypriots',
    TRNC: 'group:turkish-cypriots',
    UNFICYP: 'org:unficyp',
  },
  Georgia: {
    Abkhazia: 'group:abkhazia',
    'South Ossetia': 'group:south-ossetia',
    Tskhinvali: 'group:south-ossetia',
  },
  Moldova: { Transnistria: 'group:transnistria', Tiraspol: 'group:transnistria', Chisinau: 'country:MD' },
  'Thailand and Cambodia': { Bangkok: 'country:TH', 'Phnom Penh': 'country:KH', 'Hun Manet': 'country:KH' },
  Afghanistan: { Taliban: 'group:taliban', 'ISIS-K': 'group:iskp', Kabul: 'country:AF' },
  Iraq: { 'Kataib Hezbollah': 'group:kataib-hezbollah', ISIS: 'group:is', Peshmerga: 'group:peshmerga' },
  Somalia: { 'al-Shabaab': 'group:al-shabaab', Shabaab: 'group:al-shabaab', AMISOM: 'org:au' },
  'Central African Republic': {
    Seleka: 'group:seleka',
    'anti-Balaka': 'group:anti-balaka',
    MINUSCA: 'org:minusca',
  },
  'Western Sahara': { Polisario: 'group:polisario', MINURSO: 'org:minurso', Rabat: 'country:MA' },
  'Nagorno-Karabakh': {
    Artsakh: 'group:artsakh',
    Stepanakert: 'group:artsakh',
    Baku: 'country:AZ',
    Yerevan: 'country:AM',
  },
  'Turkey and the PKK': { PKK: 'group:pkk', Öcalan: 'group:pkk', Ankara: 'country:TR' },
  'Sri Lanka': { LTTE: 'group:ltte', 'Tamil Tigers': 'group:ltte', Colombo: 'country:LK' },
  Nepal: { 'CPN-M': 'group:nepal-maoists', Prachanda: 'group:nepal-maoists', Kathmandu: 'country:NP' },
  'Northern Ireland': { IRA: 'group:ira', 'Sinn Féin': 'group:sinn-fein', UVF: 'group:uvf' },
  Aceh: { GAM: 'group:gam', 'Free Aceh Movement': 'group:gam', Jakarta: 'country:ID' },
  Mozambique: { Renamo: 'group:renamo', Frelimo: 'group:frelimo', Maputo: 'country:MZ' },
  Chad: { 'Idriss Déby': 'country:TD', "N'Djamena": 'country:TD' },
  'El Salvador': { FMLN: 'group:fmln', 'San Salvador': 'country:SV' },
  Guatemala: { URNG: 'group:urng' },
  Peru: {
    'Shining Path': 'group:shining-path',
    'Sendero Luminoso': 'group:shining-path',
    Lima: 'country:PE',
  },
  Bosnia: { 'Bosnian Serbs': 'group:republika-srpska', UNPROFOR: 'org:unprofor', Sarajevo: 'country:BA' },
  Cameroon: { 'Ambazonian separatists': 'group:ambazonia' },
  Angola: { UNITA: 'group:unita', Luanda: 'country:AO' },
  'East Timor': { Fretilin: 'group:fretilin', Dili: 'country:TL' },
  Mediators: {
    IGAD: 'org:igad',
    ECOWAS: 'org:ecowas',
    'African Union': 'org:au',
    'Arab League': 'org:arab-league',
    OSCE: 'org:osce',
    Quad: 'org:quad-sudan',
  },
};

describe('the actors of each conflict are known by their usual names', () => {
  it.each(Object.entries(conflicts))('%s', (_, names) => {
    const found = Object.keys(names).map((name) => [
      name,
      actorNames.find(foldedText(`In ${name} they met`))[0]?.value.id,
    ]);
    expect(Object.fromEntries(found)).toEqual(names);
  });
});
