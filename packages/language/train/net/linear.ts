import type { FloatMemory } from './float-product.ts';
import type { Parameters } from './parameters.ts';

/** Rows of words times one matrix of the network plus its bias, and back. */
export class Linear {
  readonly rows: number;
  readonly columns: number;
  private readonly memory: FloatMemory;
  private readonly place: { values: number; gradients: number; bias: number; biasGradients: number };
  private readonly panels: number;
  private readonly turnedPanels: number;
  private readonly scratch: number;
  private readonly turned: number;

  /** @param most the largest number of rows of words */
  constructor(memory: FloatMemory, parameters: Parameters, name: string, most: number) {
    const { rows, columns, at } = parameters.of(name);
    const bias = parameters.of(`${name}.bias`).at;
    this.memory = memory;
    this.rows = rows;
    this.columns = columns;
    const { values, gradients } = parameters.first;
    this.place = {
      values: values + at,
      gradients: gradients + at,
      bias: values + bias,
      biasGradients: gradients + bias,
    };
    this.panels = memory.reserve(rows * columns);
    this.turnedPanels = memory.reserve(rows * columns);
    this.scratch = memory.reserve(Math.max(rows, most) * columns);
    this.turned = memory.reserve(Math.max(most, columns) * rows);
  }

  /** Lays the matrix out anew after its values have changed. */
  refresh(forTraining: boolean): void {
    const { memory, rows, columns, place } = this;
    memory.inPanels(place.values, rows, columns, this.panels);
    if (!forTraining) return;
    memory.transpose(place.values, rows, columns, this.turned);
    memory.inPanels(this.turned, columns, rows, this.turnedPanels);
  }

  forward(from: number, into: number, count: number): void {
    const { memory, rows, columns, place } = this;
    const bias = memory.view(place.bias, columns);
    for (let i = 0; i < count; i++) memory.floats.set(bias, into + i * columns);
    memory.multiplyAdd(from, this.panels, into, count, rows, columns);
  }

  /**
   * Adds to the gradients of matrix and bias, and to those of the input at `into`.
   * @param from the input of the forward pass
   * @param gradient gradients of its output
   */
  backward(from: number, gradient: number, count: number, into: number): void {
    const { memory, rows, columns, place } = this;
    const { floats } = memory;
    memory.transpose(from, count, rows, this.turned);
    memory.inPanels(gradient, count, columns, this.scratch);
    memory.multiplyAdd(this.turned, this.scratch, place.gradients, rows, count, columns);
    for (let i = 0; i < count; i++)
      for (let c = 0; c < columns; c++) {
        const at = place.biasGradients + c;
        floats[at] = (floats[at] as number) + (floats[gradient + i * columns + c] as number);
      }
    memory.multiplyAdd(gradient, this.turnedPanels, into, count, columns, rows);
  }
}
