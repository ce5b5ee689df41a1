import type { Event } from '@trucewatch/schema';
import type { ExportedEvent } from '../exported-event.ts';

const span = (quote: string) => ({ start: 0, end: quote.length, quote });

/** A strike on Ganja as one side tells it, told by an invented publisher. */
export function strike(more: Partial<Event> = {}): ExportedEvent {
  return {
    article: {
      id: 'wire-7',
      title: 'A city wakes to sirens',
      source: 'Caucasus Wire',
      url: 'https://wire.example/7',
      publishedAt: '2020-10-17T18:00:00Z',
    },
    conflictId: 'nagorno-karabakh',
    event: {
      id: 'e1',
      type: 'attack',
      mode: 'missile',
      reality: 'actual',
      actors: [
        { role: 'initiator', name: 'Armenia', id: 'country:AM', mention: span('Armenia') },
        { role: 'recipient', name: 'Azerbaijan', id: 'country:AZ', mention: span('Azerbaijan') },
        { role: 'victim', name: 'civilians', mention: span('civilians') },
      ],
      when: {
        earliest: '2020-10-16T20:00:00.000Z',
        latest: '2020-10-17T03:00:00.000Z',
        level: 'part_of_day',
        basis: 'derived',
      },
      effectiveAt: null,
      until: null,
      where: {
        name: 'Ganja',
        id: 'geonames:586523',
        lat: 40.68278,
        lon: 46.36056,
        countryCode: 'AZ',
        admin1: 'Ganja City',
        level: 'city',
        mention: span('Ganja'),
      },
      casualties: [
        {
          of: 'killed',
          group: 'civilians',
          low: 13,
          high: null,
          qualifier: 'at_least',
          span: span('at least 13'),
        },
        {
          of: 'killed',
          group: 'children',
          low: 3,
          high: 3,
          qualifier: 'exact',
          subsetOf: 0,
          span: span('three'),
        },
        {
          of: 'wounded',
          group: 'unknown',
          low: 51,
          high: null,
          qualifier: 'more_than',
          span: span('over 50'),
        },
      ],
      claims: [{ by: 'Azerbaijan', polarity: 'accuses', voice: 'paraphrase', span: span('accused') }],
      ceasefireRefs: [],
      purpose: [],
      codes: {},
      evidence: [span('Azerbaijan accused Armenia\nof a missile strike, "at night", on Ganja')],
      confidence: 0.9,
      ...more,
    },
  };
}
