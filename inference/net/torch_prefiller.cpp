#include "inference/net/torch_prefiller.h"

#include <algorithm>

#include "inference/garments/figures.h"
#include "inference/garments/garment_score.h"
#include "inference/garments/head_answers.h"
#include "inference/garments/postprocess.h"
#include "inference/garments/preprocess.h"
#include "inference/garments/reach.h"
#include "inference/garments/readings.h"
#include "inference/net/figures/figure_look.h"
#include "inference/net/guarded.h"
#include "inference/net/half_precision.h"
#include "inference/net/open_network.h"
#include "inference/net/segmenter.h"
#include "inference/net/tensors.h"

namespace jaedan::inference {
namespace {

SegmenterOutput mean_with_mirrored(const SegmenterOutput& out, const SegmenterOutput& mirrored) {
  const auto both = [](const torch::Tensor& a, const torch::Tensor& b) { return (a + b.flip({3})) * 0.5; };
  return {{},
          both(out.logits, mirrored.logits),
          both(out.features, mirrored.features),
          both(out.context, mirrored.context),
          (out.presence + mirrored.presence) * 0.5};
}

/// Garments, and what their scores were computed from.
struct Garments {
  std::vector<Proposal> proposals;
  std::vector<ScoreFeatures> features;
  std::vector<HeadLogits> logits;

  void append(const Garments& others) {
    proposals.insert(proposals.end(), others.proposals.begin(), others.proposals.end());
    features.insert(features.end(), others.features.begin(), others.features.end());
    logits.insert(logits.end(), others.logits.begin(), others.logits.end());
  }
};

constexpr PartChances kCertain = {1, 1, 1, 1};

class TorchPrefiller final : public Prefiller {
 public:
  TorchPrefiller(ModelCard card, const PrefillerOptions& options, torch::Device device, Segmenter network)
      : card_(std::move(card)), options_(options), device_(device), network_(std::move(network)) {}

  const ModelCard& card() const override { return card_; }

  // The network is only read from here on.
  std::unique_ptr<Prefiller> share(int threads) const override {
    PrefillerOptions options = options_;
    options.threads = threads;
    return std::make_unique<TorchPrefiller>(card_, options, device_, network_);
  }

  Result<Prediction> prefill(const ImageView& photo) override {
    return guarded_for<Prediction>(photo, [&] { return predict(photo).prediction; });
  }

  Result<ScoredPrediction> prefill_with_features(const ImageView& photo) override {
    return guarded_for<ScoredPrediction>(photo, [&] { return predict(photo); });
  }

  Result<ClassScores> score_pixels(const ImageView& photo, std::optional<PartSet> told) override {
    return guarded_for<ClassScores>(photo, [&] {
      const bool tells = told && network_->takes_told_parts();
      return scores_of(decode(encode(photo), tells ? told_parts(*told).to(device_) : torch::Tensor()));
    });
  }

  Result<std::vector<std::vector<float>>> embed(const ImageView& photo, const std::vector<Region>& regions) override {
    if (regions.empty()) return std::vector<std::vector<float>>();
    return guarded_for<std::vector<std::vector<float>>>(photo, [&] { return embed_regions(photo, regions); });
  }

 private:
  template <typename T, typename Work>
  Result<T> guarded_for(const ImageView& photo, const Work& work) {
    if (photo.empty()) return Error{ErrorCode::kInvalidArgument, "net.empty_photo", "an empty photo has no garments"};
    return inference::guarded<T>(options_.threads, model_failed, work);
  }

  static ClassScores scores_of(const SegmenterOutput& out) { return class_scores(out.logits); }

  torch::Tensor as_tensor(const NetworkInput& input) const {
    return image_tensor(input.pixels, input.width, input.height, device_);
  }

  /// The photo as the network sees it, and with `tta` mirrored as well.
  std::vector<Encoded> encode(const ImageView& photo) {
    const NetworkInput input =
        prepare_input(photo, input_size_for(photo.width, photo.height, {card_.input_width, card_.input_height}));
    const torch::Tensor image = as_tensor(input);
    const HalfPrecision half(options_.half_precision);
    std::vector<Encoded> views = {network_->encode(image)};
    if (options_.tta) {
      views.push_back(network_->encode(image.flip({3}).contiguous(at::MemoryFormat::ChannelsLast)));
    }
    return views;
  }

  SegmenterOutput decode(const std::vector<Encoded>& views, const torch::Tensor& told) {
    const auto decoded = [&](const Encoded& view) {
      const HalfPrecision half(options_.half_precision);
      return in_floats(network_->decode(view, told));
    };
    SegmenterOutput out = decoded(views.front());
    return views.size() == 1 ? out : mean_with_mirrored(out, decoded(views.back()));
  }

  SegmenterOutput look_at(const ImageView& photo) { return decode(encode(photo), {}); }

  Result<std::vector<std::vector<float>>> embed_regions(const ImageView& photo, const std::vector<Region>& regions) {
    const SegmenterOutput out = look_at(photo);
    const auto columns = static_cast<int>(out.logits.size(3)), rows = static_cast<int>(out.logits.size(2));
    std::vector<std::vector<float>> weights;
    for (const Region& region : regions) {
      weights.push_back(cell_weights(region, photo.width, photo.height, columns, rows));
      const std::vector<float>& cells = weights.back();
      if (std::all_of(cells.begin(), cells.end(), [](float cell) { return cell == 0; })) {
        return Error{ErrorCode::kInvalidArgument, "net.garment_outside", "the garment lies outside the photo"};
      }
    }
    return vectors_of(unit_rows(description_of(out, weights)), regions.size());
  }

  /// Row i describes the garment whose cells have `weights[i]`.
  torch::Tensor description_of(const SegmenterOutput& out, const std::vector<std::vector<float>>& weights) const {
    std::vector<torch::Tensor> masks;
    for (const std::vector<float>& cells : weights) {
      masks.push_back(torch::from_blob(const_cast<float*>(cells.data()), {1, out.logits.size(2), out.logits.size(3)}));
    }
    const torch::Tensor photo = torch::zeros({static_cast<int64_t>(masks.size())}, at::kLong).to(device_);
    return SegmenterImpl::describe(out, at::stack(masks).to(device_), photo);
  }

  static torch::Tensor unit_rows(const torch::Tensor& rows) { return rows / rows.norm(2, 1, true).clamp_min(1e-12); }

  static std::vector<std::vector<float>> vectors_of(const torch::Tensor& rows, std::size_t count) {
    const std::vector<float> values = values_of(rows);
    std::vector<std::vector<float>> vectors;
    for (std::size_t i = 0; i < count; ++i) {
      const auto first = values.begin() + std::ptrdiff_t(i * kDescriptionSize);
      vectors.emplace_back(first, first + kDescriptionSize);
    }
    return vectors;
  }

  ScoredPrediction predict(const ImageView& photo) {
    const std::vector<Encoded> views = encode(photo);
    const SegmenterOutput plain = decode(views, {});
    const ClassScores scores = scores_of(plain);
    const Figures figures = find_figures(scores);
    const ClassScores main_scores = only_figure(scores, figures, 1);
    ReadingRules rules;
    const bool reads_figures = network_->reader() || network_->figure();
    if (!reads_figures) rules.pixel_weight = rules.first_pixel_weight;  // there is nothing else to go by
    const std::optional<ReaderOutput> read = read_figure(photo, figures.main_box);
    std::optional<FigureLook> look = look_at_figure(photo, figures.main_box);
    std::vector<ChosenReading> readings =
        choose_readings(main_scores, look ? look->log_prior() : log_prior_of(read), rules);
    const PartChances chances = part_chances(readings);
    // Chosen as if all were offered: how likely one is does not depend on how many are asked for.
    readings.resize(std::clamp<std::size_t>(static_cast<std::size_t>(options_.most_readings), 1, readings.size()));
    const Garments others = garments_of_others(photo, plain, scores, figures);
    ScoredPrediction scored{{card_.id, {}}, {}};
    // A reader knows of parts alone.
    label_photo(look ? look->photo_logits() : HeadLogits(card_.heads.size()), scored);
    for (const ChosenReading& chosen : readings) {
      const SegmenterOutput told =
          network_->takes_told_parts() ? decode(views, told_parts(chosen.parts).to(device_)) : plain;
      Garments garments =
          describe(photo, find_parts(scores_of(told), figures, 1, photo.width, photo.height, chosen.parts), told, plain,
                   main_scores, chances, look ? &*look : nullptr);
      garments.append(others);
      scored.prediction.readings.push_back({chosen.probability, std::move(garments.proposals)});
      scored.features.push_back(std::move(garments.features));
      scored.logits.push_back(std::move(garments.logits));
    }
    return scored;
  }

  // The readings differ in the main figure; other people wear what they seem to.
  Garments garments_of_others(const ImageView& photo, const SegmenterOutput& plain, const ClassScores& scores,
                              const Figures& figures) {
    Garments others;
    for (int figure = 2; figure <= figures.count; ++figure) {
      const auto parts = find_parts(scores, figures, figure, photo.width, photo.height);
      if (parts.empty()) continue;
      std::optional<FigureLook> look = look_at_figure(photo, figures.boxes[static_cast<std::size_t>(figure) - 1]);
      others.append(describe(photo, parts, plain, plain, only_figure(scores, figures, figure), kCertain,
                             look ? &*look : nullptr));
    }
    return others;
  }

  std::optional<FigureLook> look_at_figure(const ImageView& photo, const Rect& figure_box) {
    if (!network_->figure()) return std::nullopt;
    const HalfPrecision half(options_.half_precision);
    return FigureLook(network_->figure(), card_, device_, photo, figure_box, options_.tta);
  }

  // The whole figure as it is and mirrored; nothing, without a reader.
  std::optional<ReaderOutput> read_figure(const ImageView& photo, const Rect& figure_box) {
    if (!network_->reader()) return std::nullopt;
    const NetworkInput figure = prepare_figure(photo, frame_of(figure_box, photo.width, photo.height));
    const torch::Tensor image = as_tensor(figure);
    const torch::Tensor both = at::cat({image, image.flip({3})}).contiguous(at::MemoryFormat::ChannelsLast);
    return network_->reader()->forward(both);
  }

  // What the whole figure says of the sets of parts.
  static PerPartSet log_prior_of(const std::optional<ReaderOutput>& read) {
    PerPartSet log_prior{};
    if (!read) return log_prior;
    const std::vector<float> values = values_of(at::log_softmax(read->sets.mean(0), 0));
    std::copy(values.begin(), values.end(), log_prior.begin());
    return log_prior;
  }

  // What heads say of the photo as a whole.
  void label_photo(HeadLogits logits, ScoredPrediction& scored) const {
    scored.photo_logits = std::move(logits);
    SaidLabels said;
    for (std::size_t h = 0; h < card_.heads.size(); ++h) {
      if (scored.photo_logits[h].empty()) continue;
      add_labels(card_.heads[h], scored.photo_logits[h].data(), std::nullopt, card_.id, said);
    }
    scored.prediction.image_attributes = std::move(said.filled_in);
    scored.prediction.image_guesses = std::move(said.guesses);
  }

  // Heads answer as the figure's look sees the garments, or else as `told` does. Vectors as `plain` does, which knows
  // of no reading: those that `embed` gives for a garment that a person drew are then the same. Scores by `scores`, the
  // plain ones of the garments' figure: told what to see, the network is sure of it.
  Garments describe(const ImageView& photo, const std::vector<PartRegion>& parts, const SegmenterOutput& told,
                    const SegmenterOutput& plain, const ClassScores& scores, const PartChances& chances,
                    FigureLook* look) {
    Garments garments;
    if (parts.empty()) return garments;
    const std::vector<float> probabilities = probabilities_of(scores);
    std::vector<std::vector<float>> weights;
    for (const PartRegion& part : parts) weights.push_back(part.weights);
    const auto outer = std::find_if(parts.begin(), parts.end(), [](const auto& p) { return p.part == Part::kOuter; });
    std::vector<HeadLogits> labels = look ? labels_of(parts, *look) : labels_of(description_of(told, weights));
    std::vector<std::vector<float>> vectors = vectors_of(unit_rows(description_of(plain, weights)), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part part = parts[i].part;
      garments.features.push_back(
          score_features(probabilities, parts[i].weights, part, chances[mask_value(part) - 1U]));
      Proposal garment;
      garment.part = part;
      garment.region = parts[i].region;
      if (look) {
        const bool is_below = outer != parts.end() && part != Part::kOuter;
        garment.measures = measured_lengths(part, parts[i].region, look->key_points(), photo.width, photo.height,
                                            is_below ? outer->region : Region());
      }
      garment.score = garment_score(card_, garments.features.back());
      garments.logits.push_back(std::move(labels[i]));
      SaidLabels said;
      for (std::size_t h = 0; h < card_.heads.size(); ++h) {
        const std::vector<float>& logits = garments.logits.back()[h];
        if (!logits.empty()) add_labels(card_.heads[h], logits.data(), part, card_.id, said);
      }
      garment.attributes = std::move(said.filled_in);
      garment.guesses = std::move(said.guesses);
      garment.embedding = std::move(vectors[i]);
      garments.proposals.push_back(std::move(garment));
    }
    return garments;
  }

  static std::vector<HeadLogits> labels_of(const std::vector<PartRegion>& parts, FigureLook& look) {
    std::vector<AskedGarment> asked;
    for (const PartRegion& part : parts) asked.push_back({part.part, &part.region, nullptr});
    return look.label(asked);
  }

  // By garment, without the heads that are asked of the photo.
  std::vector<HeadLogits> labels_of(const torch::Tensor& description) {
    std::vector<HeadLogits> labels(static_cast<std::size_t>(description.size(0)), HeadLogits(card_.heads.size()));
    const std::vector<torch::Tensor> answers = network_->classify(description);
    for (std::size_t h = 0; h < card_.heads.size(); ++h) {
      if (card_.heads[h].scope != HeadScope::kGarment) continue;
      for (std::size_t i = 0; i < labels.size(); ++i) labels[i][h] = values_of(answers[h][static_cast<int64_t>(i)]);
    }
    return labels;
  }

  const ModelCard card_;
  const PrefillerOptions options_;
  const torch::Device device_;
  Segmenter network_;
};

}  // namespace

Result<std::unique_ptr<Prefiller>> make_torch_prefiller(const PrefillerOptions& options) {
  keep_large_blocks();
  JAEDAN_ASSIGN_OR_RETURN(const torch::Device device, choose_device(options.device));
  JAEDAN_ASSIGN_OR_RETURN(OpenedNetwork opened, open_network(options.model_folder, device));
  return std::unique_ptr<Prefiller>(
      std::make_unique<TorchPrefiller>(std::move(opened.card), options, device, std::move(opened.network)));
}

}  // namespace jaedan::inference
