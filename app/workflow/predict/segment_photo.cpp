#include "app/workflow/predict/segment_photo.h"

#include <chrono>

#include "app/workflow/models/trusted_scripts.h"
#include "inference/classic/grab_cut.h"
#include "inference/clicks/clicked_photo.h"
#include "inference/clicks/script_pair.h"
#include "inference/torch/open_model.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::workflow {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Result<Mask> read_start(const SegmentRequest& request, const Image& photo) {
  JAEDAN_ASSIGN_OR_RETURN(Mask mask, labeling::read_mask(request.mask));
  if (mask.width != photo.width || mask.height != photo.height) {
    return Error{ErrorCode::kInvalidArgument,
                 "segment.other_size",
                 "{0}: has {1} × {2} pixels, the photo {3} × {4}",
                 {request.mask, mask.width, mask.height, photo.width, photo.height}};
  }
  if (request.mask_part) {
    const std::uint8_t meant = mask_value(*request.mask_part);
    for (std::uint8_t& value : mask.pixels) value = value == meant ? 255 : 0;
  }
  return mask;
}

Result<std::unique_ptr<inference::InteractiveSegmenter>> open_script_pair(const std::string& folder, int threads) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<TrustedScript> scripts, trusted_scripts());
  inference::InteractiveOptions options{folder, threads, inference::Device::kCpu, {}};
  for (const TrustedScript& script : scripts) options.trusted.push_back(script.sha256);
  return inference::open_interactive(options);
}

}  // namespace

Result<std::unique_ptr<inference::InteractiveSegmenter>> open_clicks(const Project* project, const std::string& model,
                                                                     int threads) {
  if (model == kGrabCut) return inference::make_grab_cut();
  if (!model.empty() && inference::holds_script_pair(model)) return open_script_pair(model, threads);
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel usable, find_click_model(project, model));
  return inference::open_interactive({usable.folder, threads, inference::Device::kCpu, {}});
}

Result<OpenedClicks> open_clicks_or_grab_cut(const Project* project, int threads) {
  auto opened = open_clicks(project, "", threads);
  if (opened.ok()) return OpenedClicks{std::move(*opened), false};
  if (opened.error().code != ErrorCode::kUnavailable) return opened.error();
  return OpenedClicks{inference::make_grab_cut(), true};
}

Result<SegmentAnswer> segment_photo(const SegmentRequest& request) {
  if (request.clicks.empty() && !request.box) {
    return Error{ErrorCode::kInvalidArgument, "segment.nothing_said",
                 "say where the object is: a click or a box is needed"};
  }
  JAEDAN_ASSIGN_OR_RETURN(const Image photo, labeling::read_image(request.photo));
  Mask start;
  if (!request.mask.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(start, read_start(request, photo));
  }
  auto opened = open_clicks(nullptr, request.model, request.threads);
  if (!opened.ok() && opened.error().code == ErrorCode::kUnavailable) {
    return Error{
        ErrorCode::kUnavailable, "segment.model_missing", "{0}; --model grabcut needs none", {opened.error().message}};
  }
  if (!opened.ok()) return opened.error();
  const auto segmenter = std::move(*opened);
  SegmentAnswer answer;
  answer.model_id = segmenter->id();
  answer.width = photo.width, answer.height = photo.height;
  Clock::time_point from = Clock::now();
  JAEDAN_ASSIGN_OR_RETURN(const auto clicked, inference::ClickedPhoto::look_at(*segmenter, photo.view()));
  answer.encode_ms = ms_since(from);
  const auto origin = request.mask_part ? inference::MaskOrigin::kModel : inference::MaskOrigin::kPerson;
  if (!start.pixels.empty()) clicked->begin(start, origin);
  from = Clock::now();
  if (request.box) JAEDAN_RETURN_IF_ERROR(clicked->box(*request.box));
  for (const inference::Click& click : request.clicks) JAEDAN_RETURN_IF_ERROR(clicked->click(click));
  answer.answers_ms = ms_since(from);
  answer.region = clicked->region();
  return answer;
}

Status write_mask(const std::string& path, const SegmentAnswer& answer) {
  return labeling::write_mask(path, rasterize(answer.region, answer.width, answer.height));
}

}  // namespace jaedan::workflow
