#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/review/stage.h"

namespace jaedan::labeling {

/// When the rest of a person's photos is approved by what became of their sample. Both must hold where both are said;
/// where neither is, it never is.
struct SampleRule {
  std::optional<int> least_accepted_percent = {};  ///< so many of a hundred of the sample were approved, at least
  std::optional<int> most_returned = {};           ///< so many photos of the sample were returned, at most

  bool is_said() const { return least_accepted_percent || most_returned; }
  bool holds(std::int64_t accepted, std::int64_t returned) const;
};

/// What became of a sample. The numbers are stored.
enum class SampleState {
  kOpen = 0,    ///< its photos are inspected
  kClosed = 1,  ///< the rest was decided on by the rule
  kUndone = 2,  ///< … and that was taken back
};
/// ASCII id: open, closed, undone.
std::string_view id_of(SampleState state);

/// Photos that waited for the inspection, of which some stand for the others.
struct Sample {
  SampleId id;
  std::string at;  ///< UTC
  double percent = 0;
  std::int64_t seed = 1;
  std::optional<Stage> stage = {};  ///< whose work it is about; none: of who submitted last
  SampleRule rule;
  SampleState state = SampleState::kOpen;
};

/// One photo of it.
struct SampledPhoto {
  PhotoId photo;
  UserId worker;              ///< whose work it is; none: nobody in particular submitted it
  bool chosen = false;        ///< to be inspected; else it is one of the rest
  std::int64_t revision = 0;  ///< of the photo when the sample was drawn
  std::int64_t approved = 0;  ///< revision of the approval by the rule; 0: none
};

/// Samples of the inspection. The rest is held out of the inspection's queue while a sample is open, until it is
/// changed. What else every method owes its caller: store.h.
class SampleStore {
 public:
  virtual ~SampleStore() = default;

  /// Keeps a sample, whose id and state are ignored, and holds the rest, but for what is no longer as it was drawn: in
  /// somebody's hands, or changed. kInvalidArgument for a share outside 0…100,
  /// and a rule that nothing can fulfil.
  virtual Result<SampleId> add_sample(const Sample& sample, const std::vector<SampledPhoto>& photos) = 0;
  /// kNotFound.
  virtual Result<Sample> sample(SampleId id) = 0;
  /// In ascending id, after `after`, at most `limit`.
  virtual Result<std::vector<Sample>> samples(SampleId after, int limit) = 0;
  /// In ascending photo, after `after`, at most `limit`.
  virtual Result<std::vector<SampledPhoto>> sampled_photos(SampleId id, PhotoId after, int limit) = 0;
  /// Notes that the rule approved one of the rest, as this revision; 0 takes that back.
  virtual Status set_approved_by_rule(SampleId id, PhotoId photo, std::int64_t revision) = 0;
  /// kConflict unless it is in the state before. The rest of one that was open is held no more; what another sample
  /// holds stays.
  virtual Status set_sample_state(SampleId id, SampleState before, SampleState after) = 0;
};

}  // namespace jaedan::labeling
