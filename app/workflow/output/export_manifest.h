#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/formats/exporter.h"

namespace jaedan::workflow {

/// What exports of a project wrote into a folder, photo by photo: a list in PROJECT/exports, so that the folder holds
/// nothing but what was asked for. By that list the next export knows the files of photos that are exported no longer,
/// and only what is on it and has the very bytes that were written is ever taken away. Not thread-safe.
class ExportManifest {
 public:
  /// The project's list of `dest`; an empty one where there is none or it cannot be read.
  ExportManifest(std::string dest, const Project& project);

  /// Notes what the formats have just written for `photo` under this file name. `approved`: because it is approved.
  void note(const std::vector<const labeling::ExportFormat*>& formats, const std::string& file_name, PhotoId photo,
            bool approved);
  /// Looks at the files of earlier exports that this one, of `formats` and of approved photos only or not, did not
  /// write again. Those of photos that are not approved any more, have no labels any more, are gone from the project or
  /// are called otherwise now are removed, or listed in `report.warnings` when somebody changed them since; the others
  /// stay, and how many is said there, too. Errors of the store.
  Status remove_stale(Project& project, const std::vector<const labeling::ExportFormat*>& formats, bool approved_only,
                      BatchReport& report);
  /// kIo, of a project that cannot be written: then nothing is ever taken away.
  Status save() const;

 private:
  struct Entry {
    PhotoId photo;
    bool approved = false;
    std::string format;
    std::uint64_t size = 0;
    std::uint64_t hash = 0;  ///< fnv1a_64 of the bytes
  };

  void read();
  Result<bool> is_stale(Project& project, const Entry& entry, bool approved_only) const;
  bool is_unchanged(const std::string& file, const Entry& entry) const;

  const std::string dest_;
  const std::string folder_;              ///< `dest`, absolute and without links
  const std::string list_;                ///< where the list lies
  std::map<std::string, Entry> entries_;  ///< by file, seen from `dest`
  std::set<std::string> written_;         ///< by this export
  std::set<PhotoId> photos_written_;
};

}  // namespace jaedan::workflow
