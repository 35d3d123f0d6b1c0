#pragma once

#include <vector>

#include "labeling/base/result.h"

namespace jaedan::inference {

/// Forward passes of a network on one photo-sized input. One pass is the encoder and the decoder once, told nothing. A
/// model with a reader does more for a photo, which is not in here: the reader looks at two views of the figure, and
/// the decoder runs again for each reading, told its parts.
struct ForwardTimes {
  int width = 0;  ///< of the input, in pixels
  int height = 0;
  std::vector<double> forward_ms;      ///< one a pass: encode and one decode
  std::vector<double> convolution_ms;  ///< of which in convolutions; from further passes, one a pass
  /// The same pass with bfloat16 numbers; empty where the processor does not multiply them.
  std::vector<double> half_ms;
  double half_differs = 0;       ///< share of the cells of the pattern that those numbers call something else
  double convolution_gflop = 0;  ///< of one pass; a multiplication with its addition counts as two
  /// Mean of the absolute values of the pixel logits for a fixed pattern as input: by it two implementations of one
  /// network can be told from two networks. Pixel i (rows, then columns, then RGB) is (37 i mod 256) / 127.5 − 1.
  double mean_logit = 0;
};

/// What a model's network costs on the CPU, without decode, regions and colours, and what the machine could do. One
/// object serves one thread at a time.
class NetworkBench {
 public:
  virtual ~NetworkBench() = default;

  /// `passes` forward passes of each kind, after some that are not counted, with the photo size of the model card.
  /// `threads` of one operation, 0 = all cores. kInternal with the backend's own words.
  virtual Result<ForwardTimes> time_forward(int threads, int passes) = 0;
  /// The fastest float32 matrix product that was seen, in GFLOP/s: squares of 256 to 1024, by BLAS and as a
  /// convolution. Takes about a second. kInternal.
  virtual Result<double> matmul_gflops(int threads) = 0;
};

}  // namespace jaedan::inference
