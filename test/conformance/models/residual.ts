import type { Network } from '../../../src/engine/index.ts';
import { Builder, divisible } from './builder.ts';

/** ResNet with bottlenecks (He et al. 2016), also wider or in groups (ResNeXt), or with basic blocks if `basic`. */
export function resnet(depths: readonly number[], { basic = false, width = 64, groups = 1 } = {}): Network {
  const b = new Builder();
  let x = b.maxPool(b.block('x', 64, 7, { stride: 2 }), 3, 2, 1);
  for (const [stage, depth] of depths.entries()) {
    const planes = 64 * 2 ** stage;
    const inner = Math.floor((planes * width) / 64) * groups;
    for (let i = 0; i < depth; i++) {
      const stride = i === 0 && stage > 0 ? 2 : 1;
      const out = basic ? planes : 4 * planes;
      const shortcut = i === 0 && (stage > 0 || !basic) ? b.block(x, out, 1, { stride }, null) : x;
      const changed = basic
        ? b.block(b.block(x, planes, 3, { stride }), planes, 3, {}, null)
        : b.block(b.block(b.block(x, inner, 1), inner, 3, { stride, groups }), out, 1, {}, null);
      x = b.add('relu', b.add('add', [changed, shortcut]));
    }
  }
  b.classifier(x);
  return b.network;
}

interface RegnetSizes {
  readonly depth: number;
  /** Block i is `first` + i·`slope` wide before rounding to a power of `step` times `first`, and to 8. */
  readonly first: number;
  readonly slope: number;
  readonly step: number;
  /** Channels of a group. */
  readonly group: number;
  /** With squeeze and excitation: RegNetY. */
  readonly squeezed?: boolean;
}

/** RegNet (Radosavovic et al. 2020): grouped bottlenecks whose widths follow a line, in stages of equal width. */
export function regnet({ depth, first, slope, step, group, squeezed = false }: RegnetSizes): Network {
  const b = new Builder();
  let x = b.block('x', 32, 3, { stride: 2 });
  let [before, stage] = [32, 0];
  for (let i = 0; i < depth; i++) {
    const power = Math.round(Math.log((first + i * slope) / first) / Math.log(step));
    const eighths = (first * step ** power) / 8;
    // Halves go to the even neighbour, as torch rounds.
    const wanted = 8 * (eighths % 1 === 0.5 ? 2 * Math.round(eighths / 2) : Math.round(eighths));
    const inGroup = Math.min(group, wanted);
    const width = divisible(wanted, inGroup);
    const stride = wanted === stage ? 1 : 2;
    const shortcut = stride === 2 ? b.block(x, width, 1, { stride }, null) : x;
    const grouped = b.block(b.block(x, width, 1), width, 3, { stride, groups: width / inGroup });
    const weighed = squeezed ? b.squeezeExcite(grouped, width, Math.round(before / 4)) : grouped;
    x = b.add('relu', b.add('add', [b.block(weighed, width, 1, {}, null), shortcut]));
    [before, stage] = [width, wanted];
  }
  b.classifier(x);
  return b.network;
}

/** DenseNet (Huang et al. 2017): every layer adds `growth` channels to all before it. */
export function densenet(depths: readonly number[], growth: number, first: number): Network {
  const b = new Builder();
  const before = (x: string): string => b.add('relu', b.add('batch_norm', x));
  let x = b.maxPool(b.block('x', first, 7, { stride: 2 }), 3, 2, 1);
  let channels = first;
  for (const [stage, depth] of depths.entries()) {
    for (let i = 0; i < depth; i++) {
      const added = b.conv(before(b.conv(before(x), 4 * growth, 1)), growth, 3);
      x = b.add('concat', [x, added], { dim: 1 });
      channels += growth;
    }
    if (stage === depths.length - 1) break;
    channels = Math.floor(channels / 2);
    x = b.add('avg_pool2d', b.conv(before(x), channels, 1), { kernel: 2 });
  }
  b.classifier(before(x));
  return b.network;
}
