#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/workflow/progress.h"
#include "labeling/formats/exporter.h"

namespace jaedan::workflow {

/// Writes photos in several formats at once, from several threads.
class LabelWriter {
 public:
  /// kInvalidArgument names a format that does not exist, before anything is written. `taxonomy` must outlive it.
  static Result<std::unique_ptr<LabelWriter>> create(const std::string& folder, const std::vector<std::string>& formats,
                                                     const Taxonomy& taxonomy, const labeling::ExportOptions& options);

  /// Writes one photo in every format; the first failure ends it for this photo. Thread-safe.
  Status write(const labeling::ExportItem& item);
  /// Writes the tables. Call once, last.
  Status finish();
  /// What the formats could not say as it is. Call after `finish`.
  std::vector<FailedItem> warnings() const;

 private:
  struct Output {
    std::mutex mutex;
    std::unique_ptr<labeling::Exporter> exporter;
  };
  std::vector<std::unique_ptr<Output>> outputs_;
};

}  // namespace jaedan::workflow
