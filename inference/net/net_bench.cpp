#include "inference/net/net_bench.h"

#include <algorithm>
#include <chrono>

#include "inference/net/convolution_counter.h"
#include "inference/net/guarded.h"
#include "inference/net/half_precision.h"
#include "inference/net/open_network.h"

namespace jaedan::inference {
namespace {

Message failed(const char* why) { return {"net.not_measured", "the network cannot be measured: {0}", {why}}; }

using Clock = std::chrono::steady_clock;
constexpr int kWarmUps = 3;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The pattern of ForwardTimes::mean_logit, channels last.
torch::Tensor pattern(int width, int height) {
  const torch::Tensor bytes = at::arange(std::int64_t{3} * width * height, at::kLong).mul(37).remainder(256);
  return bytes.to(at::kFloat).div(127.5).sub(1).view({1, height, width, 3}).permute({0, 3, 1, 2});
}

/// Seconds of the fastest of the calls of `work` within a quarter of a second.
template <typename Work>
double fastest(const Work& work) {
  work();
  double best = 1e9;
  for (const auto start = Clock::now(); ms_since(start) < 250;) {
    const auto begin = Clock::now();
    work();
    best = std::min(best, ms_since(begin) / 1000);
  }
  return best;
}

class TorchNetworkBench final : public NetworkBench {
 public:
  TorchNetworkBench(const ModelCard& card, Segmenter network)
      : width_(card.input_width), height_(card.input_height), network_(std::move(network)) {}

  Result<ForwardTimes> time_forward(int threads, int passes) override {
    return guarded<ForwardTimes>(threads, failed, [&] { return measure(passes); });
  }

  Result<double> matmul_gflops(int threads) override {
    return guarded<double>(threads, failed, [] {
      double best = 0;
      for (const std::int64_t n : {256, 512, 1024}) {
        const torch::Tensor a = at::randn({n, n}), b = at::randn({n, n});
        torch::Tensor product = at::empty({n, n});
        const double flop = 2.0 * double(n) * double(n) * double(n);
        best = std::max(best, flop / fastest([&] { at::mm_out(product, a, b); }));
        // BLAS may be the slow reference one; convolutions have a library of their own.
        const torch::Tensor kernel = b.view({n, n, 1, 1}).contiguous(at::MemoryFormat::ChannelsLast);
        const torch::Tensor image = a.view({1, n / 16, 16, n}).permute({0, 3, 1, 2});
        best = std::max(best, flop / fastest([&] { return at::conv2d(image, kernel); }));
      }
      return best / 1e9;
    });
  }

 private:
  ForwardTimes measure(int passes) {
    const torch::Tensor image = pattern(width_, height_);
    ForwardTimes times;
    times.width = width_;
    times.height = height_;
    for (int i = 0; i < kWarmUps; ++i) times.mean_logit = network_->forward(image).logits.abs().mean().item<double>();
    for (int i = 0; i < passes; ++i) {
      const auto start = Clock::now();
      network_->forward(image);
      times.forward_ms.push_back(ms_since(start));
      const ConvolutionCounter counter;
      network_->forward(image);
      times.convolution_ms.push_back(counter.ms());
      times.convolution_gflop = counter.gflop();
    }
    if (has_half_precision()) measure_half(image, passes, times);
    return times;
  }

  void measure_half(const torch::Tensor& image, int passes, ForwardTimes& times) {
    const torch::Tensor whole = network_->forward(image).logits.argmax(1);
    const HalfPrecision half(true);
    torch::Tensor logits;
    for (int i = 0; i < kWarmUps + passes; ++i) {
      const auto start = Clock::now();
      logits = network_->forward(image).logits;
      if (i >= kWarmUps) times.half_ms.push_back(ms_since(start));
    }
    times.half_differs = (logits.to(at::kFloat).argmax(1) != whole).to(at::kFloat).mean().item<double>();
  }

  const int width_, height_;
  Segmenter network_;
};

}  // namespace

Result<std::unique_ptr<NetworkBench>> make_torch_network_bench(const std::string& model_folder) {
  JAEDAN_ASSIGN_OR_RETURN(OpenedNetwork opened, open_network(model_folder, at::kCPU));
  return std::unique_ptr<NetworkBench>(std::make_unique<TorchNetworkBench>(opened.card, std::move(opened.network)));
}

}  // namespace jaedan::inference
