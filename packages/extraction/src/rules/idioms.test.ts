import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

describe('idioms of the news', () => {
  it.each([
    ['After days of talks in Doha the two sides shook hands on a truce.', 'agreed'],
    ['The talks yielded a ten-day truce.', 'agreed'],
    ['The separatists said they were suspending attacks until the election.', 'declared'],
    ['A ceasefire goes live in Tigray at 9 p.m. on Monday.', 'took_effect'],
    ['The truce in Yemen was given another 48 hours.', 'extended'],
    ['The truce was marred by shelling in Taiz.', 'violated'],
    ['The Aleppo ceasefire went up in smoke on Friday.', 'collapsed'],
    ['The Taiz ceasefire lay in tatters on Friday.', 'collapsed'],
    ['A truce in Taiz ran its course at midnight.', 'expired'],
    ['The army will not hear of a ceasefire, its spokesman said.', 'rejected'],
    ['There will be no ceasefire before victory, the general said.', 'rejected'],
    ['The rebels held out the prospect of a truce over Ramadan.', 'proposed'],
    ['Sudan and the RSF put an end to hostilities on Friday.', 'agreed'],
    ['The guerrillas have put their armed campaign on hold.', 'declared'],
    ['The rebels ceased fire unilaterally on Friday.', 'declared'],
    ['No shots have been heard in Aleppo since the truce began.', 'observed'],
    ['The ceasefire was stretched by a day.', 'extended'],
    ['The ELN called off its ceasefire on Sunday.', 'terminated'],
    ['The army said the truce was null and void.', 'terminated'],
    ['"The guns must fall silent now," the French president said.', 'called_for'],
  ] as const)('%s', (text, step) => {
    expect(find(eventsOf(text), 'ceasefire', step)).toBeDefined();
  });

  it.each([
    ['Insurgents opened up with machine guns on a patrol near Maiduguri on Friday.', 'attack'],
    ['Assailants sprayed a bus with bullets in Quetta on Friday.', 'attack'],
    ['The village of Bucha was put to the torch by retreating troops.', 'attack'],
    ['Snipers picked off two soldiers in Aleppo on Friday.', 'attack'],
    ['Russian forces let loose a barrage of missiles on Kharkiv on Friday.', 'attack'],
    ['The convoy drew fire as it crossed the bridge at Kherson on Friday.', 'attack'],
    ['The trawler was fired upon by a gunboat off Yeonpyeong on Friday.', 'attack'],
    ['Saboteurs blew a hole in the pipeline near Arauca on Friday.', 'attack'],
    ['Sloviansk is back in Ukrainian hands.', 'capture'],
    ['Government troops cleared rebels from Bunagana on Friday.', 'capture'],
    ['Israeli tanks drew back from the Netzarim corridor on Friday.', 'withdrawal'],
    ['Talks broke off in Geneva on Friday without result.', 'talks'],
    ['Twenty captured soldiers were traded for ten rebels near Taiz.', 'exchange'],
    ['The army was locked in battle with Fano militia around Gondar on Friday.', 'clash'],
    ['Jihadists are in control of the town of Djibo since Friday.', 'capture'],
    ['Blue helmets took up positions along the Green Line on Friday.', 'deployment'],
    ['Envoys from Kyiv and Moscow sat across the table in Istanbul on Friday.', 'talks'],
    ['Ethiopia and Somalia came to an understanding on sea access on Friday.', 'agreement'],
    ['Kyiv and Moscow each sent home 175 prisoners of war on Friday.', 'exchange'],
    ['Some 40,000 Karabakh Armenians crossed into Armenia within three days.', 'displacement'],
    ['Security agents picked up four opposition leaders in Bamako on Friday.', 'detention'],
    ['Tens of thousands poured into the streets of Tbilisi on Friday.', 'protest'],
    ['The first relief trucks rolled into Tigray on Friday.', 'aid'],
    ['Washington gave Hamas until Sunday to accept the plan or face war.', 'threat'],
    ['Ethiopia and Eritrea put pen to paper on a border accord on Friday.', 'agreement'],
    ['The neighbours Thailand and Cambodia turned their truce into a ceasefire on Friday.', 'ceasefire'],
    ['Israeli jets inflicted strikes on Baalbek on Friday.', 'attack'],
  ] as const)('%s', (text, type) => {
    expect(find(eventsOf(text), type)).toBeDefined();
  });

  it.each([
    'The company shelled out three million dollars for the site in Leeds.',
    'Police shot a rabid dog in Leeds on Friday.',
    'A gas explosion in a block of flats killed four people in Lyon.',
    'A truck crashed into a bus near Lusaka on Friday, killing 18.',
    'Hundreds of runners poured into the streets of Boston for the marathon.',
    'The premier opened up on her childhood in an interview.',
    'The minister shot down rumours of an early election.',
    'The delegates abstained as if a war had broken out in the hall.',
    'The bulldozers brought down two condemned buildings in Leeds on Friday.',
  ])('no event: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });
});
