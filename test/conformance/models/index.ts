import type { Network } from '../../../src/engine/index.ts';
import { efficientnetB0, mnasnet, mobilenetV2, mobilenetV3, shufflenetV2 } from './mobile.ts';
import { googlenet, inceptionV3, squeezenet, vgg } from './plain.ts';
import { densenet, regnetY, resnet } from './residual.ts';

/** Published models that can be written down in a few lines, by torchvision's names. */
export const models: Readonly<Record<string, () => Network>> = {
  resnet18: () => resnet([2, 2, 2, 2], { basic: true }),
  resnet34: () => resnet([3, 4, 6, 3], { basic: true }),
  resnet50: () => resnet([3, 4, 6, 3]),
  resnet101: () => resnet([3, 4, 23, 3]),
  resnet152: () => resnet([3, 8, 36, 3]),
  resnext50_32x4d: () => resnet([3, 4, 6, 3], { width: 4, groups: 32 }),
  resnext101_32x8d: () => resnet([3, 4, 23, 3], { width: 8, groups: 32 }),
  wide_resnet50_2: () => resnet([3, 4, 6, 3], { width: 128 }),
  wide_resnet101_2: () => resnet([3, 4, 23, 3], { width: 128 }),
  regnet_y_400mf: () => regnetY([48, 104, 208, 440], [1, 3, 6, 6], 8),
  regnet_y_800mf: () => regnetY([64, 144, 320, 784], [1, 3, 8, 2], 16),
  densenet121: () => densenet([6, 12, 24, 16], 32, 64),
  densenet161: () => densenet([6, 12, 36, 24], 48, 96),
  densenet169: () => densenet([6, 12, 32, 32], 32, 64),
  densenet201: () => densenet([6, 12, 48, 32], 32, 64),
  vgg11: () => vgg([1, 1, 2, 2, 2]),
  vgg13: () => vgg([2, 2, 2, 2, 2]),
  vgg16: () => vgg([2, 2, 3, 3, 3]),
  vgg19: () => vgg([2, 2, 4, 4, 4]),
  vgg11_bn: () => vgg([1, 1, 2, 2, 2], true),
  vgg13_bn: () => vgg([2, 2, 2, 2, 2], true),
  vgg16_bn: () => vgg([2, 2, 3, 3, 3], true),
  vgg19_bn: () => vgg([2, 2, 4, 4, 4], true),
  squeezenet1_0: () => squeezenet(0),
  squeezenet1_1: () => squeezenet(1),
  googlenet,
  inception_v3: inceptionV3,
  mnasnet1_0: mnasnet,
  efficientnet_b0: efficientnetB0,
  mobilenet_v2: mobilenetV2,
  mobilenet_v3_large: () => mobilenetV3('large'),
  mobilenet_v3_small: () => mobilenetV3('small'),
  shufflenet_v2_x0_5: () => shufflenetV2([48, 96, 192, 1024]),
  shufflenet_v2_x1_0: () => shufflenetV2([116, 232, 464, 1024]),
  shufflenet_v2_x1_5: () => shufflenetV2([176, 352, 704, 1024]),
  shufflenet_v2_x2_0: () => shufflenetV2([244, 488, 976, 2048]),
};
