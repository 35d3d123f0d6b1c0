#include "inference/net/torch_prefiller.h"

#include <algorithm>
#include <map>

#include "inference/garments/figures.h"
#include "inference/garments/garment_score.h"
#include "inference/garments/head_answers.h"
#include "inference/garments/postprocess.h"
#include "inference/garments/preprocess.h"
#include "inference/garments/readings.h"
#include "inference/net/descriptions.h"
#include "inference/net/figures/figure_look.h"
#include "inference/net/guarded.h"
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

  Result<std::vector<GarmentLabels>> label(const ImageView& photo, const std::vector<AskedGarment>& garments) override {
    if (garments.empty()) return std::vector<GarmentLabels>();
    return guarded_for<std::vector<GarmentLabels>>(photo, [&] { return label_garments(photo, garments); });
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
    std::vector<Encoded> views = {network_->encode(image)};
    if (options_.tta) {
      views.push_back(network_->encode(image.flip({3}).contiguous(at::MemoryFormat::ChannelsLast)));
    }
    return views;
  }

  SegmenterOutput decode(const std::vector<Encoded>& views, const torch::Tensor& told) {
    SegmenterOutput out = network_->decode(views.front(), told);
    return views.size() == 1 ? out : mean_with_mirrored(out, network_->decode(views.back(), told));
  }

  SegmenterOutput look_at(const ImageView& photo) { return decode(encode(photo), {}); }

  Result<std::vector<std::vector<float>>> embed_regions(const ImageView& photo, const std::vector<Region>& regions) {
    const SegmenterOutput out = look_at(photo);
    std::vector<const Region*> borrowed;
    for (const Region& region : regions) borrowed.push_back(&region);
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<CellWeights> weights, weights_of(borrowed, photo, out));
    return vectors_of(unit_rows(description_of(out, weights)));
  }

  static Result<std::vector<CellWeights>> weights_of(const std::vector<const Region*>& regions, const ImageView& photo,
                                                     const SegmenterOutput& out) {
    const auto columns = static_cast<int>(out.logits.size(3)), rows = static_cast<int>(out.logits.size(2));
    std::vector<CellWeights> weights;
    for (const Region* region : regions) {
      weights.push_back(cell_weights(*region, photo.width, photo.height, columns, rows));
      const CellWeights& cells = weights.back();
      if (std::all_of(cells.begin(), cells.end(), [](float cell) { return cell == 0; })) {
        return Error{ErrorCode::kInvalidArgument, "net.garment_outside", "the garment lies outside the photo"};
      }
    }
    return weights;
  }

  Result<std::vector<GarmentLabels>> label_garments(const ImageView& photo, const std::vector<AskedGarment>& garments) {
    const SegmenterOutput out = look_at(photo);
    std::vector<const Region*> regions;
    for (const AskedGarment& garment : garments) regions.push_back(garment.region);
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<CellWeights> weights, weights_of(regions, photo, out));
    if (network_->figure()) return label_by_figure(photo, find_figures(scores_of(out)), garments);
    const std::vector<HeadLogits> logits = labels_of(description_of(out, weights));
    std::vector<GarmentLabels> labels(garments.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      labels[i].labels = said_by(logits[i], garments[i].part, garments[i].known);
    }
    return labels;
  }

  // One look a figure that wears any of them; for what is on no figure one at the whole photo, as where nobody is
  // found.
  std::vector<GarmentLabels> label_by_figure(const ImageView& photo, const Figures& figures,
                                             const std::vector<AskedGarment>& garments) {
    std::map<int, std::vector<std::size_t>> worn_by;
    for (std::size_t i = 0; i < garments.size(); ++i) {
      const Rect box = bounds_of(*garments[i].region);
      const Rect share{box.x / photo.width, box.y / photo.height, box.width / photo.width, box.height / photo.height};
      worn_by[figure_at(figures, share)].push_back(i);
    }
    std::vector<GarmentLabels> labels(garments.size());
    for (const auto& [figure, places] : worn_by) {
      const Rect box = figure == 0 ? Rect{0, 0, 1, 1} : figures.boxes[static_cast<std::size_t>(figure) - 1];
      std::optional<FigureLook> look = look_at_figure(photo, box);
      std::vector<AskedGarment> asked;
      for (const std::size_t place : places) asked.push_back(garments[place]);
      const std::vector<HeadLogits> logits = look->label(asked);
      std::vector<MeasuredLengths> measures = look->measure(asked);
      for (std::size_t i = 0; i < places.size(); ++i) {
        labels[places[i]] = {said_by(logits[i], asked[i].part, asked[i].known), std::move(measures[i])};
      }
    }
    return labels;
  }

  ScoredPrediction predict(const ImageView& photo) {
    const std::vector<Encoded> views = encode(photo);
    const SegmenterOutput plain = decode(views, {});
    const ClassScores scores = scores_of(plain);
    const Figures figures = find_figures(scores);
    const ClassScores main_scores = only_figure(scores, figures, 1);
    const std::optional<ReaderOutput> read = read_figure(photo, figures.main_box);
    std::optional<FigureLook> look = look_at_figure(photo, figures.main_box);
    std::vector<ChosenReading> readings =
        choose_readings(main_scores, look ? look->log_prior() : log_prior_of(read), reading_rules_for(prior()));
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
      Garments garments = describe(find_parts(scores_of(told), figures, 1, photo.width, photo.height, chosen.parts),
                                   told, plain, main_scores, chances, look ? &*look : nullptr);
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
      others.append(
          describe(parts, plain, plain, only_figure(scores, figures, figure), kCertain, look ? &*look : nullptr));
    }
    return others;
  }

  PriorOf prior() {
    return network_->figure() ? PriorOf::kFigure : network_->reader() ? PriorOf::kReader : PriorOf::kNobody;
  }

  std::optional<FigureLook> look_at_figure(const ImageView& photo, const Rect& figure_box) {
    if (!network_->figure()) return std::nullopt;
    return FigureLook(network_->figure(), card_, device_, photo, figure_box);
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

  // What those heads say that were asked; of what is known, nothing.
  SaidLabels said_by(const HeadLogits& logits, std::optional<Part> part, const AttributeValues* known = nullptr) const {
    SaidLabels said;
    for (std::size_t h = 0; h < card_.heads.size(); ++h) {
      const HeadSpec& head = card_.heads[h];
      const bool is_known = known && find_value(*known, head.attribute);
      if (!logits[h].empty() && !is_known) add_labels(head, logits[h].data(), part, card_.id, said);
    }
    return said;
  }

  // What heads say of the photo as a whole.
  void label_photo(HeadLogits logits, ScoredPrediction& scored) const {
    scored.photo_logits = std::move(logits);
    SaidLabels said = said_by(scored.photo_logits, std::nullopt);
    scored.prediction.image_attributes = std::move(said.filled_in);
    scored.prediction.image_guesses = std::move(said.guesses);
  }

  // Heads answer as the figure's look sees the garments, or else as `told` does. Vectors as `plain` does, which knows
  // of no reading: those that `embed` gives for a garment that a person drew are then the same. Scores by `scores`, the
  // plain ones of the garments' figure: told what to see, the network is sure of it.
  Garments describe(const std::vector<PartRegion>& parts, const SegmenterOutput& told, const SegmenterOutput& plain,
                    const ClassScores& scores, const PartChances& chances, FigureLook* look) {
    Garments garments;
    if (parts.empty()) return garments;
    const std::vector<float> probabilities = probabilities_of(scores);
    std::vector<CellWeights> weights;
    std::vector<AskedGarment> asked;
    for (const PartRegion& part : parts) {
      weights.push_back(part.weights);
      asked.push_back({part.part, &part.region, nullptr});
    }
    garments.logits = look ? look->label(asked) : labels_of(description_of(told, weights));
    std::vector<MeasuredLengths> measures(parts.size());
    if (look) measures = look->measure(asked);
    std::vector<std::vector<float>> vectors = vectors_of(unit_rows(description_of(plain, weights)));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part part = parts[i].part;
      garments.features.push_back(
          score_features(probabilities, parts[i].weights, part, chances[mask_value(part) - 1U]));
      Proposal garment;
      garment.part = part;
      garment.region = parts[i].region;
      garment.score = garment_score(card_, garments.features.back());
      SaidLabels said = said_by(garments.logits[i], part);
      garment.attributes = std::move(said.filled_in);
      garment.guesses = std::move(said.guesses);
      garment.measures = std::move(measures[i]);
      garment.embedding = std::move(vectors[i]);
      garments.proposals.push_back(std::move(garment));
    }
    return garments;
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
