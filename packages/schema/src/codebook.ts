import * as z from 'zod';
import { Actor } from './actor.ts';
import { Act } from './acts/act.ts';
import { Article } from './article.ts';
import {
  Ceasefire,
  CeasefireLink,
  CeasefireMeasures,
  Declaration,
  EventRef,
  Hours,
  Mediation,
} from './ceasefire.ts';
import { Claim } from './claim.ts';
import { Count } from './count.ts';
import { Event } from './event.ts';
import { Moment } from './moment.ts';
import { Place } from './place.ts';
import { Proof } from './proof.ts';
import { Span } from './span.ts';
import { Conflict, CoverageDay, Interval, Survival, SurvivalStep } from './status.ts';

export interface CodebookEntry {
  name: string;
  description: string;
  fields: { name: string; description: string; values: string[]; required: boolean }[];
}

const concepts = {
  Article,
  Event,
  Actor,
  Moment,
  Place,
  Count,
  Claim,
  Proof,
  Span,
  Ceasefire,
  Declaration,
  Mediation,
  CeasefireLink,
  CeasefireMeasures,
  Hours,
  Interval,
  CoverageDay,
  Survival,
  SurvivalStep,
  Conflict,
  EventRef,
  Act,
};

/** The vocabulary as data, one entry a concept, read from the schemas themselves: it cannot drift from them. */
export function codebook(): CodebookEntry[] {
  return Object.entries(concepts).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    const required = new Set(json.required ?? []);
    const fields = Object.entries(json.properties ?? {}).map(([field, property]) => ({
      name: field,
      description: (typeof property === 'object' && property.description) || '',
      values: valuesOf(property),
      required: required.has(field),
    }));
    return { name, description: json.description ?? '', fields };
  });
}

function valuesOf(property: boolean | z.core.JSONSchema._JSONSchema): string[] {
  if (typeof property !== 'object') return [];
  if (property.enum) return property.enum.filter((value) => typeof value === 'string');
  const inner = Array.isArray(property.items) ? property.items : property.items ? [property.items] : [];
  return [...inner, ...(property.anyOf ?? [])].flatMap(valuesOf);
}
