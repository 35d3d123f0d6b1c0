#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/models/models.h"

namespace jaedan::bench {

/// The network with one number of threads. Times are medians over all rounds.
struct NetworkSpeed {
  int threads = 0;
  double peak_gflops = 0;           ///< the machine's fastest matrix product, float32
  double forward_ms = 0;            ///< one photo: encode and one decode (inference::ForwardTimes)
  std::optional<double> half_ms;    ///< the same with bfloat16 numbers, where the processor multiplies them itself
  double convolution_ms = 0;        ///< of which in convolutions
  double peak_share = 0;            ///< of the peak that the convolutions reach
  std::optional<double> python_ms;  ///< the same forward pass in Python's PyTorch, in the faster of two layouts
  std::string python_layout;        ///< that layout
};

struct NetworkFigures {
  int width = 0;  ///< of the network's input, in pixels
  int height = 0;
  double convolution_gflop = 0;  ///< of one photo
  double half_differs = 0;       ///< share of cells that bfloat16 numbers call something else
  std::vector<NetworkSpeed> speeds;
  std::string python_version;  ///< of PyTorch there; empty when Python could not be asked
  std::string python_missing;  ///< why not, one sentence
};

/// Measures a model's network with one thread and with `threads`, in turns with Python's PyTorch, so that what else the
/// machine does falls on both. Errors: those of opening the model; kCancelled when stopped before anything is measured,
/// later the rounds so far count. Python that is missing is no error.
Result<NetworkFigures> bench_network(const workflow::UsableModel& model, int threads, const workflow::Watch& watch);

}  // namespace jaedan::bench
