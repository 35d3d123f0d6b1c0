#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/photo/change_photo.h"

namespace jaedan::workflow {

/// One answer for many photos.
struct SharedLabel {
  std::vector<PhotoId> photos;
  std::optional<Part> part;  ///< of every garment of this part; nothing: of the photo itself
  std::string attribute;
  std::string value;          ///< one that the taxonomy has for them, or kNotSure
  bool only_unsaid = true;    ///< leaves alone where a person (or a file) has answered already
  bool approved_too = false;  ///< else approved photos stay as they are; a change takes the approval away
};

/// What becomes of one photo.
enum class LabelFate {
  kChanged,
  kUnchanged,  ///< all of it says so already
  kNoGarment,  ///< skipped: it has no garment of the part
  kAnswered,   ///< skipped: a person or a file has answered everywhere
  kApproved,   ///< skipped: it would change, and it is approved
  kRefused,    ///< skipped: the answer does not go with what else is said there, for the reason given
};

struct LabelOutcome {
  LabelFate fate = LabelFate::kUnchanged;
  Message refusal;
};

/// A photo that was changed, as it was stored then; revision 0: it was not stored by the batch itself.
struct LabelledPhoto {
  PhotoId photo;
  std::int64_t revision = 0;
};

/// What became of all of them: every photo is in one of the sums, but for those that a cancel left out.
struct LabelReport {
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t no_garment = 0;
  std::int64_t answered = 0;
  std::int64_t approved = 0;
  std::vector<FailedItem> refused;
  std::vector<FailedItem> failed;
  bool cancelled = false;
  std::vector<LabelledPhoto> labelled;  ///< the changed ones, to take them back (undo_labels.h)

  std::int64_t skipped() const { return no_garment + answered + approved + static_cast<std::int64_t>(refused.size()); }
  LabelReport& operator+=(const LabelReport& more);
  void count(const std::string& photo_name, const LabelledPhoto& photo, const LabelOutcome& outcome);
};

/// The undo entry that labelling makes.
inline constexpr const char* kLabelTogether = "label_together";

/// Says the same of all of them, in the actor's name, with an undo entry in each photo. Where a garment's attribute
/// takes several values, the value is one more; a photo's replaces what was said. kInvalidArgument for an attribute or
/// value that the taxonomy does not have there.
Result<LabelReport> label_photos(Project& project, const SharedLabel& label, const Actor& actor, const Watch& watch);
/// What it would do, without doing it; `approved` counts the approved photos that it would change.
Result<LabelReport> plan_labels(Project& project, SharedLabel label, const Watch& watch);

/// What label_photos does to one photo that is open already; storing it is up to the caller. Errors: those of
/// EditSession::run that are no matter of what is said.
Result<LabelOutcome> label_photo(EditSession& session, const SharedLabel& label, const Taxonomy& taxonomy,
                                 const Actor& actor);

}  // namespace jaedan::workflow
