#include "recommender/map/label_plane.h"

#include <algorithm>
#include <cmath>

#include "recommender/map/principal_plane.h"

namespace jaedan::recommender {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr std::size_t kRowsTogether = 256;
/// With fewer a share to hold out is one garment or two, and tells nothing.
constexpr std::size_t kFewestToHoldOut = 20;
constexpr std::size_t kLooks = 600000;
constexpr std::size_t kMostRounds = 200;
/// How far the hidden units of the decoder bend over the plane at first, and where. Two small numbers through small
/// weights leave tanh straight, and what is learned is the principal plane and stays it: on 4,417 garments labelled by
/// eye 4.69 of 5.60 are left of it, 3.1 with bends.
constexpr float kBend = 15;
constexpr float kBendOffset = 3;

/// What the layers give for some rows.
struct Activations {
  std::vector<float> input, narrow, middle, unfold, output;
};

/// The rows from `first` on, less their mean.
void take_rows(const Vectors& vectors, const std::vector<float>& mean, std::size_t first, std::size_t count,
               std::vector<float>& rows) {
  rows.resize(count * mean.size());
  for (std::size_t row = 0; row < count; ++row) {
    const std::vector<float>& vector = *vectors[first + row];
    for (std::size_t i = 0; i < mean.size(); ++i) rows[row * mean.size() + i] = vector[i] - mean[i];
  }
}

void run_layer(const DenseLayer& layer, const std::vector<float>& from, std::vector<float>& to, std::size_t count) {
  to.resize(count * layer.out);
  layer.apply(from.data(), to.data(), count);
}

void encode(const LabelPlane& plane, std::size_t count, Activations& now) {
  run_layer(plane.narrow, now.input, now.narrow, count);
  apply_tanh(now.narrow);
  run_layer(plane.squeeze, now.narrow, now.middle, count);
}

void decode(const LabelPlane& plane, std::size_t count, Activations& now) {
  run_layer(plane.unfold, now.middle, now.unfold, count);
  apply_tanh(now.unfold);
  run_layer(plane.widen, now.unfold, now.output, count);
}

/// Learns a plane batch by batch.
class PlaneTrainer {
 public:
  PlaneTrainer(LabelPlane& plane, const LabelPlaneOptions& options) : plane_(plane), options_(options) {}

  Status learn(Vectors vectors, int rounds, std::mt19937_64& random) {
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = vectors.size(); i > 1; --i) std::swap(vectors[i - 1], vectors[draw_below(random, i)]);
      for (std::size_t first = 0; first < vectors.size(); first += options_.batch) {
        const double done = (round + static_cast<double>(first) / static_cast<double>(vectors.size())) / rounds;
        const std::size_t count = std::min(options_.batch, vectors.size() - first);
        learn_batch(vectors, first, count, options_.rate * (1 + std::cos(kPi * done)) / 2);
      }
      if (options_.go_on && !options_.go_on((round + 1.0) / rounds)) {
        return Error{ErrorCode::kCancelled, "map.stopped", "stopped before the map was learned"};
      }
    }
    return {};
  }

 private:
  void learn_batch(const Vectors& vectors, std::size_t first, std::size_t count, double rate) {
    take_rows(vectors, plane_.mean, first, count, now_.input);
    encode(plane_, count, now_);
    decode(plane_, count, now_);
    std::vector<float>& error = now_.output;
    for (std::size_t i = 0; i < error.size(); ++i) error[i] = (error[i] - now_.input[i]) / static_cast<float>(count);
    widen_.backward(now_.unfold.data(), error.data(), count, &of_unfold_);
    tanh_gradient(now_.unfold, of_unfold_);
    unfold_.backward(now_.middle.data(), of_unfold_.data(), count, &of_middle_);
    squeeze_.backward(now_.narrow.data(), of_middle_.data(), count, &of_narrow_);
    tanh_gradient(now_.narrow, of_narrow_);
    narrow_.backward(now_.input.data(), of_narrow_.data(), count, nullptr);
    for (DenseTrainer* layer : {&narrow_, &squeeze_, &unfold_, &widen_}) layer->step(rate);
  }

  LabelPlane& plane_;
  const LabelPlaneOptions& options_;
  DenseTrainer narrow_{plane_.narrow}, squeeze_{plane_.squeeze}, unfold_{plane_.unfold}, widen_{plane_.widen};
  Activations now_;
  std::vector<float> of_unfold_, of_middle_, of_narrow_;
};

double squared_apart(const std::vector<float>& a, const float* b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += (static_cast<double>(a[i]) - b[i]) * (static_cast<double>(a[i]) - b[i]);
  return sum;
}

/// Layers to begin with: inputs as spread as a layer wants them, and hidden units that bend.
void draw_layers(LabelPlane& plane, const Vectors& vectors, std::size_t hidden, std::mt19937_64& random) {
  const std::size_t length = plane.mean.size();
  plane.narrow = random_layer(length, hidden, random);
  plane.squeeze = random_layer(hidden, 2, random);
  plane.unfold = random_layer(2, hidden, random);
  plane.widen = random_layer(hidden, length, random);
  double variance = 0;
  for (const std::vector<float>* vector : vectors) variance += squared_apart(*vector, plane.mean.data());
  variance /= static_cast<double>(vectors.size());
  const auto scale = static_cast<float>(variance > 0 ? std::sqrt(static_cast<double>(length) / variance) : 1);
  for (float& weight : plane.narrow.weights) weight *= scale;
  for (float& weight : plane.unfold.weights) weight *= kBend;
  for (float& bias : plane.unfold.biases) bias = static_cast<float>(2 * draw_share(random) - 1) * kBendOffset;
}

int rounds_for(std::size_t garments, const LabelPlaneOptions& options) {
  if (options.rounds > 0) return options.rounds;
  return static_cast<int>(std::clamp<std::size_t>(kLooks / garments, 1, kMostRounds));
}

/// Measures both planes on `vectors`, none of which either has seen unless there is nothing else.
Result<ReconstructionError> measure(const LabelPlane& plane, const PrincipalPlane& principal, const Vectors& vectors) {
  ReconstructionError error;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Point> points, project(principal, vectors));
  Activations now;
  for (std::size_t first = 0; first < vectors.size(); first += kRowsTogether) {
    const std::size_t count = std::min(kRowsTogether, vectors.size() - first);
    take_rows(vectors, plane.mean, first, count, now.input);
    encode(plane, count, now);
    decode(plane, count, now);
    for (std::size_t i = 0; i < now.output.size(); ++i) {
      const double apart = static_cast<double>(now.output[i]) - now.input[i];
      error.plane += apart * apart;
    }
    for (std::size_t row = first; row < first + count; ++row) {
      error.principal += squared_apart(*vectors[row], reconstruct(principal, points[row]).data());
      error.mean += squared_apart(*vectors[row], plane.mean.data());
    }
  }
  const auto count = static_cast<double>(vectors.size());
  error.plane /= count;
  error.principal /= count;
  error.mean /= count;
  return error;
}

}  // namespace

Result<LabelPlane> fit_label_plane(const Vectors& vectors, const LabelPlaneOptions& options) {
  if (const auto length = common_length(vectors); !length.ok()) return length.error();
  const bool can_learn = options.hidden > 0 && options.batch > 0 && options.most_learned > 0 && options.rounds >= 0;
  if (!can_learn || !(options.held_out >= 0) || !(options.held_out < 1) || !(options.rate > 0)) {
    return Error{ErrorCode::kInvalidArgument, "map.no_learning", "with these options nothing would be learned"};
  }
  std::mt19937_64 random(options.seed);
  Vectors chosen;
  for (const std::size_t place : draw_places(vectors.size(), options.most_learned, options.seed)) {
    chosen.push_back(vectors[place]);
  }
  for (std::size_t i = chosen.size(); i > 1; --i) std::swap(chosen[i - 1], chosen[draw_below(random, i)]);
  const std::size_t aside = chosen.size() < kFewestToHoldOut
                                ? 0
                                : static_cast<std::size_t>(options.held_out * static_cast<double>(chosen.size()));
  const Vectors held_out(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(aside));
  chosen.erase(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(aside));
  JAEDAN_ASSIGN_OR_RETURN(const PrincipalPlane principal, fit_principal_plane(chosen));
  LabelPlane plane;
  plane.mean = principal.mean;
  draw_layers(plane, chosen, options.hidden, random);
  JAEDAN_RETURN_IF_ERROR(PlaneTrainer(plane, options).learn(chosen, rounds_for(chosen.size(), options), random));
  JAEDAN_ASSIGN_OR_RETURN(plane.error, measure(plane, principal, aside > 0 ? held_out : chosen));
  plane.error.garments = aside;
  return plane;
}

Result<std::vector<Point>> project(const LabelPlane& plane, const Vectors& vectors) {
  JAEDAN_RETURN_IF_ERROR(check_length(vectors, plane.mean.size()));
  std::vector<Point> points;
  points.reserve(vectors.size());
  Activations now;
  for (std::size_t first = 0; first < vectors.size(); first += kRowsTogether) {
    const std::size_t count = std::min(kRowsTogether, vectors.size() - first);
    take_rows(vectors, plane.mean, first, count, now.input);
    encode(plane, count, now);
    for (std::size_t row = 0; row < count; ++row) points.push_back({now.middle[2 * row], now.middle[2 * row + 1]});
  }
  return points;
}

}  // namespace jaedan::recommender
