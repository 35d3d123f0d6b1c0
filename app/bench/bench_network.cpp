#include "app/bench/bench_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "app/bench/median.h"
#include "app/bench/python_forward.h"
#include "inference/torch/network_bench.h"
#include "inference/torch/torch_loader.h"

namespace jaedan::bench {
namespace {

constexpr int kRounds = 3;
constexpr int kPasses = 10;  // of each kind in a round

void append(std::vector<double>& all, const std::vector<double>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// What was seen with one number of threads.
struct Samples {
  double peak_gflops = 0;
  std::vector<double> forward_ms, half_ms, convolution_ms;
  std::map<std::string, std::vector<double>> python_ms;  ///< by layout
};

NetworkSpeed speed_of(int threads, const Samples& samples, double gflop) {
  NetworkSpeed speed;
  speed.threads = threads;
  speed.peak_gflops = samples.peak_gflops;
  speed.forward_ms = median(samples.forward_ms);
  if (!samples.half_ms.empty()) speed.half_ms = median(samples.half_ms);
  speed.convolution_ms = median(samples.convolution_ms);
  const double reached = speed.convolution_ms > 0 ? gflop / (speed.convolution_ms / 1000) : 0;
  speed.peak_share = speed.peak_gflops > 0 ? reached / speed.peak_gflops : 0;
  for (const auto& [layout, times] : samples.python_ms) {
    const double ms = median(times);
    if (speed.python_ms && *speed.python_ms <= ms) continue;
    speed.python_ms = ms;
    speed.python_layout = layout;
  }
  return speed;
}

/// The rounds, one after the other.
class Rounds {
 public:
  Rounds(inference::NetworkBench& network, std::string model_folder, int threads)
      : network_(network), model_folder_(std::move(model_folder)), threads_{1} {
    if (threads > 1) threads_.push_back(threads);
    samples_.resize(threads_.size());
  }

  Status run() {
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      JAEDAN_ASSIGN_OR_RETURN(const double gflops, network_.matmul_gflops(threads_[i]));
      JAEDAN_ASSIGN_OR_RETURN(const inference::ForwardTimes times, network_.time_forward(threads_[i], kPasses));
      samples_[i].peak_gflops = std::max(samples_[i].peak_gflops, gflops);
      append(samples_[i].forward_ms, times.forward_ms);
      append(samples_[i].half_ms, times.half_ms);
      append(samples_[i].convolution_ms, times.convolution_ms);
      figures_.width = times.width;
      figures_.height = times.height;
      figures_.convolution_gflop = times.convolution_gflop;
      figures_.half_differs = times.half_differs;
      mean_logit_ = times.mean_logit;
    }
    if (figures_.python_missing.empty()) ask_python();
    return {};
  }

  NetworkFigures figures() const {
    NetworkFigures figures = figures_;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      figures.speeds.push_back(speed_of(threads_[i], samples_[i], figures.convolution_gflop));
    }
    return figures;
  }

 private:
  void ask_python() {
    const Result<PythonForward> python = python_forward(model_folder_, threads_, kPasses);
    if (!python.ok()) {
      figures_.python_missing = python.error().text();
      return;
    }
    // A comparison with another network would be worth nothing.
    if (std::abs(python->mean_logit - mean_logit_) > 1e-3 * std::abs(mean_logit_)) {
      figures_.python_missing = "the network in assets/bench/torch_forward.py answers otherwise than the program's";
      return;
    }
    figures_.python_version = python->torch_version;
    for (const PythonPasses& run : python->runs) {
      const auto at = std::find(threads_.begin(), threads_.end(), run.threads);
      if (at != threads_.end()) append(samples_[std::size_t(at - threads_.begin())].python_ms[run.layout], run.ms);
    }
  }

  inference::NetworkBench& network_;
  const std::string model_folder_;
  std::vector<int> threads_;
  std::vector<Samples> samples_;  ///< of threads_, in order
  NetworkFigures figures_;
  double mean_logit_ = 0;
};

}  // namespace

Result<NetworkFigures> bench_network(const workflow::UsableModel& model, int threads, const workflow::Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(inference::TorchModule* const module, inference::load_torch_module());
  JAEDAN_ASSIGN_OR_RETURN(const auto network, module->make_network_bench(model.folder));
  Rounds rounds(*network, model.folder, threads);
  for (int round = 0; round < kRounds; ++round) {
    if (watch.cancelled()) {
      if (round == 0) {
        return Error{ErrorCode::kCancelled, "bench.network_stopped", "the network's measurement: stopped"};
      }
      break;  // fewer rounds say less, but nothing wrong
    }
    watch.report({"the network, in turns with Python", round, kRounds, ""});
    JAEDAN_RETURN_IF_ERROR(rounds.run());
  }
  watch.report({"the network, in turns with Python", kRounds, kRounds, ""});
  return rounds.figures();
}

}  // namespace jaedan::bench
