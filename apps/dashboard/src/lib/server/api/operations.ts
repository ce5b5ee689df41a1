import * as z from 'zod';
import { openApiDocument } from './document.ts';

const Schema = z.looseObject({ $ref: z.string().optional(), description: z.string().optional() });
const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() }));

/** What the page about the API reads of the document that it describes. */
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: Schema.optional(),
      }),
    )
    .optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: Content.optional() })),
});
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: { name: string; where: string; isRequired: boolean; meaning: string }[];
  answers: { status: string; meaning: string }[];
  /** A command that asks it. */
  example: string;
}

/** What programs can ask, as the document says it. */
export function operations(
  origin: string,
  examples: Readonly<Record<string, (origin: string) => string>>,
): OperationView[] {
  const { paths } = Document.parse(openApiDocument(origin));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      id: one.operationId,
      method: method.toUpperCase(),
      path,
      summary: one.summary,
      description: one.description ?? '',
      parameters: (one.parameters ?? []).map((each) => ({
        name: each.name,
        where: each.in,
        isRequired: each.required === true,
        meaning: each.description ?? each.schema?.description ?? '',
      })),
      answers: Object.entries(one.responses).map(([status, { description }]) => ({
        status,
        meaning: description,
      })),
      example: examples[one.operationId]?.(origin) ?? '',
    })),
  );
}
