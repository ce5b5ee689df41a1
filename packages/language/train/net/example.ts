/** A sentence to learn from, in numbers. */
export interface Example {
  length: number;
  /** Rows of the table of trained vectors, `featuresPerWord` for each word. */
  rows: Int32Array;
  /** How often the training material has each word. */
  seen: Float32Array;
  /** Fixed vector of each word, one after the other. */
  fixed: Float32Array;
  /** −1 is the root. */
  heads: Int32Array;
  relations: Int32Array;
  tags: Int32Array;
}
