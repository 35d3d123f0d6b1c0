#include "labeling/synth/synth.h"

#include <string>
#include <utility>

#include "labeling/synth/camera.h"
#include "labeling/synth/random.h"
#include "labeling/synth/scene.h"
#include "labeling/synth/truth.h"

namespace jaedan::labeling {
namespace {

Status check(const SynthOptions& options) {
  const auto size_ok = [](int size) { return size >= 64 && size <= 4096; };
  if (!size_ok(options.width) || !size_ok(options.height)) {
    return Error{ErrorCode::kInvalidArgument,
                 "synth.wrong_size",
                 "drawn photos must be 64 to 4096 pixels wide and high, not {0}×{1}",
                 {options.width, options.height}};
  }
  if (!(options.single_garment_share >= 0 && options.single_garment_share <= 1)) {
    return Error{ErrorCode::kInvalidArgument, "synth.wrong_share",
                 "the share of single garments must be between 0 and 1"};
  }
  if (!(options.camera_strength >= 0 && options.camera_strength <= 2)) {
    return Error{ErrorCode::kInvalidArgument, "synth.wrong_camera", "the camera strength must be between 0 and 2"};
  }
  return {};
}

}  // namespace

Result<DrawnPhoto> draw_photo(std::uint64_t seed, int index, const SynthOptions& options) {
  JAEDAN_RETURN_IF_ERROR(check(options));
  const synth::Random random = synth::Random::of_photo(seed, index);
  synth::Random kind = random.fork(100);
  const bool single = kind.chance(options.single_garment_share);
  synth::Random scene_random = random.fork(101);
  synth::Scene scene = single ? synth::garment_scene(options.width, options.height, scene_random)
                              : synth::person_scene(options.width, options.height, scene_random);
  synth::Random camera_random = random.fork(102);
  DrawnPhoto photo;
  JAEDAN_ASSIGN_OR_RETURN(photo.image,
                          synth::photographed(std::move(scene.picture), options.camera_strength, camera_random));
  synth::clear_slivers(scene.labels);
  photo.annotation = synth::truth_of(scene.outfit, scene.labels);
  photo.label_mask = std::move(scene.labels);
  return photo;
}

}  // namespace jaedan::labeling
