#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/workflow/jobs/in_order.h"
#include "app/workflow/jobs/progress.h"
#include "labeling/formats/export_names.h"
#include "labeling/formats/exporter.h"

namespace jaedan::workflow {

/// Writes photos in several formats at once, from several threads. Tables have their rows in the order of the places
/// that the photos are given, whichever thread was faster.
class LabelWriter {
 public:
  /// kInvalidArgument names a format that does not exist, or two that would write the same files, before anything is
  /// written. A format named twice counts once. `taxonomy` must outlive it.
  static Result<std::unique_ptr<LabelWriter>> create(const std::string& folder, const std::vector<std::string>& formats,
                                                     const Taxonomy& taxonomy, const labeling::ExportOptions& options);

  /// Names for the photos of the set, by which no photo's file meets a file of the whole set. Ask in an order that does
  /// not depend on threads, and put the answers into ExportItem::names.
  labeling::ExportNames names() const;

  /// Writes one photo in every format; the first failure ends it for this photo. `place`: 0, 1, 2, … in the order of
  /// the set, each once. A table's own failure shows in `finish`. Thread-safe.
  Status write(std::int64_t place, const labeling::ExportItem& item);
  /// The photo of this place will not be written. Thread-safe.
  void leave_out(std::int64_t place) { table_order_.skip(place); }
  /// Writes the tables; those that cannot be written are returned, with the reason. Call once, last.
  std::vector<FailedItem> finish();
  /// What the formats could not say as it is, sorted by photo, each thing once. Call after `finish`.
  std::vector<FailedItem> warnings() const;

 private:
  struct Output {
    std::mutex mutex;
    const labeling::ExportFormat* format = nullptr;
    std::unique_ptr<labeling::Exporter> exporter;
    Status failure;  ///< of a table: the first one; nothing is added after it
    bool is_table() const { return format->photo_file.empty(); }
  };

  Status write_files(const labeling::ExportItem& item);
  void add_row(const labeling::ExportItem& item);

  std::string folder_;
  std::vector<std::unique_ptr<Output>> outputs_;
  InOrder table_order_;
};

}  // namespace jaedan::workflow
