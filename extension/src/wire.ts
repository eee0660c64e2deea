/** The service's JSON, in the names that the extension uses; the types are made from its OpenAPI document. */
import type { components } from './wire.gen';

type Schemas = components['schemas'];

/** Version of the wire that this extension speaks. */
export const API_VERSION = 1;

export type Analysis = Schemas['Analysis'];
export type Change = Schemas['Change'];
export type Face = Schemas['Face'];
export type Region = Schemas['Region'];
export type Sensitivity = Schemas['Sensitivity'];
export type Style = Schemas['Style'];
export type Verdict = Schemas['Verdict'];
export type Hello = Schemas['Hello'];
export type ProblemCode = Schemas['Problem']['code'];
