import { compile, type Network } from '../../src/engine/index.ts';
import { random } from '../../src/numbers/random.ts';
import { loadTfjs, type Tfjs } from './tfjs.ts';

// Ratios of the engine to plain loops for the same work, run beside each other, since machines differ and are shared.

/** Calls a second of processor time: the best of several short rounds, which noise can only slow down. */
function rate(body: () => void, rounds = 7, milliseconds = 150): number {
  let calls = 1;
  for (;;) {
    const spent = time(body, calls);
    if (spent > milliseconds / 4) break;
    calls *= 2;
  }
  let best = 0;
  for (let round = 0; round < rounds; round++) {
    best = Math.max(best, (1000 * calls) / time(body, calls));
  }
  return best;
}

function time(body: () => void, calls: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < calls; i++) body();
  return process.cpuUsage(start).user / 1000;
}

/** Engine and baseline in turns, so that both see the same machine. */
function compare(name: string, goal: string, engine: () => void, baseline: () => void, flops?: number): void {
  let [fast, plain] = [0, 0];
  for (let turn = 0; turn < 3; turn++) {
    fast = Math.max(fast, rate(engine));
    plain = Math.max(plain, rate(baseline));
  }
  const unit = (calls: number): string => {
    return flops
      ? `${((calls * flops) / 1e9).toFixed(2)} GFLOP/s`
      : `${Math.round(calls).toLocaleString('en')} a second`;
  };
  console.log(
    `${name}: ${unit(fast)}, baseline ${unit(plain)}, ratio ${(fast / plain).toFixed(2)} (${goal})`,
  );
}

const r = random(1);
const normals = (count: number): Float64Array => Float64Array.from({ length: count }, () => r.normal());

// The homework's network: 2-2-1 without bias, four inputs, forward and backward.
const homework: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1' } },
    { id: 'v', op: 'relu', in: ['z'] },
    { id: 'out', op: 'linear', in: ['v'], params: { weight: 'W2' } },
  ],
  loss: { op: 'mse', in: 'out', reduction: 'sum' },
};

function homeworkPlan(): () => void {
  const plan = compile(homework, {
    inputs: { x: [4, 2] },
    params: { W1: [2, 2], W2: [1, 2] },
    targets: { target: [4, 1] },
    inputGradients: false,
  });
  plan.values.get('x')?.data.set([0, 0, 0, 1, 1, 0, 1, 1]);
  plan.params.get('W1')?.data.set([-1, 1, 1, -1]);
  plan.params.get('W2')?.data.set([1, 1]);
  plan.targets.get('target')?.data.set([0, 1, 1, 1]);
  return () => {
    plan.forward();
    plan.backward();
  };
}

/** The same by hand: loops over samples, units and inputs of typed arrays. */
function homeworkLoop(): () => void {
  const x = Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1);
  const t = Float64Array.of(0, 1, 1, 1);
  const [w1, w2] = [Float64Array.of(-1, 1, 1, -1), Float64Array.of(1, 1)];
  const [z, v, dv] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)];
  const [dw1, dw2, out] = [new Float64Array(4), new Float64Array(2), new Float64Array(4)];
  return () => {
    dw1.fill(0);
    dw2.fill(0);
    for (let n = 0; n < 4; n++) {
      for (let i = 0; i < 2; i++) {
        let sum = 0;
        for (let j = 0; j < 2; j++) sum += w1[i * 2 + j]! * x[n * 2 + j]!;
        z[i] = sum;
        v[i] = sum > 0 ? sum : 0;
      }
      let y = 0;
      for (let i = 0; i < 2; i++) y += w2[i]! * v[i]!;
      out[n] = y;
      const dy = 2 * (y - t[n]!);
      for (let i = 0; i < 2; i++) {
        dw2[i] = dw2[i]! + dy * v[i]!;
        dv[i] = z[i]! > 0 ? dy * w2[i]! : 0;
        for (let j = 0; j < 2; j++) dw1[i * 2 + j] = dw1[i * 2 + j]! + dv[i]! * x[n * 2 + j]!;
      }
    }
  };
}

// An MLP 784-256-10 with ReLU on 64 samples, forward and backward.
const mlp: Network = {
  nodes: [
    { id: 'z', op: 'linear', in: ['x'], params: { weight: 'W1' } },
    { id: 'v', op: 'relu', in: ['z'] },
    { id: 'out', op: 'linear', in: ['v'], params: { weight: 'W2' } },
  ],
  loss: { op: 'mse', in: 'out' },
};
const [samples, inputs, hidden, outputs] = [64, 784, 256, 10];
const mlpFlops = 2 * samples * (2 * inputs * hidden + 3 * hidden * outputs);

function mlpPlan(): () => void {
  const plan = compile(mlp, {
    inputs: { x: [samples, inputs] },
    params: { W1: [hidden, inputs], W2: [outputs, hidden] },
    targets: { target: [samples, outputs] },
    inputGradients: false,
  });
  plan.values.get('x')?.data.set(normals(samples * inputs));
  plan.params.get('W1')?.data.set(normals(hidden * inputs));
  plan.params.get('W2')?.data.set(normals(outputs * hidden));
  return () => {
    plan.forward();
    plan.backward();
  };
}

/** The same from a product in 4×4 blocks, which is what careful JavaScript does. */
function mlpLoop(): () => void {
  const [x, w1, w2] = [normals(samples * inputs), normals(hidden * inputs), normals(outputs * hidden)];
  const [z, v, out] = [
    new Float64Array(samples * hidden),
    new Float64Array(samples * hidden),
    new Float64Array(samples * outputs),
  ];
  const [dout, dv] = [new Float64Array(samples * outputs), new Float64Array(samples * hidden)];
  const [dw1, dw2] = [new Float64Array(hidden * inputs), new Float64Array(outputs * hidden)];
  return () => {
    blocked(samples, hidden, inputs, x, inputs, 1, w1, 1, inputs, z);
    for (let i = 0; i < z.length; i++) v[i] = Math.max(0, z[i]!);
    blocked(samples, outputs, hidden, v, hidden, 1, w2, 1, hidden, out);
    for (let i = 0; i < out.length; i++) dout[i] = (2 * out[i]!) / out.length;
    blocked(outputs, hidden, samples, dout, 1, outputs, v, hidden, 1, dw2);
    blocked(samples, hidden, outputs, dout, outputs, 1, w2, hidden, 1, dv);
    for (let i = 0; i < dv.length; i++) if (z[i]! <= 0) dv[i] = 0;
    blocked(hidden, inputs, samples, dv, 1, hidden, x, inputs, 1, dw1);
  };
}

/** C = A·B with sixteen running sums; rows and columns of both lie any step apart. */
function blocked(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  ar: number,
  ac: number,
  b: Float64Array,
  br: number,
  bc: number,
  c: Float64Array,
): void {
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j < n; j += 4) {
      if (i + 4 > m || j + 4 > n) {
        for (let p = i; p < Math.min(i + 4, m); p++) {
          for (let q = j; q < Math.min(j + 4, n); q++) {
            let sum = 0;
            for (let t = 0; t < k; t++) sum += a[p * ar + t * ac]! * b[t * br + q * bc]!;
            c[p * n + q] = sum;
          }
        }
        continue;
      }
      let c00 = 0;
      let c01 = 0;
      let c02 = 0;
      let c03 = 0;
      let c10 = 0;
      let c11 = 0;
      let c12 = 0;
      let c13 = 0;
      let c20 = 0;
      let c21 = 0;
      let c22 = 0;
      let c23 = 0;
      let c30 = 0;
      let c31 = 0;
      let c32 = 0;
      let c33 = 0;
      for (let t = 0; t < k; t++) {
        const p = i * ar + t * ac;
        const q = t * br + j * bc;
        const a0 = a[p]!;
        const a1 = a[p + ar]!;
        const a2 = a[p + 2 * ar]!;
        const a3 = a[p + 3 * ar]!;
        const b0 = b[q]!;
        const b1 = b[q + bc]!;
        const b2 = b[q + 2 * bc]!;
        const b3 = b[q + 3 * bc]!;
        c00 += a0 * b0;
        c01 += a0 * b1;
        c02 += a0 * b2;
        c03 += a0 * b3;
        c10 += a1 * b0;
        c11 += a1 * b1;
        c12 += a1 * b2;
        c13 += a1 * b3;
        c20 += a2 * b0;
        c21 += a2 * b1;
        c22 += a2 * b2;
        c23 += a2 * b3;
        c30 += a3 * b0;
        c31 += a3 * b1;
        c32 += a3 * b2;
        c33 += a3 * b3;
      }
      const o = i * n + j;
      c[o] = c00;
      c[o + 1] = c01;
      c[o + 2] = c02;
      c[o + 3] = c03;
      c[o + n] = c10;
      c[o + n + 1] = c11;
      c[o + n + 2] = c12;
      c[o + n + 3] = c13;
      c[o + 2 * n] = c20;
      c[o + 2 * n + 1] = c21;
      c[o + 2 * n + 2] = c22;
      c[o + 2 * n + 3] = c23;
      c[o + 3 * n] = c30;
      c[o + 3 * n + 1] = c31;
      c[o + 3 * n + 2] = c32;
      c[o + 3 * n + 3] = c33;
    }
  }
}

// A convolution 3×3 of 32 to 64 channels on a 32×32 picture, forward; and backward by filters and picture.
const [channels, filters, side] = [32, 64, 32];
const convFlops = 2 * filters * channels * 9 * side * side;

function convPlan(): () => void {
  const network: Network = {
    nodes: [{ id: 'y', op: 'conv2d', in: ['x'], attrs: { padding: 1 }, params: { weight: 'W' } }],
  };
  const plan = compile(network, {
    inputs: { x: [1, channels, side, side] },
    params: { W: [filters, channels, 3, 3] },
  });
  plan.values.get('x')?.data.set(normals(channels * side * side));
  plan.params.get('W')?.data.set(normals(filters * channels * 9));
  return plan.forward;
}

function convTrainingPlan(): () => void {
  const network: Network = {
    nodes: [{ id: 'y', op: 'conv2d', in: ['x'], attrs: { padding: 1 }, params: { weight: 'W' } }],
    loss: { op: 'mse', in: 'y' },
  };
  const plan = compile(network, {
    inputs: { x: [1, channels, side, side] },
    params: { W: [filters, channels, 3, 3] },
    targets: { target: [1, filters, side, side] },
  });
  plan.values.get('x')?.data.set(normals(channels * side * side));
  plan.params.get('W')?.data.set(normals(filters * channels * 9));
  return () => {
    plan.forward();
    plan.backward();
  };
}

/** Columns of windows: visits each number of the picture, −1 outside of it, with its place among the columns. */
function eachInWindow(visit: (column: number, pixel: number) => void): void {
  let to = 0;
  for (let c = 0; c < channels; c++)
    for (let p = -1; p <= 1; p++)
      for (let q = -1; q <= 1; q++)
        for (let i = 0; i < side; i++)
          for (let j = 0; j < side; j++) {
            const inside = i + p >= 0 && i + p < side && j + q >= 0 && j + q < side;
            visit(to++, inside ? (c * side + i + p) * side + j + q : -1);
          }
}

/** The same as columns of windows times filters. */
function convLoop(): () => void {
  const [x, w] = [normals(channels * side * side), normals(filters * channels * 9)];
  const [col, y] = [new Float64Array(channels * 9 * side * side), new Float64Array(filters * side * side)];
  return () => {
    eachInWindow((column, pixel) => {
      col[column] = pixel < 0 ? 0 : x[pixel]!;
    });
    blocked(filters, side * side, channels * 9, w, channels * 9, 1, col, side * side, 1, y);
  };
}

/** And back: by the filters over the same columns, by the picture where each number stands in them. */
function convTrainingLoop(): () => void {
  const [places, width] = [side * side, channels * 9];
  const [x, w] = [normals(channels * places), normals(filters * width)];
  const [col, y] = [new Float64Array(width * places), new Float64Array(filters * places)];
  const [dy, dcol] = [new Float64Array(y.length), new Float64Array(col.length)];
  const [dx, dw] = [new Float64Array(x.length), new Float64Array(w.length)];
  return () => {
    eachInWindow((column, pixel) => {
      col[column] = pixel < 0 ? 0 : x[pixel]!;
    });
    blocked(filters, places, width, w, width, 1, col, places, 1, y);
    for (let i = 0; i < y.length; i++) dy[i] = (2 * y[i]!) / y.length;
    blocked(filters, width, places, dy, places, 1, col, 1, places, dw);
    blocked(width, places, filters, w, 1, width, dy, places, 1, dcol);
    dx.fill(0);
    eachInWindow((column, pixel) => {
      if (pixel >= 0) dx[pixel] = dx[pixel]! + dcol[column]!;
    });
  };
}

/** The MLP in TensorFlow.js, float32. */
function mlpTfjs(tf: Tfjs): () => void {
  const x = tf.tensor2d(Float32Array.from(normals(samples * inputs)), [samples, inputs]);
  const w1 = tf.tensor2d(Float32Array.from(normals(hidden * inputs)), [hidden, inputs]);
  const w2 = tf.tensor2d(Float32Array.from(normals(outputs * hidden)), [outputs, hidden]);
  const gradients = tf.grads((a, b) => {
    const hiddenValues = tf.relu(tf.matMul(x, a!, false, true));
    return tf.mean(tf.square(tf.matMul(hiddenValues, b!, false, true)));
  });
  return () => tf.tidy(() => gradients([w1, w2])[0]?.dataSync());
}

/** The homework's network in TensorFlow.js, its four inputs as one batch. */
function homeworkTfjs(tf: Tfjs): () => void {
  const x = tf.tensor2d(Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), [4, 2]);
  const t = tf.tensor2d(Float32Array.of(0, 1, 1, 1), [4, 1]);
  const w1 = tf.tensor2d(Float32Array.of(-1, 1, 1, -1), [2, 2]);
  const w2 = tf.tensor2d(Float32Array.of(1, 1), [1, 2]);
  const gradients = tf.grads((a, b) => {
    const out = tf.matMul(tf.relu(tf.matMul(x, a!, false, true)), b!, false, true);
    return tf.sum(tf.square(tf.sub(out, t)));
  });
  return () => tf.tidy(() => gradients([w1, w2])[0]?.dataSync());
}

function convTfjs(tf: Tfjs): () => void {
  const x = tf.tensor4d(Float32Array.from(normals(channels * side * side)), [1, side, side, channels]);
  const w = tf.tensor4d(Float32Array.from(normals(filters * channels * 9)), [3, 3, channels, filters]);
  return () => tf.tidy(() => tf.conv2d(x, w, 1, 'same').dataSync());
}

function convTrainingTfjs(tf: Tfjs): () => void {
  const x = tf.tensor4d(Float32Array.from(normals(channels * side * side)), [1, side, side, channels]);
  const w = tf.tensor4d(Float32Array.from(normals(filters * channels * 9)), [3, 3, channels, filters]);
  const gradients = tf.grads((a, b) => tf.mean(tf.square(tf.conv2d(a!, b!, 1, 'same'))));
  return () => tf.tidy(() => gradients([x, w]).map((gradient) => gradient.dataSync()));
}

const tasks = {
  homework: 'homework 2-2-1, four inputs, forward and backward',
  mlp: 'MLP 784-256-10, batch 64, forward and backward',
  conv: 'conv2d 32→64, 3×3 on 32×32, forward',
  training: 'conv2d 32→64, 3×3 on 32×32, forward and backward',
};
compare(tasks.homework, 'plain loop, goal 0.5', homeworkPlan(), homeworkLoop());
compare(tasks.mlp, '4×4 blocked loop, goal 0.8', mlpPlan(), mlpLoop(), mlpFlops);
compare(tasks.conv, '4×4 blocked loop, goal 0.8', convPlan(), convLoop(), convFlops);
compare(tasks.training, '4×4 blocked loop, goal 0.8', convTrainingPlan(), convTrainingLoop(), 3 * convFlops);

const tf = await loadTfjs();
if (tf) {
  compare(tasks.homework, 'TensorFlow.js cpu, goal 50', homeworkPlan(), homeworkTfjs(tf));
  compare(tasks.mlp, 'TensorFlow.js cpu in float32, goal 3', mlpPlan(), mlpTfjs(tf), mlpFlops);
  compare(tasks.conv, 'TensorFlow.js cpu in float32, goal 3', convPlan(), convTfjs(tf), convFlops);
  compare(
    tasks.training,
    'TensorFlow.js cpu in float32, goal 3',
    convTrainingPlan(),
    convTrainingTfjs(tf),
    3 * convFlops,
  );
} else {
  console.log('For the comparison with TensorFlow.js: npm install --no-save @tensorflow/tfjs@4.22.0');
}
