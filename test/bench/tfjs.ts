/** As much of TensorFlow.js as the comparison uses. */
export interface Tfjs {
  setBackend(name: string): Promise<boolean>;
  tensor2d(data: Float32Array, shape: [number, number]): TfTensor;
  tensor4d(data: Float32Array, shape: [number, number, number, number]): TfTensor;
  matMul(a: TfTensor, b: TfTensor, transposeA?: boolean, transposeB?: boolean): TfTensor;
  relu(x: TfTensor): TfTensor;
  square(x: TfTensor): TfTensor;
  sub(a: TfTensor, b: TfTensor): TfTensor;
  sum(x: TfTensor): TfTensor;
  mean(x: TfTensor): TfTensor;
  conv2d(x: TfTensor, filter: TfTensor, strides: number, pad: 'same'): TfTensor;
  grads(f: (...inputs: TfTensor[]) => TfTensor): (inputs: TfTensor[]) => TfTensor[];
  tidy(body: () => void): void;
}

interface TfTensor {
  dataSync(): unknown;
}

/** TensorFlow.js with its plain JavaScript backend, or undefined where it is not installed. */
export async function loadTfjs(): Promise<Tfjs | undefined> {
  const name = '@tensorflow/tfjs';
  try {
    const module: unknown = await import(name);
    if (!isTfjs(module)) return undefined;
    await module.setBackend('cpu');
    return module;
  } catch {
    return undefined;
  }
}

function isTfjs(module: unknown): module is Tfjs {
  return typeof module === 'object' && module !== null && 'matMul' in module && 'setBackend' in module;
}
